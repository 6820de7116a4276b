package org.breathline.core.phantom;

/**
 * How the scanner's clock runs against the trace's: {@code scanner = offset + (1 + drift) * trace}.
 *
 * @param offsetS seconds that the scanner's clock is ahead at trace time 0
 * @param drift by how much it runs faster, such as 0.005 for half a per cent
 */
public record ScanClock(double offsetS, double drift) {

  /** Both clocks agree. */
  public static final ScanClock TRUE = new ScanClock(0, 0);

  /** Checks that time runs forward. */
  public ScanClock {
    if (!(drift > -0.5 && drift < 0.5) || !Double.isFinite(offsetS)) {
      throw new IllegalArgumentException("a clock drift must be within 0.5, and an offset finite");
    }
  }

  /** The scanner's reading at a time of the trace, seconds. */
  public double scannerS(double traceS) {
    return offsetS + (1 + drift) * traceS;
  }

  /** The trace's time at a reading of the scanner, seconds. */
  public double traceS(double scannerS) {
    return (scannerS - offsetS) / (1 + drift);
  }
}
