package org.breathline.kernel.vector;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.SymmetricFilter;

/**
 * Filters many places at once. The compiler does not: it cannot know that input and output are
 * different arrays. The last places are done by a vector that overlaps the one before.
 */
final class VectorSymmetricFilter implements SymmetricFilter {

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  @Override
  public void along(
      float[] values, int from, float[] filtered, int filteredFrom, int count, float[] weights) {
    int radius = weights.length - 1;
    if (count < LANES || radius != 3) {
      Kernels.scalar()
          .symmetricFilter()
          .along(values, from, filtered, filteredFrom, count, weights);
      return;
    }
    Objects.checkFromIndexSize(from - radius, count + 2 * radius, values.length);
    Objects.checkFromIndexSize(filteredFrom, count, filtered.length);
    seven(values, from, 1, filtered, filteredFrom, count, weights);
  }

  @Override
  public void across(
      float[] values,
      int from,
      int stride,
      int place,
      int places,
      float[] filtered,
      int filteredFrom,
      int count,
      float[] weights) {
    int radius = weights.length - 1;
    if (count < LANES || radius != 3 || place < 3 || place + 3 >= places) {
      Kernels.scalar()
          .symmetricFilter()
          .across(values, from, stride, place, places, filtered, filteredFrom, count, weights);
      return;
    }
    Objects.checkFromIndexSize(filteredFrom, count, filtered.length);
    Objects.checkFromIndexSize(from - 3 * stride, count + 6 * stride, values.length);
    seven(values, from, stride, filtered, filteredFrom, count, weights);
  }

  private static void seven(
      float[] values,
      int from,
      int stride,
      float[] filtered,
      int filteredFrom,
      int count,
      float[] weights) {
    float w0 = weights[0];
    float w1 = weights[1];
    float w2 = weights[2];
    float w3 = weights[3];
    int last = count - LANES;
    int i = 0;
    while (true) {
      int at = from + i;
      FloatVector sum = FloatVector.fromArray(FLOATS, values, at).mul(w0);
      sum = sum.add(pair(values, at, stride).mul(w1));
      sum = sum.add(pair(values, at, 2 * stride).mul(w2));
      sum = sum.add(pair(values, at, 3 * stride).mul(w3));
      sum.intoArray(filtered, filteredFrom + i);
      if (i == last) {
        return;
      }
      i = Math.min(i + LANES, last);
    }
  }

  private static FloatVector pair(float[] values, int at, int distance) {
    return FloatVector.fromArray(FLOATS, values, at - distance)
        .add(FloatVector.fromArray(FLOATS, values, at + distance));
  }
}
