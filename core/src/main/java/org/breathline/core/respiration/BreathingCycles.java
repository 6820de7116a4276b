package org.breathline.core.respiration;

import java.util.List;

/**
 * A trace with its breaths: phase, direction and amplitude at any time. Breaths follow each other
 * in time without overlapping; between two that do not touch (a gap in the recording, an unclear
 * stretch) there is no phase.
 */
public final class BreathingCycles {

  /** Which way the breath goes. */
  public enum Direction {
    /** From the end of inhalation to the end of exhalation. */
    EXHALING,
    /** From the end of exhalation to the end of inhalation. */
    INHALING
  }

  private final BreathingTrace trace;
  private final List<Breath> breaths;

  /**
   * Joins a trace and its breaths.
   *
   * @throws IllegalArgumentException if breaths overlap or are out of order
   */
  public BreathingCycles(BreathingTrace trace, List<Breath> breaths) {
    for (int i = 1; i < breaths.size(); i++) {
      if (breaths.get(i).startS() < breaths.get(i - 1).endS()) {
        throw new IllegalArgumentException("breaths %d and %d overlap".formatted(i - 1, i));
      }
    }
    this.trace = trace;
    this.breaths = List.copyOf(breaths);
  }

  /** The trace. */
  public BreathingTrace trace() {
    return trace;
  }

  /** The breaths in the order of time. */
  public List<Breath> breaths() {
    return breaths;
  }

  /** The number of the breath that holds a time; -1 where there is none. */
  public int breathAt(double timeS) {
    int low = 0;
    int high = breaths.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Breath breath = breaths.get(middle);
      if (timeS < breath.startS()) {
        high = middle - 1;
      } else if (timeS >= breath.endS()) {
        low = middle + 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  /** The phase in per cent, 0 to below 100, linear in time between ends of inhalation; or NaN. */
  public double phasePercentAt(double timeS) {
    int number = breathAt(timeS);
    if (number < 0) {
      return Double.NaN;
    }
    Breath breath = breaths.get(number);
    return 100 * (timeS - breath.startS()) / breath.periodS();
  }

  /** The amplitude in the trace's unit by linear interpolation; NaN outside the recording. */
  public double amplitudeAt(double timeS) {
    return trace.amplitudeAt(timeS);
  }

  /** Which way the breath goes at a time within a breath. */
  public Direction directionAt(double timeS) {
    int number = breathAt(timeS);
    if (number < 0) {
      throw new IllegalArgumentException("no breath at %.3f s".formatted(timeS));
    }
    return timeS < breaths.get(number).exhaleS() ? Direction.EXHALING : Direction.INHALING;
  }

  /**
   * The amplitude within its own breath: 0 at that breath's end of exhalation, 1 at the end of
   * inhalation it comes from or goes to, clamped to that range; NaN where there is no breath.
   */
  public double localAmplitudeAt(double timeS) {
    int number = breathAt(timeS);
    if (number < 0) {
      return Double.NaN;
    }
    Breath breath = breaths.get(number);
    double low = trace.amplitudeAt(breath.exhaleS());
    double high = trace.amplitudeAt(timeS < breath.exhaleS() ? breath.startS() : breath.endS());
    if (!(high > low)) {
      return Double.NaN;
    }
    return Math.clamp((trace.amplitudeAt(timeS) - low) / (high - low), 0.0, 1.0);
  }
}
