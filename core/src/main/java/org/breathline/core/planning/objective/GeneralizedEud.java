package org.breathline.core.planning.objective;

import java.util.Arrays;

/**
 * The generalized equivalent uniform dose, (mean of d^a)^(1/a), Gy (Niemierko, Med. Phys. 26 (1999)
 * 1100). Taken relative to the largest dose, so that no power overflows.
 *
 * @param exponent a: 1 is the mean; the larger, the more the hottest voxels count; below 0 the
 *     coldest count most, and voxels of less than a millionth of the largest dose count as that
 */
public record GeneralizedEud(double exponent) implements DoseFunction {

  private static final double LEAST_SHARE = 1e-6;

  /** Refuses an exponent of 0, which means nothing. */
  public GeneralizedEud {
    if (exponent == 0 || !Double.isFinite(exponent)) {
      throw new IllegalArgumentException("the exponent of a gEUD cannot be " + exponent);
    }
  }

  @Override
  public double evaluate(double[] dose, double[] gradient) {
    double largest = 0;
    for (double voxel : dose) {
      largest = Math.max(largest, voxel);
    }
    if (largest == 0) {
      // From no dose at all every voxel can only raise it.
      Arrays.fill(gradient, 1.0 / dose.length);
      return 0;
    }
    double sum = 0;
    for (double voxel : dose) {
      sum += Math.pow(share(voxel, largest), exponent);
    }
    double relative = Math.pow(sum / dose.length, 1 / exponent);
    double outer = Math.pow(relative, 1 - exponent) / dose.length;
    for (int voxel = 0; voxel < dose.length; voxel++) {
      gradient[voxel] = outer * Math.pow(share(dose[voxel], largest), exponent - 1);
    }
    return largest * relative;
  }

  private static double share(double dose, double largest) {
    return Math.max(LEAST_SHARE, dose / largest);
  }
}
