package org.breathline.core.dose.photon;

import java.util.List;

/**
 * Attenuation of photons in water, 0.05 to 20 MeV (Hubbell and Seltzer, NIST SRD 126), between the
 * table's energies interpolated in the logarithms of both.
 */
public final class WaterAttenuation {

  private static final List<double[]> TABLE = NumberTable.rows("water-attenuation.csv");

  private WaterAttenuation() {}

  /** Mass attenuation coefficient, cm2/g. */
  public static double attenuation(double energyMeV) {
    return interpolated(1, energyMeV);
  }

  /** Mass energy-absorption coefficient, cm2/g. */
  public static double energyAbsorption(double energyMeV) {
    return interpolated(2, energyMeV);
  }

  private static double interpolated(int column, double energyMeV) {
    if (!(energyMeV >= TABLE.getFirst()[0] && energyMeV <= TABLE.getLast()[0])) {
      throw new IllegalArgumentException(
          "no attenuation in water is known at %s MeV: only from %s to %s"
              .formatted(energyMeV, TABLE.getFirst()[0], TABLE.getLast()[0]));
    }
    int above = 1;
    while (TABLE.get(above)[0] < energyMeV) {
      above++;
    }
    double[] low = TABLE.get(above - 1);
    double[] high = TABLE.get(above);
    double fraction = Math.log(energyMeV / low[0]) / Math.log(high[0] / low[0]);
    return low[column] * Math.pow(high[column] / low[column], fraction);
  }
}
