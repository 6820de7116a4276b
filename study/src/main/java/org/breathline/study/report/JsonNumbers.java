package org.breathline.study.report;

import org.jspecify.annotations.Nullable;

/** Numbers as JSON may hold them: finite, and without digits that mean nothing. */
public final class JsonNumbers {

  private JsonNumbers() {}

  /**
   * A number to six decimals.
   *
   * @throws IllegalArgumentException if it is not finite, which JSON cannot hold
   */
  public static double rounded(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number: " + value);
    }
    double rounded = Math.rint(value * 1e6) / 1e6;
    // Adding zero turns -0.0 into 0.0.
    return Double.isFinite(rounded) ? rounded + 0.0 : value;
  }

  /** The same; null, which is left out, where there is no finite number. */
  public static @Nullable Double roundedOrAbsent(double value) {
    return Double.isFinite(value) ? rounded(value) : null;
  }
}
