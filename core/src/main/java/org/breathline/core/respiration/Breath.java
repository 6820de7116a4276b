package org.breathline.core.respiration;

/**
 * One breath, from the end of one inhalation to the end of the next.
 *
 * @param startS end of inhalation that opens the breath, seconds
 * @param exhaleS end of exhalation within it, seconds
 * @param endS end of the next inhalation, seconds
 * @param trusted false where samples were lost, the device found no period, or detection was unsure
 */
public record Breath(double startS, double exhaleS, double endS, boolean trusted) {

  /** Checks the order; throws {@link IllegalArgumentException}. */
  public Breath {
    if (!(startS < exhaleS && exhaleS < endS)) {
      throw new IllegalArgumentException(
          "a breath runs inhale, exhale, inhale: %.3f, %.3f, %.3f s"
              .formatted(startS, exhaleS, endS));
    }
  }

  /** The period in seconds. */
  public double periodS() {
    return endS - startS;
  }

  /** The share of the period spent breathing in, 0 to 1. */
  public double inhaleFraction() {
    return (endS - exhaleS) / periodS();
  }
}
