package org.breathline.core.qa;

/**
 * What a figure says of the scanner. The measurement's own uncertainty (k = 2) is on nobody's side,
 * as JCGM 106:2012 has it: a deviation is called within or beyond the tolerance only where the
 * uncertainty leaves no doubt.
 */
public enum Verdict {
  /** Within the tolerance, uncertainty included. */
  PASS,
  /** So near to the tolerance that the uncertainty does not let it be decided. */
  WARN,
  /** Beyond the tolerance, uncertainty included, or not to be measured although it should be. */
  FAIL;

  /** The graver of two. */
  public Verdict and(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }

  static Verdict of(double deviation, double tolerance, double uncertainty) {
    double expanded = 2 * uncertainty;
    double distance = Math.abs(deviation);
    if (distance + expanded <= tolerance) {
      return PASS;
    }
    // Also what is not a number.
    return distance - expanded <= tolerance ? WARN : FAIL;
  }
}
