package org.breathline.core.respiration.detection;

import java.util.Arrays;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Validity;

/**
 * The samples that detection may rely on: not lost, no spikes, and no denser than breathing needs
 * (samples within {@link #BIN_S} of each other are averaged, times too).
 */
final class UsableSignal {

  private static final double BIN_S = 0.02;

  /** A spike is no longer than this. */
  private static final double SPIKE_S = 0.12;

  /** A spike stands out by so many robust standard deviations of its neighbourhood, */
  private static final double SPIKE_DEVIATIONS = 6;

  /** and by this share of the breathing's range. */
  private static final double SPIKE_RANGE = 0.25;

  /** Turns the median absolute deviation of normal noise into its standard deviation. */
  private static final double MAD_TO_SIGMA = 1.4826;

  private static final double RANGE_WINDOW_S = 12;

  private final double[] timesS;
  private final double[] values;

  private UsableSignal(double[] timesS, double[] values) {
    this.timesS = timesS;
    this.values = values;
  }

  static UsableSignal of(BreathingTrace trace) {
    int count = 0;
    double[] timesS = new double[trace.size()];
    double[] values = new double[trace.size()];
    for (int i = 0; i < trace.size(); i++) {
      if (trace.validity(i) != Validity.LOST) {
        timesS[count] = trace.timeS(i);
        values[count++] = trace.amplitude(i);
      }
    }
    UsableSignal present =
        new UsableSignal(Arrays.copyOf(timesS, count), Arrays.copyOf(values, count));
    return present.withoutSpikes().binned();
  }

  int size() {
    return timesS.length;
  }

  /** Strictly increasing, seconds; not to be changed. */
  double[] timesS() {
    return timesS;
  }

  /** In the trace's unit; not to be changed. */
  double[] values() {
    return values;
  }

  /** The median time between samples, seconds; 0 for fewer than two. */
  double medianStepS() {
    if (size() < 2) {
      return 0;
    }
    double[] steps = new double[size() - 1];
    for (int i = 1; i < size(); i++) {
      steps[i - 1] = timesS[i] - timesS[i - 1];
    }
    return Quantiles.of(steps, 0.5);
  }

  /**
   * The typical range of the breathing: of stretches a few breaths long, the 5th to the 95th
   * percentile. Drift does not enter; stretches of apnoea or of one deep breath don't decide.
   */
  double typicalRange() {
    double[] ranges = new double[size() / 2 + 1];
    int count = 0;
    int from = 0;
    while (from < size() && count < ranges.length) {
      int to = from;
      while (to < size() && timesS[to] - timesS[from] <= RANGE_WINDOW_S) {
        to++;
      }
      double[] window = Arrays.copyOfRange(values, from, to);
      Arrays.sort(window);
      ranges[count++] = Quantiles.ofSorted(window, 0.95) - Quantiles.ofSorted(window, 0.05);
      from = to;
    }
    return count == 0 ? 0 : Quantiles.of(Arrays.copyOf(ranges, count), 0.7);
  }

  /** The standard deviation of the noise, from second differences; 0 for fewer than three. */
  double noise() {
    if (size() < 3) {
      return 0;
    }
    double[] differences = new double[size() - 2];
    for (int i = 1; i + 1 < size(); i++) {
      differences[i - 1] = Math.abs(values[i - 1] - 2 * values[i] + values[i + 1]);
    }
    return MAD_TO_SIGMA * Quantiles.of(differences, 0.5) / Math.sqrt(6);
  }

  private UsableSignal withoutSpikes() {
    double stepS = medianStepS();
    if (!(stepS > 0)) {
      return this;
    }
    int half = (int) Math.clamp(Math.round(SPIKE_S / stepS), 2L, 12L);
    double floor = SPIKE_RANGE * typicalRange();
    double[] keptTimes = new double[size()];
    double[] kept = new double[size()];
    int count = 0;
    for (int i = 0; i < size(); i++) {
      if (!isSpike(i, half, floor)) {
        keptTimes[count] = timesS[i];
        kept[count++] = values[i];
      }
    }
    return new UsableSignal(Arrays.copyOf(keptTimes, count), Arrays.copyOf(kept, count));
  }

  private boolean isSpike(int sample, int half, double floor) {
    int from = Math.max(0, sample - half);
    int to = Math.min(size(), sample + half + 1);
    double[] window = Arrays.copyOfRange(values, from, to);
    double median = Quantiles.of(window, 0.5);
    double deviation = Math.abs(values[sample] - median);
    if (deviation <= floor) {
      return false;
    }
    for (int i = 0; i < window.length; i++) {
      window[i] = Math.abs(window[i] - median);
    }
    return deviation > SPIKE_DEVIATIONS * MAD_TO_SIGMA * Quantiles.of(window, 0.5);
  }

  private UsableSignal binned() {
    double[] binTimes = new double[size()];
    double[] binValues = new double[size()];
    int count = 0;
    int from = 0;
    while (from < size()) {
      double timeSum = 0;
      double valueSum = 0;
      int to = from;
      while (to < size() && timesS[to] - timesS[from] < BIN_S) {
        timeSum += timesS[to] - timesS[from];
        valueSum += values[to];
        to++;
      }
      binTimes[count] = timesS[from] + timeSum / (to - from);
      binValues[count++] = valueSum / (to - from);
      from = to;
    }
    return new UsableSignal(Arrays.copyOf(binTimes, count), Arrays.copyOf(binValues, count));
  }
}
