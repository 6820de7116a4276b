package org.breathline.kernel.vector;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.LocalCorrelationTerms;

/**
 * Many places at once; roots and quotients are rounded as the scalar ones are. The last places are
 * done by a vector that overlaps the one before.
 */
final class VectorLocalCorrelationTerms implements LocalCorrelationTerms {

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  @Override
  public void row(
      float[] sums,
      int run,
      float[] fixedMean,
      float[] fixedInverse,
      float[] reciprocal,
      float[] weight,
      int from,
      int count,
      float floor,
      float[] factors,
      int factorsFrom,
      int factorsRun,
      float[] loss) {
    if (count < LANES) {
      Kernels.scalar()
          .localCorrelationTerms()
          .row(
              sums,
              run,
              fixedMean,
              fixedInverse,
              reciprocal,
              weight,
              from,
              count,
              floor,
              factors,
              factorsFrom,
              factorsRun,
              loss);
      return;
    }
    Objects.checkFromIndexSize(0, 2 * run + count, sums.length);
    Objects.checkFromIndexSize(from, count, fixedMean.length);
    Objects.checkFromIndexSize(factorsFrom, 2 * factorsRun + count, factors.length);
    FloatVector zero = FloatVector.zero(FLOATS);
    FloatVector one = FloatVector.broadcast(FLOATS, 1f);
    FloatVector floors = FloatVector.broadcast(FLOATS, floor);
    int last = count - LANES;
    int i = 0;
    while (true) {
      FloatVector r = FloatVector.fromArray(FLOATS, reciprocal, from + i);
      FloatVector g = FloatVector.fromArray(FLOATS, weight, from + i);
      FloatVector meanF = FloatVector.fromArray(FLOATS, fixedMean, from + i);
      FloatVector mean = r.mul(FloatVector.fromArray(FLOATS, sums, i));
      FloatVector squares = r.mul(FloatVector.fromArray(FLOATS, sums, run + i));
      FloatVector variance = squares.sub(mean.mul(mean)).max(zero).add(floors);
      FloatVector inverse = one.div(variance.sqrt());
      FloatVector products = r.mul(FloatVector.fromArray(FLOATS, sums, 2 * run + i));
      FloatVector covariance = products.sub(meanF.mul(mean)).add(floors);
      FloatVector scale = inverse.mul(FloatVector.fromArray(FLOATS, fixedInverse, from + i));
      g.mul(one.sub(covariance.mul(scale))).intoArray(loss, i);
      FloatVector a = g.mul(r).mul(scale);
      FloatVector b = a.mul(covariance).mul(inverse).mul(inverse);
      int to = factorsFrom + i;
      a.intoArray(factors, to);
      b.intoArray(factors, to + factorsRun);
      b.mul(mean).sub(a.mul(meanF)).intoArray(factors, to + 2 * factorsRun);
      if (i == last) {
        return;
      }
      i = Math.min(i + LANES, last);
    }
  }
}
