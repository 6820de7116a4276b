package org.breathline.study.plot;

/**
 * A stretch of time.
 *
 * @param startS its beginning, seconds
 * @param endS its end, seconds, not before the beginning
 */
public record TimeSpan(double startS, double endS) {

  /** Checks the order; throws {@link IllegalArgumentException}. */
  public TimeSpan {
    if (!(startS <= endS)) {
      throw new IllegalArgumentException("a time span from %s to %s s".formatted(startS, endS));
    }
  }

  /** Its length in seconds. */
  public double durationS() {
    return endS - startS;
  }
}
