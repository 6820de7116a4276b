package org.breathline.study.plot;

/**
 * A linear map from values to places on a canvas.
 *
 * @param low one value
 * @param high another value
 * @param lowPlace where {@code low} is, points
 * @param highPlace where {@code high} is, points
 */
public record Scale(double low, double high, double lowPlace, double highPlace) {

  /** Checks that the values differ; throws {@link IllegalArgumentException}. */
  public Scale {
    if (!(Double.isFinite(low) && Double.isFinite(high) && low != high)) {
      throw new IllegalArgumentException("no scale from %s to %s".formatted(low, high));
    }
  }

  /** Where a value is. */
  public double place(double value) {
    return lowPlace + (value - low) / (high - low) * (highPlace - lowPlace);
  }

  /** The value at a place. */
  public double value(double place) {
    return low + (place - lowPlace) / (highPlace - lowPlace) * (high - low);
  }
}
