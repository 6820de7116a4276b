package org.breathline.core.phantom;

/** The cubic step, smooth to its first derivative. */
final class Smooth {

  private Smooth() {}

  /** 0 below 0, 1 above 1, 3 t^2 - 2 t^3 between. */
  static double step(double t) {
    if (t <= 0) {
      return 0;
    }
    return t >= 1 ? 1 : t * t * (3 - 2 * t);
  }

  /** The derivative of {@link #step}, at most 1.5. */
  static double stepSlope(double t) {
    return t <= 0 || t >= 1 ? 0 : 6 * t * (1 - t);
  }
}
