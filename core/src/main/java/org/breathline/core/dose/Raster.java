package org.breathline.core.dose;

/** A fluence map cut into fine squares, with a border around it for blurs to reach into. */
record Raster(double x0Mm, double y0Mm, double stepMm, int nx, int ny, FluenceIntegral map) {

  /**
   * Cuts a map.
   *
   * @param reachMm width of the border
   */
  static Raster of(FluenceMap map, double stepMm, double reachMm) {
    double[] values = new double[map.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = map.values()[i];
    }
    double left = map.x0Mm() - map.spacingMm() / 2;
    double low = map.y0Mm() - map.spacingMm() / 2;
    FluenceIntegral integral =
        new FluenceIntegral(left, low, map.spacingMm(), map.nx(), map.ny(), values);
    int border = (int) Math.ceil(reachMm / stepMm) + 1;
    double x0 = left - border * stepMm;
    double y0 = low - border * stepMm;
    int nx = (int) Math.ceil(map.nx() * map.spacingMm() / stepMm) + 2 * border;
    int ny = (int) Math.ceil(map.ny() * map.spacingMm() / stepMm) + 2 * border;
    return new Raster(x0, y0, stepMm, nx, ny, integral);
  }

  private double xMm(int square) {
    int i = square % nx;
    return x0Mm + (i + 0.5) * stepMm;
  }

  private double yMm(int square) {
    int j = square / nx;
    return y0Mm + (j + 0.5) * stepMm;
  }

  /** Distance of a square's centre from the axis, mm. */
  double radiusMm(int square) {
    return Math.hypot(xMm(square), yMm(square));
  }

  /** The running sums of values of the squares. */
  FluenceIntegral integral(double[] values) {
    return new FluenceIntegral(x0Mm, y0Mm, stepMm, nx, ny, values);
  }

  /** The map's mean in every square, blurred by a Gaussian. */
  double[] blurred(double sigmaMm) {
    double[] values = new double[nx * ny];
    double half = stepMm / 2;
    for (int square = 0; square < values.length; square++) {
      double x = xMm(square);
      double y = yMm(square);
      if (!map.misses(x, y, half, half)) {
        values[square] = map.mean(x, y, half, half);
      }
    }
    if (sigmaMm == 0) {
      return values;
    }
    double[] weights = gaussian(sigmaMm / stepMm);
    return along(along(values, weights, nx, 1, ny, nx), weights, ny, nx, nx, 1);
  }

  /** A Gaussian integrated over squares, normalised. */
  private static double[] gaussian(double sigma) {
    int radius = (int) Math.ceil(3.5 * sigma) + 1;
    double[] weights = new double[radius + 1];
    double sum = 0;
    for (int i = 0; i <= radius; i++) {
      // Three points a square are enough from half a square's sigma on.
      for (double at : new double[] {i - 1.0 / 3, i, i + 1.0 / 3}) {
        weights[i] += Math.exp(-at * at / (2 * sigma * sigma));
      }
      sum += (i == 0 ? 1 : 2) * weights[i];
    }
    for (int i = 0; i <= radius; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  private static double[] along(
      double[] values, double[] weights, int count, int step, int lines, int lineStep) {
    double[] out = new double[values.length];
    for (int line = 0; line < lines; line++) {
      int from = line * lineStep;
      for (int i = 0; i < count; i++) {
        double value = values[from + i * step];
        if (value != 0) {
          int first = Math.max(0, i - weights.length + 1);
          int last = Math.min(count - 1, i + weights.length - 1);
          for (int to = first; to <= last; to++) {
            out[from + to * step] += value * weights[Math.abs(to - i)];
          }
        }
      }
    }
    return out;
  }
}
