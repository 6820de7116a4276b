package org.breathline.study.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis: what is on it, from where to where, and the places that are named.
 *
 * @param label the quantity with its unit, such as "amplitude (mm)"; may be empty
 * @param low the value at its left or lower end
 * @param high the value at its right or upper end
 * @param ticks in increasing order, all within the range
 */
public record Axis(String label, double low, double high, List<Tick> ticks) {

  /**
   * A named place.
   *
   * @param value where it is
   * @param label what is written there
   */
  public record Tick(double value, String label) {}

  /** Copies the list; throws {@link IllegalArgumentException} if the range is empty. */
  public Axis {
    ticks = List.copyOf(ticks);
    if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
      throw new IllegalArgumentException("no axis from %s to %s".formatted(low, high));
    }
  }

  /** An axis from exactly one value to another, with at most so many ticks at round values. */
  public static Axis exactly(String label, double low, double high, int atMost) {
    double step = step(high - low, atMost);
    int decimals = decimals(step);
    List<Tick> ticks = new ArrayList<>();
    // Counting steps instead of adding them keeps 0.3 from becoming 0.30000000000000004.
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
      ticks.add(new Tick(i * step, Figures.fixed(i * step, decimals)));
    }
    return new Axis(label, low, high, ticks);
  }

  /**
   * An axis that holds all finite values and ends at round ones.
   *
   * @param values those not finite are passed over; with none left the axis runs from 0 to 1
   */
  public static Axis around(String label, double[] values, int atMost) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (low > high) {
      return exactly(label, 0, 1, atMost);
    }
    if (high - low < 1e-9 * Math.max(1, Math.abs(high))) {
      low -= 0.5;
      high += 0.5;
    }
    double step = step(high - low, atMost);
    return exactly(
        label,
        Math.floor(low / step + 1e-9) * step,
        Math.ceil(high / step - 1e-9) * step,
        atMost + 1);
  }

  /** The scale that lays the axis between two places. */
  public Scale between(double lowPlace, double highPlace) {
    return new Scale(low, high, lowPlace, highPlace);
  }

  /** The smallest of 1, 2 or 5 times a power of ten that cuts a range into at most so many. */
  static double step(double range, int atMost) {
    double rough = range / Math.max(1, atMost);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= rough * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static int decimals(double step) {
    return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  }
}
