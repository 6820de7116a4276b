package org.breathline.study.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingStatistics;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.TimeInterval;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a breathing trace as JSON has them ({@code docs/schemas/trace.schema.json}). Times
 * are seconds from the start of the recording, amplitudes in {@code amplitudeUnit}, growing with
 * inhalation. No patient data.
 *
 * @param format the file format in words
 * @param samples how many
 * @param durationS from the first sample to the last
 * @param amplitudeUnit "mm" or "arbitrary"
 * @param inverted whether the file's amplitudes were turned over
 * @param validSharePercent of the samples
 * @param lostSharePercent of the samples
 * @param beamOnRule what says that the beam was on; absent where the file does not say
 * @param beamOn when the beam was on
 * @param statistics over all breaths; absent without a breath
 * @param breaths in the order of time
 */
public record TraceFigures(
    String format,
    int samples,
    double durationS,
    String amplitudeUnit,
    boolean inverted,
    double validSharePercent,
    double lostSharePercent,
    @Nullable String beamOnRule,
    List<Interval> beamOn,
    @Nullable Statistics statistics,
    List<BreathFigures> breaths) {

  /** A stretch of time. */
  public record Interval(double startS, double endS) {}

  /**
   * Figures over all breaths.
   *
   * @param regularity "regular", "variable" or "irregular"
   */
  public record Statistics(
      int breaths,
      int trustedBreaths,
      String regularity,
      Spread periodS,
      Spread amplitude,
      Spread inhalePercent,
      double driftPerMinute) {}

  /** How a figure varies from breath to breath. */
  public record Spread(double mean, double standardDeviation, double smallest, double largest) {

    private static Spread of(org.breathline.core.respiration.Spread spread, double factor) {
      return new Spread(
          JsonNumbers.rounded(factor * spread.mean()),
          JsonNumbers.rounded(factor * spread.standardDeviation()),
          JsonNumbers.rounded(factor * spread.smallest()),
          JsonNumbers.rounded(factor * spread.largest()));
    }
  }

  /** One breath. */
  public record BreathFigures(
      double startS,
      double exhaleS,
      double endS,
      double periodS,
      double amplitude,
      double exhaleLevel,
      double inhalePercent,
      boolean trusted) {}

  /** The figures of a trace. */
  public static TraceFigures of(BreathingResult breathing) {
    BreathingCycles cycles = breathing.cycles();
    BreathingTrace trace = cycles.trace();
    Optional<BreathingStatistics> statistics =
        cycles.breaths().isEmpty() ? Optional.empty() : Optional.of(BreathingStatistics.of(cycles));
    double startS = trace.startS();
    return new TraceFigures(
        trace.origin().format(),
        trace.size(),
        JsonNumbers.rounded(trace.endS() - startS),
        trace.unit() == BreathingTrace.Unit.MILLIMETRE ? "mm" : "arbitrary",
        breathing.interpretation().inverted(),
        JsonNumbers.rounded(share(trace, BreathingTrace.Validity.VALID)),
        JsonNumbers.rounded(share(trace, BreathingTrace.Validity.LOST)),
        breathing.interpretation().beamOn().map(f -> f.rule().toString()).orElse(null),
        beamOn(breathing).stream()
            .map(i ->
                new Interval(
                    JsonNumbers.rounded(i.startS() - startS),
                    JsonNumbers.rounded(i.endS() - startS)))
            .toList(),
        statistics.map(TraceFigures::overall).orElse(null),
        statistics.map(BreathingStatistics::rows).orElse(List.of()).stream()
            .map(row -> breath(row, startS))
            .toList());
  }

  /** When the beam was on, on the trace's clock. */
  static List<TimeInterval> beamOn(BreathingResult breathing) {
    return breathing
        .interpretation()
        .beamOn()
        .map(f -> f.intervals())
        .or(() -> BeamIntervals.of(breathing.cycles().trace()))
        .map(BeamIntervals::intervals)
        .orElse(List.of());
  }

  private static Statistics overall(BreathingStatistics s) {
    return new Statistics(
        s.rows().size(),
        s.trustedBreaths(),
        s.regularity().name().toLowerCase(Locale.ROOT),
        Spread.of(s.periodS(), 1),
        Spread.of(s.amplitude(), 1),
        Spread.of(s.inhaleFraction(), 100),
        JsonNumbers.rounded(s.driftPerMinute()));
  }

  private static BreathFigures breath(BreathingStatistics.Row row, double startS) {
    return new BreathFigures(
        JsonNumbers.rounded(row.breath().startS() - startS),
        JsonNumbers.rounded(row.breath().exhaleS() - startS),
        JsonNumbers.rounded(row.breath().endS() - startS),
        JsonNumbers.rounded(row.breath().periodS()),
        JsonNumbers.rounded(row.amplitude()),
        JsonNumbers.rounded(row.exhaleLevel()),
        JsonNumbers.rounded(100 * row.breath().inhaleFraction()),
        row.breath().trusted());
  }

  private static double share(BreathingTrace trace, BreathingTrace.Validity validity) {
    int count = 0;
    for (int i = 0; i < trace.size(); i++) {
      count += trace.validity(i) == validity ? 1 : 0;
    }
    return 100.0 * count / trace.size();
  }
}
