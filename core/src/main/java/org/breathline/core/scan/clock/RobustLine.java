package org.breathline.core.scan.clock;

import java.util.Arrays;

/**
 * A straight line through points of known uncertainty that does not follow outliers: weighted least
 * squares, each point's weight lessened by Huber's function of its distance (k = 1.5), repeated.
 *
 * @param intercept the line at 0
 * @param slope the line's slope
 * @param interceptUncertainty one standard deviation
 * @param slopeUncertainty one standard deviation
 * @param residual weighted root mean square distance of the points from the line
 */
record RobustLine(
    double intercept,
    double slope,
    double interceptUncertainty,
    double slopeUncertainty,
    double residual) {

  private static final double HUBER = 1.5;
  private static final int ROUNDS = 30;

  /** No point is better known than this, in units of y: 0.03 s is about half a trace's sample. */
  private static final double LEAST_UNCERTAINTY = 0.03;

  /** Fits at least three points; where all have the same x, the slope is 0 and not known. */
  static RobustLine fit(double[] x, double[] y, double[] uncertainty) {
    int n = x.length;
    double[] sigma =
        Arrays.stream(uncertainty).map(u -> Math.hypot(u, LEAST_UNCERTAINTY)).toArray();
    double[] weights = new double[n];
    double intercept = 0;
    double slope = 0;
    double scale = 1;
    double[] moments = new double[3];
    Arrays.fill(weights, 1);
    for (int round = 0; round < ROUNDS; round++) {
      double w = 0;
      double wx = 0;
      double wy = 0;
      double wxx = 0;
      double wxy = 0;
      for (int i = 0; i < n; i++) {
        double weight = weights[i] / (sigma[i] * sigma[i]);
        w += weight;
        wx += weight * x[i];
        wy += weight * y[i];
        wxx += weight * x[i] * x[i];
        wxy += weight * x[i] * y[i];
      }
      double determinant = w * wxx - wx * wx;
      slope = determinant > 0 ? (w * wxy - wx * wy) / determinant : 0;
      intercept = (wy - slope * wx) / w;
      moments = new double[] {w, wx, wxx};
      double[] distances = new double[n];
      for (int i = 0; i < n; i++) {
        distances[i] = Math.abs(y[i] - intercept - slope * x[i]) / sigma[i];
      }
      // Median absolute deviation, made consistent with a normal distribution, two parameters used.
      double[] sorted = distances.clone();
      Arrays.sort(sorted);
      scale = Math.max(1, 1.4826 * sorted[n / 2] * Math.sqrt(n / Math.max(1.0, n - 2)));
      for (int i = 0; i < n; i++) {
        weights[i] = distances[i] <= HUBER * scale ? 1 : HUBER * scale / distances[i];
      }
    }
    double squares = 0;
    double total = 0;
    for (int i = 0; i < n; i++) {
      double weight = 1 / (sigma[i] * sigma[i]);
      squares += weight * Math.pow(y[i] - intercept - slope * x[i], 2);
      total += weight;
    }
    double determinant = moments[0] * moments[2] - moments[1] * moments[1];
    return new RobustLine(
        intercept,
        slope,
        scale * Math.sqrt(determinant > 0 ? moments[2] / determinant : 1 / moments[0]),
        determinant > 0 ? scale * Math.sqrt(moments[0] / determinant) : Double.POSITIVE_INFINITY,
        Math.sqrt(squares / total));
  }
}
