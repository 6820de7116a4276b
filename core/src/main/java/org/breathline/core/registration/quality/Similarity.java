package org.breathline.core.registration.quality;

import org.breathline.core.image.FloatVolume;
import org.breathline.core.structure.RunLengthMask;

/**
 * How alike two images are in a region, where both show something (are not NaN).
 *
 * @param correlation normalised cross-correlation of the Hounsfield units, -1 to 1; 0 where one of
 *     them is constant
 * @param meanAbsoluteHu the mean of the absolute differences, HU
 */
public record Similarity(double correlation, double meanAbsoluteHu) {

  /**
   * Compares.
   *
   * @param a on the region's grid
   * @param b on the region's grid
   */
  static Similarity of(FloatVolume a, FloatVolume b, RunLengthMask region) {
    float[] x = MaskedValues.of(a, region);
    float[] y = MaskedValues.of(b, region);
    int shown = 0;
    for (int n = 0; n < x.length; n++) {
      if (!Float.isNaN(x[n]) && !Float.isNaN(y[n])) {
        x[shown] = x[n];
        y[shown++] = y[n];
      }
    }
    double meanX = mean(x, shown);
    double meanY = mean(y, shown);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    double absolute = 0;
    for (int n = 0; n < shown; n++) {
      double dx = x[n] - meanX;
      double dy = y[n] - meanY;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
      absolute += Math.abs(x[n] - y[n]);
    }
    double norm = Math.sqrt(xx * yy);
    return new Similarity(norm > 0 ? xy / norm : 0, absolute / Math.max(1, shown));
  }

  private static double mean(float[] values, int count) {
    double sum = 0;
    for (int n = 0; n < count; n++) {
      sum += values[n];
    }
    return sum / Math.max(1, count);
  }
}
