package org.breathline.core.respiration.detection;

import java.util.Arrays;

/** Order statistics of a few numbers. */
final class Quantiles {

  private Quantiles() {}

  /** The value below which a share of the values lies, 0 to 1, by linear interpolation. */
  static double of(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, share);
  }

  static double ofSorted(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
