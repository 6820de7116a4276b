package org.breathline.core.phantom;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;

/**
 * Turns a breathing trace into the states of the phantom, breath by breath as irregular as it is.
 * The amplitude is scaled so that the trace's median end of exhalation is 0 and its median end of
 * inhalation is 1.
 */
public final class BreathingDrive {

  /** How much the lagged amplitude lags by default, seconds. */
  public static final double LAG_S = 0.5;

  /** Beyond these the anatomy would be absurd; a spike in a trace is not a breath. */
  private static final double LEAST = -0.6;

  private static final double MOST = 2;

  private final double[] timesS;
  private final double[] amplitudes;
  private final double lagS;

  private BreathingDrive(double[] timesS, double[] amplitudes, double lagS) {
    this.timesS = timesS;
    this.amplitudes = amplitudes;
    this.lagS = lagS;
  }

  /** The drive of a trace with {@link #LAG_S}. */
  public static BreathingDrive of(BreathingCycles cycles) {
    return of(cycles, LAG_S);
  }

  /**
   * The drive of a trace. Lost samples are bridged in a straight line.
   *
   * @param cycles the trace and its breaths
   * @param lagS the lag of the second number of the state, seconds, at least 0
   * @throws IllegalArgumentException if there is no breath, or the breaths have no depth
   */
  public static BreathingDrive of(BreathingCycles cycles, double lagS) {
    if (!(lagS >= 0)) {
      throw new IllegalArgumentException("the lag must be at least 0 s, not " + lagS);
    }
    List<Breath> breaths = cycles.breaths();
    if (breaths.isEmpty()) {
      throw new IllegalArgumentException("a trace without a breath cannot drive the phantom");
    }
    double low = median(breaths.stream().mapToDouble(b -> cycles.amplitudeAt(b.exhaleS())));
    double high = median(breaths.stream().mapToDouble(b -> cycles.amplitudeAt(b.startS())));
    if (!(high > low)) {
      throw new IllegalArgumentException(
          "the breaths of the trace have no depth: exhale %.3g, inhale %.3g".formatted(low, high));
    }
    BreathingTrace trace = cycles.trace();
    int[] kept = new int[trace.size()];
    int count = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.validity(i) != BreathingTrace.Validity.LOST
          && Double.isFinite(trace.amplitude(i))) {
        kept[count++] = i;
      }
    }
    double[] times = new double[count];
    double[] amplitudes = new double[count];
    for (int i = 0; i < count; i++) {
      times[i] = trace.timeS(kept[i]);
      amplitudes[i] = Math.clamp((trace.amplitude(kept[i]) - low) / (high - low), LEAST, MOST);
    }
    return new BreathingDrive(times, amplitudes, lagS);
  }

  /**
   * The state at a time on the trace's clock, seconds; before and after the trace it holds still.
   */
  public MotionState stateAt(double timeS) {
    return new MotionState(amplitudeAt(timeS), amplitudeAt(timeS - lagS));
  }

  /** The start of the trace, seconds. */
  public double startS() {
    return timesS[0];
  }

  /** The end of the trace, seconds. */
  public double endS() {
    return timesS[timesS.length - 1];
  }

  private double amplitudeAt(double timeS) {
    int found = Arrays.binarySearch(timesS, timeS);
    if (found >= 0) {
      return amplitudes[found];
    }
    int after = -found - 1;
    if (after == 0) {
      return amplitudes[0];
    }
    if (after == timesS.length) {
      return amplitudes[timesS.length - 1];
    }
    double fraction = (timeS - timesS[after - 1]) / (timesS[after] - timesS[after - 1]);
    return amplitudes[after - 1] + fraction * (amplitudes[after] - amplitudes[after - 1]);
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
  }
}
