package org.breathline.core.sorting.border;

import java.util.Arrays;

/** Evens out a figure along the body; single outliers and unknown places do not count. */
final class SmoothProfile {

  private SmoothProfile() {}

  /**
   * The median of each value and its two neighbours, then a Gaussian mean.
   *
   * @param positionsMm increasing
   * @param values NaN where unknown
   * @param sigmaMm of the Gaussian
   * @return NaN only where nothing is known within reach
   */
  static double[] of(double[] positionsMm, double[] values, double sigmaMm) {
    int n = values.length;
    double[] medians = new double[n];
    for (int i = 0; i < n; i++) {
      double[] near =
          Arrays.stream(values, Math.max(0, i - 1), Math.min(n, i + 2))
              .filter(Double::isFinite)
              .sorted()
              .toArray();
      int m = near.length;
      medians[i] = m == 0 ? Double.NaN : (near[(m - 1) / 2] + near[m / 2]) / 2;
    }
    double[] smooth = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      double weights = 0;
      for (int j = 0; j < n; j++) {
        double distance = (positionsMm[j] - positionsMm[i]) / sigmaMm;
        if (Double.isFinite(medians[j]) && Math.abs(distance) <= 4) {
          double weight = Math.exp(-distance * distance / 2);
          sum += weight * medians[j];
          weights += weight;
        }
      }
      smooth[i] = weights > 0 ? sum / weights : Double.NaN;
    }
    return smooth;
  }
}
