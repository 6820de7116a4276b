package org.breathline.core.phantom;

/**
 * How far the phantom moves from the typical end of exhalation to the typical end of inhalation.
 *
 * @param domeMm descent of the right diaphragm's dome, at least 0
 * @param chestApMm anterior motion of the sternum
 * @param chestLrMm lateral motion of each flank
 * @param hysteresisApMm anterior-posterior offset in the middle of the lung for a difference of 1
 *     between the lagged and the present amplitude
 */
public record MotionParameters(
    double domeMm, double chestApMm, double chestLrMm, double hysteresisApMm) {

  /** Quiet breathing. */
  public static final MotionParameters QUIET = ofDome(15);

  /**
   * The mean displacement of the lungs' landmarks is {@code dome (SHARE + GROWTH dome)}, as fitted
   * to the phantom and held by a test: what has gone down goes down the faster.
   */
  private static final double SHARE = 0.5785;

  private static final double GROWTH_PER_MM = 0.00407;

  /** Checks ranges; beyond them the motion would no longer be invertible for deep breaths. */
  public MotionParameters {
    if (!(domeMm >= 0 && domeMm <= 45)) {
      throw new IllegalArgumentException("dome motion must be 0 to 45 mm, not " + domeMm);
    }
    if (!(Math.abs(chestApMm) <= 20 && Math.abs(chestLrMm) <= 10)) {
      throw new IllegalArgumentException("chest wall motion beyond 20 mm AP or 10 mm LR");
    }
    if (!(Math.abs(hysteresisApMm) <= 10)) {
      throw new IllegalArgumentException("hysteresis must be within 10 mm, not " + hysteresisApMm);
    }
  }

  /** Typical proportions for a descent of the dome in millimetres. */
  public static MotionParameters ofDome(double domeMm) {
    return new MotionParameters(domeMm, 0.28 * domeMm, 0.08 * domeMm, 0.4 * Math.min(domeMm, 20));
  }

  /**
   * Typical proportions for a mean displacement of the lungs' landmarks between the two ends of
   * breathing. In the ten cases of DIR-Lab it is 4 to 15 mm (Castillo et al., Phys Med Biol 54,
   * 1849, 2009).
   */
  public static MotionParameters ofMeanLandmark(double meanMm) {
    double root = Math.sqrt(SHARE * SHARE + 4 * GROWTH_PER_MM * meanMm);
    return ofDome((root - SHARE) / (2 * GROWTH_PER_MM));
  }
}
