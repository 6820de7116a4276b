package org.breathline.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.breathline.kernel.ConeExponentials;
import org.breathline.kernel.ConeLines;
import org.breathline.kernel.ConeMedium;
import org.breathline.kernel.ConePath;
import org.breathline.kernel.ConeSweep;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.PowerOfTwo;

/** As many neighbouring lines at once as a vector has lanes. */
final class VectorConeSweep implements ConeSweep {

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  @Override
  public void sweep(ConeMedium medium, ConePath path, int sheet, float[] carried) {
    if (LANES > ConeMedium.PADDING) {
      Kernels.scalar().coneSweep().sweep(medium, path, sheet, carried);
      return;
    }
    int lines = path.lines(medium);
    Arrays.fill(carried, 0, ConeExponentials.COUNT * lines, 0);
    ConeLines walk = new ConeLines(medium, path, sheet);
    while (walk.next()) {
      row(medium, path, walk.offset(), carried, walk.line(), lines, walk.count());
    }
  }

  private static void row(
      ConeMedium medium,
      ConePath path,
      int offset,
      float[] carried,
      int line,
      int lines,
      int count) {
    ConeExponentials e = path.exponentials();
    float[] density = medium.density();
    float[] primaries = medium.primary();
    float[] scatters = medium.scatter();
    float[] doses = medium.dose();
    float length = path.lengthCm();
    float perAttenuation1 = 1 / e.attenuation1();
    float perAttenuation2 = 1 / e.attenuation2();
    float exponent1 = -e.attenuation1() * PowerOfTwo.LOG2_E;
    float exponent2 = -e.attenuation2() * PowerOfTwo.LOG2_E;
    for (int i = 0; i < count; i += LANES) {
      int at = offset + i;
      int to = line + i;
      VectorMask<Float> inside = FLOATS.indexInRange(i, count);
      FloatVector mass = FloatVector.fromArray(FLOATS, density, at).mul(length).max(LEAST_MASS);
      FloatVector inverse = FloatVector.broadcast(FLOATS, 1f).div(mass);
      FloatVector primary = FloatVector.fromArray(FLOATS, primaries, at);
      FloatVector scatter = FloatVector.fromArray(FLOATS, scatters, at);
      FloatVector dose = FloatVector.fromArray(FLOATS, doses, at);

      FloatVector passing = power(mass.mul(exponent1));
      FloatVector left = FloatVector.broadcast(FLOATS, 1f).sub(passing);
      FloatVector perMass = left.mul(inverse);
      FloatVector part = primary.mul(e.fraction1());
      FloatVector here = FloatVector.fromArray(FLOATS, carried, to);
      dose = here.fma(perMass, dose);
      dose = part.fma(staying(perMass, perAttenuation1), dose);
      here.fma(passing, part.mul(left.mul(perAttenuation1)))
          .add(NOTHING)
          .sub(NOTHING)
          .intoArray(carried, to, inside);

      to += lines;
      passing = power(mass.mul(exponent2));
      left = FloatVector.broadcast(FLOATS, 1f).sub(passing);
      perMass = left.mul(inverse);
      part = primary.mul(e.fraction2());
      here = FloatVector.fromArray(FLOATS, carried, to);
      dose = here.fma(perMass, dose);
      dose = part.fma(staying(perMass, perAttenuation2), dose);
      here.fma(passing, part.mul(left.mul(perAttenuation2)))
          .add(NOTHING)
          .sub(NOTHING)
          .intoArray(carried, to, inside);

      to += lines;
      FloatVector tau = mass.mul(e.attenuation3());
      FloatVector g = series(tau);
      part = scatter.mul(e.fraction3());
      here = FloatVector.fromArray(FLOATS, carried, to);
      dose = here.fma(g.mul(e.attenuation3()), dose);
      dose = part.fma(FloatVector.broadcast(FLOATS, 1f).sub(g), dose);
      here.fma(passing(tau, g), part.mul(mass.mul(g))).intoArray(carried, to, inside);

      to += lines;
      tau = mass.mul(e.attenuation4());
      g = series(tau);
      part = scatter.mul(e.fraction4());
      here = FloatVector.fromArray(FLOATS, carried, to);
      dose = here.fma(g.mul(e.attenuation4()), dose);
      dose = part.fma(FloatVector.broadcast(FLOATS, 1f).sub(g), dose);
      here.fma(passing(tau, g), part.mul(mass.mul(g))).intoArray(carried, to, inside);
      dose.intoArray(doses, at, inside);
    }
  }

  private static FloatVector staying(FloatVector perMass, float perAttenuation) {
    return perMass.fma(
        FloatVector.broadcast(FLOATS, -perAttenuation), FloatVector.broadcast(FLOATS, 1f));
  }

  private static FloatVector series(FloatVector tau) {
    FloatVector g =
        tau.fma(FloatVector.broadcast(FLOATS, 1f / 120), FloatVector.broadcast(FLOATS, -1f / 24));
    g = tau.fma(g, FloatVector.broadcast(FLOATS, 1f / 6));
    g = tau.fma(g, FloatVector.broadcast(FLOATS, -0.5f));
    return tau.fma(g, FloatVector.broadcast(FLOATS, 1f));
  }

  private static FloatVector passing(FloatVector tau, FloatVector g) {
    return tau.neg().fma(g, FloatVector.broadcast(FLOATS, 1f));
  }

  private static FloatVector power(FloatVector x) {
    FloatVector y = x.max(PowerOfTwo.LEAST);
    FloatVector rounded = y.add(PowerOfTwo.ROUNDER);
    FloatVector rest = y.sub(rounded.sub(PowerOfTwo.ROUNDER));
    FloatVector p =
        rest.fma(
            FloatVector.broadcast(FLOATS, PowerOfTwo.C6),
            FloatVector.broadcast(FLOATS, PowerOfTwo.C5));
    p = rest.fma(p, FloatVector.broadcast(FLOATS, PowerOfTwo.C4));
    p = rest.fma(p, FloatVector.broadcast(FLOATS, PowerOfTwo.C3));
    p = rest.fma(p, FloatVector.broadcast(FLOATS, PowerOfTwo.C2));
    p = rest.fma(p, FloatVector.broadcast(FLOATS, PowerOfTwo.C1));
    p = rest.fma(p, FloatVector.broadcast(FLOATS, 1f));
    return p.reinterpretAsInts()
        .add(rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, PowerOfTwo.MANTISSA_BITS))
        .reinterpretAsFloats();
  }
}
