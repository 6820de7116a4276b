package org.breathline.core.respiration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.respiration.BreathingTrace.Validity;

/**
 * Figures of a trace's breaths, one by one and over all; doubtful breaths count too, for they are
 * part of how the patient breathes.
 *
 * @param rows one a breath
 * @param periodS seconds
 * @param amplitude peak to peak, in the trace's unit
 * @param inhaleFraction the share of the period spent breathing in
 * @param driftPerMinute of the level at the end of exhalation, in the trace's unit a minute: the
 *     median of the slopes between all pairs of breaths (Theil 1950, Sen 1968), so that a few deep
 *     exhalations don't tilt it
 * @param validShare of the samples that the device calls valid
 * @param lostShare of the samples that carry no amplitude
 * @param trustedBreaths how many may be trusted
 */
public record BreathingStatistics(
    List<Row> rows,
    Spread periodS,
    Spread amplitude,
    Spread inhaleFraction,
    double driftPerMinute,
    double validShare,
    double lostShare,
    int trustedBreaths) {

  /** The variation up to which breathing is called regular, by period and by amplitude. */
  private static final double REGULAR_PERIOD = 0.1;

  private static final double REGULAR_AMPLITUDE = 0.15;

  /** The variation from which it is called irregular. */
  private static final double IRREGULAR_PERIOD = 0.2;

  private static final double IRREGULAR_AMPLITUDE = 0.3;

  /** More pairs of breaths than this don't change a median of slopes. */
  private static final int MAX_DRIFT_BREATHS = 1000;

  /**
   * One breath.
   *
   * @param breath its times
   * @param amplitude from its end of exhalation to the mean of the ends of inhalation around it
   * @param exhaleLevel the amplitude at its end of exhalation
   */
  public record Row(Breath breath, double amplitude, double exhaleLevel) {}

  /** How regular breathing is. The limits are this system's own: no standard has any. */
  public enum Regularity {
    /** Period varies by less than 10 % and amplitude by less than 15 %. */
    REGULAR,
    /** Between the two. */
    VARIABLE,
    /** Period varies by 20 % or more, or amplitude by 30 % or more. */
    IRREGULAR
  }

  /** Copies the list. */
  public BreathingStatistics {
    rows = List.copyOf(rows);
  }

  /**
   * The figures of some breaths.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static BreathingStatistics of(BreathingCycles cycles) {
    if (cycles.breaths().isEmpty()) {
      throw new IllegalArgumentException("the trace has no breath");
    }
    List<Row> rows = new ArrayList<>();
    for (Breath breath : cycles.breaths()) {
      double low = cycles.amplitudeAt(breath.exhaleS());
      double high = (cycles.amplitudeAt(breath.startS()) + cycles.amplitudeAt(breath.endS())) / 2;
      rows.add(new Row(breath, high - low, low));
    }
    return new BreathingStatistics(
        rows,
        Spread.of(rows.stream().mapToDouble(r -> r.breath().periodS()).toArray()),
        Spread.of(rows.stream().mapToDouble(Row::amplitude).toArray()),
        Spread.of(rows.stream().mapToDouble(r -> r.breath().inhaleFraction()).toArray()),
        driftPerMinute(rows),
        share(cycles.trace(), Validity.VALID),
        share(cycles.trace(), Validity.LOST),
        (int) rows.stream().filter(r -> r.breath().trusted()).count());
  }

  private static double share(BreathingTrace trace, Validity validity) {
    int count = 0;
    for (int i = 0; i < trace.size(); i++) {
      count += trace.validity(i) == validity ? 1 : 0;
    }
    return (double) count / trace.size();
  }

  private static double driftPerMinute(List<Row> rows) {
    int stride = (rows.size() + MAX_DRIFT_BREATHS - 1) / MAX_DRIFT_BREATHS;
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i += stride) {
      for (int k = i + stride; k < rows.size(); k += stride) {
        double minutes = (rows.get(k).breath().exhaleS() - rows.get(i).breath().exhaleS()) / 60;
        slopes.add((rows.get(k).exhaleLevel() - rows.get(i).exhaleLevel()) / minutes);
      }
    }
    double[] sorted = slopes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      return 0;
    }
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** The longest breath, seconds: a cine scan must stay at least so long at every position. */
  public double longestBreathS() {
    return periodS.largest();
  }

  /** How regular the breathing is. */
  public Regularity regularity() {
    double period = periodS.variation();
    double size = amplitude.variation();
    if (period < REGULAR_PERIOD && size < REGULAR_AMPLITUDE) {
      return Regularity.REGULAR;
    }
    // A variation that is no number (a mean amplitude of 0) is not regular.
    return period < IRREGULAR_PERIOD && size < IRREGULAR_AMPLITUDE
        ? Regularity.VARIABLE
        : Regularity.IRREGULAR;
  }

  /** How regular the breathing is, in one sentence with its figures. */
  public String verdict() {
    return String.format(
        Locale.ROOT,
        "breathing is %s: %d breaths, period %.2f s varying by %.0f %%, amplitude varying by"
            + " %.0f %%, %d not to be trusted",
        regularity().name().toLowerCase(Locale.ROOT),
        rows.size(),
        periodS.mean(),
        100 * periodS.variation(),
        100 * amplitude.variation(),
        rows.size() - trustedBreaths);
  }
}
