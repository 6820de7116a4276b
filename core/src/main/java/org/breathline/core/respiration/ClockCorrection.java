package org.breathline.core.respiration;

/**
 * How the trace's clock reads at a time of the scan's clock: {@code trace = reference + offset +
 * rate (scan - reference)}, with times in seconds. The two recorders start apart, and over minutes
 * run apart.
 *
 * @param referenceS the scan time at which the offset holds
 * @param offsetS trace time less scan time at the reference
 * @param rate trace seconds a scan second; 1 where the clocks do not drift
 */
public record ClockCorrection(double referenceS, double offsetS, double rate) {

  /** Both clocks are one. */
  public static final ClockCorrection NONE = new ClockCorrection(0, 0, 1);

  /** Checks the numbers; throws {@link IllegalArgumentException}. */
  public ClockCorrection {
    if (!Double.isFinite(referenceS) || !Double.isFinite(offsetS)) {
      throw new IllegalArgumentException("a clock's offset is a finite number of seconds");
    }
    if (!(rate > 0.5 && rate < 2)) {
      throw new IllegalArgumentException(
          "a clock's rate lies between 0.5 and 2, not at %.4f".formatted(rate));
    }
  }

  /** A constant offset, seconds: trace time less scan time. */
  public static ClockCorrection ofOffset(double offsetS) {
    return new ClockCorrection(0, offsetS, 1);
  }

  /** The trace time of a scan time, seconds. */
  public double toTraceS(double scanS) {
    return referenceS + offsetS + rate * (scanS - referenceS);
  }

  /** The scan time of a trace time, seconds. */
  public double toScanS(double traceS) {
    return referenceS + (traceS - referenceS - offsetS) / rate;
  }

  /** The drift: how much faster the trace's clock runs, in per cent. */
  public double driftPercent() {
    return 100 * (rate - 1);
  }
}
