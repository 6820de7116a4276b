package org.breathline.core.respiration.detection;

/**
 * Local linear regression with Gaussian weights at unevenly spaced times (Fan and Gijbels, Local
 * Polynomial Modelling, 1996): unlike a plain weighted mean it neither leans towards denser samples
 * nor flattens the ends.
 */
final class GaussianSmoothing {

  private static final double REACH = 3;

  private GaussianSmoothing() {}

  /** Smooths the samples {@code from} to before {@code to}; the result starts at {@code from}. */
  static double[] smooth(UsableSignal signal, int from, int to, double sigmaS) {
    double[] smoothed = new double[to - from];
    int low = from;
    int high = from;
    for (int i = from; i < to; i++) {
      double timeS = signal.timesS()[i];
      while (signal.timesS()[low] < timeS - REACH * sigmaS) {
        low++;
      }
      while (high < to && signal.timesS()[high] <= timeS + REACH * sigmaS) {
        high++;
      }
      smoothed[i - from] = at(signal, low, high, timeS, sigmaS);
    }
    return smoothed;
  }

  private static double at(UsableSignal signal, int low, int high, double timeS, double sigmaS) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double t0 = 0;
    double t1 = 0;
    for (int k = low; k < high; k++) {
      double x = (signal.timesS()[k] - timeS) / sigmaS;
      double weight = Math.exp(-x * x / 2);
      s0 += weight;
      s1 += weight * x;
      s2 += weight * x * x;
      t0 += weight * signal.values()[k];
      t1 += weight * x * signal.values()[k];
    }
    double determinant = s0 * s2 - s1 * s1;
    return determinant > 1e-6 * s0 * s0 ? (s2 * t0 - s1 * t1) / determinant : t0 / s0;
  }
}
