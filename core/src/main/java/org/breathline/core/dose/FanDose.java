package org.breathline.core.dose;

import org.breathline.kernel.ConeMedium;

/** Dose of the cells of a fan, or of a box of its columns, at any place in it. */
final class FanDose {

  private final ConeMedium medium;
  private final double firstX;
  private final double firstY;

  /** The dose that is in a medium whose first column is that of the fan. */
  FanDose(ConeMedium medium, int firstX, int firstY) {
    this.medium = medium;
    this.firstX = firstX;
    this.firstY = firstY;
  }

  /**
   * The dose by trilinear interpolation between those cells around a place in which there is
   * matter; 0 where there is none.
   *
   * @param x column of the fan, as a fraction
   * @param y the same along y
   * @param z plane of the fan, as a fraction
   */
  float at(double x, double y, double z) {
    double cx = x - firstX;
    double cy = y - firstY;
    int i = (int) Math.floor(cx);
    int j = (int) Math.floor(cy);
    int k = (int) Math.floor(z);
    double sum = 0;
    double weights = 0;
    for (int corner = 0; corner < 8; corner++) {
      int ci = i + (corner & 1);
      int cj = j + (corner >> 1 & 1);
      int ck = k + (corner >> 2);
      if (ci >= 0
          && cj >= 0
          && ck >= 0
          && ci < medium.nx()
          && cj < medium.ny()
          && ck < medium.nz()) {
        int at = (ck * medium.ny() + cj) * medium.stride() + ci;
        if (medium.density()[at] > 0) {
          double weight =
              (1 - Math.abs(cx - ci)) * (1 - Math.abs(cy - cj)) * (1 - Math.abs(z - ck));
          sum += weight * medium.dose()[at];
          weights += weight;
        }
      }
    }
    return weights > 0 ? (float) (sum / weights) : 0;
  }
}
