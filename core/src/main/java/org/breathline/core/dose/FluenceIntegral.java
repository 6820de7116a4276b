package org.breathline.core.dose;

/**
 * The mean of a fluence over any rectangle of the plane through the isocentre, from running sums
 * over a fine raster: exact for a fluence that is constant in the raster's squares.
 */
final class FluenceIntegral {

  private final double x0Mm;
  private final double y0Mm;
  private final double stepMm;
  private final int nx;
  private final int ny;

  /** Sum over the squares left of and below a corner, times their area; (nx + 1) a row. */
  private final double[] sums;

  /**
   * Sums a raster.
   *
   * @param x0Mm the left border of the raster
   * @param y0Mm the lower border
   * @param values x fastest
   */
  FluenceIntegral(double x0Mm, double y0Mm, double stepMm, int nx, int ny, double[] values) {
    this.x0Mm = x0Mm;
    this.y0Mm = y0Mm;
    this.stepMm = stepMm;
    this.nx = nx;
    this.ny = ny;
    sums = new double[(nx + 1) * (ny + 1)];
    for (int j = 0; j < ny; j++) {
      double row = 0;
      for (int i = 0; i < nx; i++) {
        row += values[j * nx + i] * stepMm * stepMm;
        sums[(j + 1) * (nx + 1) + i + 1] = sums[j * (nx + 1) + i + 1] + row;
      }
    }
  }

  /** Whether a rectangle has nothing in common with the raster. */
  boolean misses(double xMm, double yMm, double halfWidthMm, double halfHeightMm) {
    return xMm + halfWidthMm <= x0Mm
        || yMm + halfHeightMm <= y0Mm
        || xMm - halfWidthMm >= x0Mm + nx * stepMm
        || yMm - halfHeightMm >= y0Mm + ny * stepMm;
  }

  /** The mean over a rectangle about a point. */
  double mean(double xMm, double yMm, double halfWidthMm, double halfHeightMm) {
    double area = 4 * halfWidthMm * halfHeightMm;
    double left = xMm - halfWidthMm;
    double right = xMm + halfWidthMm;
    double low = yMm - halfHeightMm;
    double high = yMm + halfHeightMm;
    double sum = upTo(right, high) - upTo(left, high) - upTo(right, low) + upTo(left, low);
    return Math.max(0, sum / area);
  }

  private double upTo(double xMm, double yMm) {
    double x = Math.clamp((xMm - x0Mm) / stepMm, 0, nx);
    double y = Math.clamp((yMm - y0Mm) / stepMm, 0, ny);
    int i = Math.min((int) x, nx - 1);
    int j = Math.min((int) y, ny - 1);
    double fx = x - i;
    double fy = y - j;
    int at = j * (nx + 1) + i;
    double lower = sums[at] + fx * (sums[at + 1] - sums[at]);
    double upper = sums[at + nx + 1] + fx * (sums[at + nx + 2] - sums[at + nx + 1]);
    return lower + fy * (upper - lower);
  }
}
