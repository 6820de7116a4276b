package org.breathline.core.respiration;

import java.util.Arrays;

/**
 * How a figure varies from breath to breath.
 *
 * @param mean its mean
 * @param standardDeviation of the sample (n - 1); 0 for a single value
 * @param smallest its minimum
 * @param largest its maximum
 */
public record Spread(double mean, double standardDeviation, double smallest, double largest) {

  /**
   * The spread of some values.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Spread of(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing has no spread");
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return new Spread(
        mean,
        values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1)),
        Arrays.stream(values).min().orElseThrow(),
        Arrays.stream(values).max().orElseThrow());
  }

  /** The standard deviation as a share of the mean; NaN for a mean of 0. */
  public double variation() {
    return mean == 0 ? Double.NaN : standardDeviation / Math.abs(mean);
  }
}
