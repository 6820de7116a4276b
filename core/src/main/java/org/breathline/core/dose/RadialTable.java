package org.breathline.core.dose;

import java.util.Arrays;

/**
 * A quantity of a beam by the distance from its axis in the plane through the isocentre: straight
 * lines between given radii, constant beyond the last. Immutable.
 */
public final class RadialTable {

  private final double[] radiiMm;
  private final double[] values;

  /**
   * A table.
   *
   * @param radiiMm rising from 0
   * @param values one a radius
   * @throws IllegalArgumentException if they don't fit together
   */
  public RadialTable(double[] radiiMm, double[] values) {
    boolean rising = radiiMm.length > 0 && radiiMm[0] == 0;
    for (int i = 1; i < radiiMm.length; i++) {
      rising &= radiiMm[i] > radiiMm[i - 1];
    }
    if (!rising || radiiMm.length != values.length) {
      throw new IllegalArgumentException(
          "a radial table needs radii that rise from 0 and a value for each");
    }
    this.radiiMm = radiiMm.clone();
    this.values = values.clone();
  }

  /** The same value everywhere. */
  public static RadialTable constant(double value) {
    return new RadialTable(new double[] {0}, new double[] {value});
  }

  /** The radii, mm. */
  public double[] radiiMm() {
    return radiiMm.clone();
  }

  /** The value at a radius, mm. */
  public double at(double radiusMm) {
    int found = Arrays.binarySearch(radiiMm, radiusMm);
    if (found >= 0) {
      return values[found];
    }
    int above = -found - 1;
    if (above >= radiiMm.length) {
      return values[values.length - 1];
    }
    double fraction = (radiusMm - radiiMm[above - 1]) / (radiiMm[above] - radiiMm[above - 1]);
    return values[above - 1] + fraction * (values[above] - values[above - 1]);
  }
}
