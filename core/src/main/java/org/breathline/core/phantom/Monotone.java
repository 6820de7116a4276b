package org.breathline.core.phantom;

import java.util.function.DoubleUnaryOperator;

/** Solves increasing functions of one variable: Newton's steps, kept within a shrinking bracket. */
final class Monotone {

  /** Far below a nanometre in any coordinate used here. */
  private static final double TOLERANCE = 1e-11;

  private static final int MOST_STEPS = 100;

  private Monotone() {}

  /**
   * The argument at which an increasing function has a value.
   *
   * @param value the value wanted
   * @param low an argument at which the function is not above the value
   * @param high an argument at which it is not below
   * @param function increasing between them
   * @param slope its derivative
   */
  static double solve(
      double value,
      double low,
      double high,
      DoubleUnaryOperator function,
      DoubleUnaryOperator slope) {
    double x = 0.5 * (low + high);
    for (int step = 0; step < MOST_STEPS && high - low > TOLERANCE; step++) {
      double excess = function.applyAsDouble(x) - value;
      if (excess > 0) {
        high = x;
      } else {
        low = x;
      }
      double next = x - excess / slope.applyAsDouble(x);
      if (Math.abs(next - x) < TOLERANCE) {
        return next;
      }
      x = next > low && next < high ? next : 0.5 * (low + high);
    }
    return x;
  }
}
