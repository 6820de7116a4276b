package org.breathline.core.respiration.simulation;

/**
 * The typical breath: {@code level + amplitude cos^2n(pi u)} with u from 0 at one end of inhalation
 * over 1/2 at the end of exhalation to 1 (Lujan, Larsen, Balter, Ten Haken, Med Phys 26, 715, 1999,
 * equation 1), u linear in time within each half.
 *
 * @param periodS from one end of inhalation to the next, seconds
 * @param amplitudeMm from the end of exhalation to that of inhalation
 * @param exponent n of the formula, 1 to 10: the larger, the longer it dwells at exhalation
 * @param inhaleFraction the share of the period spent breathing in, 0.1 to 0.9; 0.5 in the paper
 */
public record BreathShape(double periodS, double amplitudeMm, int exponent, double inhaleFraction) {

  /** A quiet breath of 4 s and 10 mm. */
  public static final BreathShape QUIET = new BreathShape(4, 10, 2, 0.42);

  /** Checks the ranges; throws {@link IllegalArgumentException}. */
  public BreathShape {
    if (!(periodS > 0) || !(amplitudeMm > 0)) {
      throw new IllegalArgumentException("a breath has a positive period and amplitude");
    }
    if (exponent < 1 || exponent > 10 || !(inhaleFraction >= 0.1 && inhaleFraction <= 0.9)) {
      throw new IllegalArgumentException(
          "a breath's exponent lies in 1 to 10 and its inhale fraction in 0.1 to 0.9");
    }
  }
}
