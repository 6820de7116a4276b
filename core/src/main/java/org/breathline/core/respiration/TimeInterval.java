package org.breathline.core.respiration;

/**
 * A stretch of time.
 *
 * @param startS its first moment, seconds
 * @param endS its last moment, seconds; not before {@code startS}
 */
public record TimeInterval(double startS, double endS) {

  /** Checks the order; throws {@link IllegalArgumentException}. */
  public TimeInterval {
    if (!(startS <= endS)) {
      throw new IllegalArgumentException(
          "an interval ends at %.3f s, before it starts at %.3f s".formatted(endS, startS));
    }
  }

  /** How long it is, seconds. */
  public double durationS() {
    return endS - startS;
  }

  /** Whether a time lies in it, both ends included. */
  public boolean contains(double timeS) {
    return startS <= timeS && timeS <= endS;
  }
}
