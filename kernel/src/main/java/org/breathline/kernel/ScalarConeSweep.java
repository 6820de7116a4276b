package org.breathline.kernel;

import java.util.Arrays;

/** The definition, voxel by voxel. */
final class ScalarConeSweep implements ConeSweep {

  @Override
  public void sweep(ConeMedium medium, ConePath path, int sheet, float[] carried) {
    int lines = path.lines(medium);
    Arrays.fill(carried, 0, ConeExponentials.COUNT * lines, 0);
    ConeExponentials e = path.exponentials();
    float[] dose = medium.dose();
    ConeLines walk = new ConeLines(medium, path, sheet);
    while (walk.next()) {
      int offset = walk.offset();
      int line = walk.line();
      for (int i = 0; i < walk.count(); i++, offset++, line++) {
        float mass = Math.max(medium.density()[offset] * path.lengthCm(), LEAST_MASS);
        float inverse = 1 / mass;
        float primary = medium.primary()[offset];
        float scatter = medium.scatter()[offset];
        float sum = dose[offset];
        sum = steep(e.fraction1(), e.attenuation1(), mass, inverse, primary, carried, line, sum);
        sum =
            steep(
                e.fraction2(),
                e.attenuation2(),
                mass,
                inverse,
                primary,
                carried,
                line + lines,
                sum);
        sum = flat(e.fraction3(), e.attenuation3(), mass, scatter, carried, line + 2 * lines, sum);
        sum = flat(e.fraction4(), e.attenuation4(), mass, scatter, carried, line + 3 * lines, sum);
        dose[offset] = sum;
      }
    }
  }

  /** A term of which much may be left in a voxel; returns the dose with its part added. */
  private static float steep(
      float fraction,
      float attenuation,
      float mass,
      float inverse,
      float released,
      float[] carried,
      int line,
      float dose) {
    float perAttenuation = 1 / attenuation;
    float passing = PowerOfTwo.of(mass * (-attenuation * PowerOfTwo.LOG2_E));
    float left = 1 - passing;
    float perMass = left * inverse;
    float part = released * fraction;
    float here = carried[line];
    float sum = Math.fma(here, perMass, dose);
    sum = Math.fma(part, Math.fma(perMass, -perAttenuation, 1f), sum);
    carried[line] = Math.fma(here, passing, part * (left * perAttenuation)) + NOTHING - NOTHING;
    return sum;
  }

  /** A term of which little is left in a voxel. */
  private static float flat(
      float fraction,
      float attenuation,
      float mass,
      float released,
      float[] carried,
      int line,
      float dose) {
    float tau = mass * attenuation;
    float g = Math.fma(tau, 1f / 120, -1f / 24);
    g = Math.fma(tau, g, 1f / 6);
    g = Math.fma(tau, g, -0.5f);
    g = Math.fma(tau, g, 1f);
    float part = released * fraction;
    float here = carried[line];
    float sum = Math.fma(here, g * attenuation, dose);
    sum = Math.fma(part, 1 - g, sum);
    float passing = Math.fma(-tau, g, 1f);
    carried[line] = Math.fma(here, passing, part * (mass * g));
    return sum;
  }
}
