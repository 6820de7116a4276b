package org.breathline.core.motion;

import java.util.List;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;

/**
 * What amplitude of a trace is fullness 0 and which is 1: the least and the greatest mean over the
 * breaths at the phases, so that {@link BreathCurve#of(BreathingCycles, List)} runs from 0 to 1.
 *
 * @param low the amplitude of fullness 0
 * @param range from there to fullness 1, above 0
 * @param periodS the mean period of the breaths used, seconds
 */
record TraceScale(double low, double range, double periodS) {

  private static final double RATE_SHARE = 0.1;

  static TraceScale of(BreathingCycles cycles, List<Double> percents) {
    List<Breath> used = usable(cycles);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double percent : percents) {
      double mean = meanAt(cycles, used, percent);
      low = Math.min(low, mean);
      high = Math.max(high, mean);
    }
    if (!(high > low)) {
      throw new IllegalArgumentException("the trace has no depth");
    }
    double period = used.stream().mapToDouble(Breath::periodS).average().orElseThrow();
    return new TraceScale(low, high - low, period);
  }

  /** The breaths that may be trusted, or all if there is none. */
  static List<Breath> usable(BreathingCycles cycles) {
    List<Breath> trusted = cycles.breaths().stream().filter(Breath::trusted).toList();
    List<Breath> used = trusted.isEmpty() ? cycles.breaths() : trusted;
    if (used.isEmpty()) {
      throw new IllegalArgumentException("the trace has no breath");
    }
    return used;
  }

  /** The mean amplitude over breaths at a phase. */
  static double meanAt(BreathingCycles cycles, List<Breath> breaths, double percent) {
    return breaths.stream()
        .mapToDouble(b -> cycles.amplitudeAt(b.startS() + percent / 100 * b.periodS()))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  /** The state at a time on the trace's clock; not finite outside the recording. */
  BreathState stateAt(BreathingCycles cycles, double timeS) {
    double half = RATE_SHARE * periodS;
    double rise = cycles.amplitudeAt(timeS + half) - cycles.amplitudeAt(timeS - half);
    return new BreathState(
        (cycles.amplitudeAt(timeS) - low) / range, rise / range / (2 * RATE_SHARE));
  }
}
