package org.breathline.core.evaluation;

/** The standard normal distribution. */
final class NormalDistribution {

  private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

  /** Beyond this the series loses digits to cancellation, and the continued fraction has them. */
  private static final double NEAR = 3;

  private static final int TERMS = 60;

  private NormalDistribution() {}

  /**
   * The probability of a value below t, right to about 1e-14: near the middle by the series of odd
   * powers, in the tails by Laplace's continued fraction (Abramowitz and Stegun 26.2.11, 26.2.14).
   */
  static double below(double t) {
    double size = Math.abs(t);
    double density = Math.exp(-size * size / 2) / SQRT_2_PI;
    double tail;
    if (size < NEAR) {
      double term = size;
      double sum = size;
      for (int i = 1; i < TERMS; i++) {
        term *= size * size / (2 * i + 1);
        sum += term;
      }
      tail = 0.5 - density * sum;
    } else {
      double fraction = size;
      for (int i = TERMS; i > 0; i--) {
        fraction = size + i / fraction;
      }
      tail = density / fraction;
    }
    return t > 0 ? 1 - tail : tail;
  }
}
