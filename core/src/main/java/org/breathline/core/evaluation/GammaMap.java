package org.breathline.core.evaluation;

import org.breathline.core.image.FloatVolume;

/**
 * How two doses compare, point by point.
 *
 * @param gamma on the grid of the reference dose; NaN where it was not looked at
 * @param points how many were looked at
 * @param passing how many of them have a gamma of at most 1
 * @param mean the mean gamma of those looked at, 0 if there are none
 * @param highest the highest gamma of those looked at
 */
public record GammaMap(FloatVolume gamma, long points, long passing, double mean, double highest) {

  /** Gathers the figures of a map. */
  static GammaMap of(FloatVolume gamma) {
    long points = 0;
    long passing = 0;
    double sum = 0;
    double highest = 0;
    for (float value : gamma.values()) {
      if (!Float.isNaN(value)) {
        points++;
        passing += value <= 1 ? 1 : 0;
        sum += value;
        highest = Math.max(highest, value);
      }
    }
    return new GammaMap(gamma, points, passing, points == 0 ? 0 : sum / points, highest);
  }

  /** How many of the points pass, per cent; NaN if none was looked at. */
  public double passingPercent() {
    return points == 0 ? Double.NaN : 100.0 * passing / points;
  }
}
