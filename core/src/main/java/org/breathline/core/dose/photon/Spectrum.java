package org.breathline.core.dose.photon;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The photons of a beam by energy: lines that stand for bins, with the part of the photons (not of
 * the energy) in each. Immutable.
 */
public final class Spectrum {

  private final double[] energiesMeV;
  private final double[] weights;

  /**
   * A spectrum; its weights are scaled to the sum 1.
   *
   * @param energiesMeV rising
   * @param weights relative numbers of photons, at least 0, one above
   * @throws IllegalArgumentException if they don't fit together
   */
  public Spectrum(double[] energiesMeV, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    if (energiesMeV.length != weights.length || !(sum > 0) || !Double.isFinite(sum)) {
      throw new IllegalArgumentException("a spectrum needs a weight for each energy, not all 0");
    }
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] < 0 || (i > 0 && !(energiesMeV[i] > energiesMeV[i - 1]))) {
        throw new IllegalArgumentException(
            "energies of a spectrum must rise, its weights not be under 0");
      }
    }
    this.energiesMeV = energiesMeV.clone();
    this.weights = Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  /** The number of lines. */
  public int lines() {
    return weights.length;
  }

  /** The energy of a line, MeV. */
  public double energyMeV(int line) {
    return energiesMeV[line];
  }

  /** The part of the photons in a line. */
  public double weight(int line) {
    return weights[line];
  }

  /** Mean energy of the photons, MeV. */
  public double meanEnergyMeV() {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * energiesMeV[i];
    }
    return sum;
  }

  /** The spectrum with each line multiplied by a function of its energy in MeV. */
  public Spectrum times(DoubleUnaryOperator factor) {
    double[] changed = new double[weights.length];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = weights[i] * factor.applyAsDouble(energiesMeV[i]);
    }
    return new Spectrum(energiesMeV, changed);
  }

  /** What is left of the spectrum behind some water, g/cm2. */
  public Spectrum behind(double waterGPerCm2) {
    return times(e -> Math.exp(-WaterAttenuation.attenuation(e) * waterGPerCm2));
  }
}
