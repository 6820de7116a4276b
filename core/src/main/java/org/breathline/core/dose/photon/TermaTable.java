package org.breathline.core.dose.photon;

/**
 * What a beam of one photon per cm2 releases in water behind some water, in MeV/g: collision kerma
 * Kc(d) = sum over E of phi E mu p exp(-mu d), with p the part that charged particles set free by
 * the first interaction leave, and the rest of the terma, which is scattered on.
 */
public final class TermaTable {

  private static final double STEP = 0.05;
  private static final int STEPS = 2400;

  private final float[] primary = new float[STEPS + 2];
  private final float[] scatter = new float[STEPS + 2];

  /** The table of a spectrum. */
  public TermaTable(Spectrum spectrum) {
    double[] primarySum = new double[primary.length];
    double[] scatterSum = new double[primary.length];
    for (int line = 0; line < spectrum.lines(); line++) {
      double energy = spectrum.energyMeV(line);
      double attenuation = WaterAttenuation.attenuation(energy);
      double part = DepositionKernels.primaryPart(energy);
      double terma = spectrum.weight(line) * energy * attenuation;
      for (int i = 0; i < primary.length; i++) {
        double here = terma * Math.exp(-attenuation * STEP * i);
        primarySum[i] += here * part;
        scatterSum[i] += here * (1 - part);
      }
    }
    for (int i = 0; i < primary.length; i++) {
      primary[i] = (float) primarySum[i];
      scatter[i] = (float) scatterSum[i];
    }
  }

  /** Collision kerma behind so much water (g/cm2, at least 0), MeV cm2/g per photon. */
  public float primary(double depth) {
    return interpolated(primary, depth);
  }

  /** The rest of the terma behind so much water (g/cm2, at least 0), MeV cm2/g per photon. */
  public float scatter(double depth) {
    return interpolated(scatter, depth);
  }

  private static float interpolated(float[] values, double depth) {
    double place = Math.min(depth / STEP, STEPS);
    int below = (int) place;
    float fraction = (float) (place - below);
    return values[below] + fraction * (values[below + 1] - values[below]);
  }
}
