package org.breathline.study.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleToIntFunction;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.TimeInterval;

/**
 * A stretch of a breathing trace in rows of equal duration, so that each breath stays readable: the
 * amplitude, both ends of every breath, stretches not to be trusted, the beam, and the bin of every
 * moment.
 */
public final class TracePlot implements Figure {

  /** A row of about this many seconds shows a breath of 4 s over some 30 points. */
  private static final double ROW_S = 60;

  private static final int MOST_ROWS = 24;

  /** More rows than this do not fit a page; the trace goes on in a further figure. */
  private static final int ROWS_PER_FIGURE = 6;

  private static final double LEGEND = 16;
  private static final double ROW_GAP = 6;
  private static final double ROW_HEIGHT = 92;

  /** Below the last row, for the name of the time axis. */
  private static final double TIME_LABEL = 11;

  /**
   * How moments are sorted into bins.
   *
   * @param labels one a bin, such as "0 %"
   * @param binAt the bin of a time in seconds on the trace's clock; -1 where it has none
   */
  public record Bins(List<String> labels, DoubleToIntFunction binAt) {

    /** Copies the list. */
    public Bins {
      labels = List.copyOf(labels);
    }
  }

  private final BreathingCycles cycles;
  private final List<TimeInterval> beamOn;
  private final Optional<Bins> bins;
  private final double width;
  private final double rowDurationS;
  private final int firstRow;
  private final int rows;

  private TracePlot(
      BreathingCycles cycles,
      List<TimeInterval> beamOn,
      Optional<Bins> bins,
      double width,
      double rowDurationS,
      int firstRow,
      int rows) {
    this.cycles = cycles;
    this.beamOn = List.copyOf(beamOn);
    this.bins = bins;
    this.width = width;
    this.rowDurationS = rowDurationS;
    this.firstRow = firstRow;
    this.rows = rows;
  }

  /**
   * The figures that show a whole trace, each of a height that fits a page.
   *
   * @param beamOn when the scanner's beam was on, on the trace's clock; may be empty
   * @param bins the bins shown below the trace, if it was sorted
   * @param width in points
   */
  public static List<TracePlot> of(
      BreathingCycles cycles, List<TimeInterval> beamOn, Optional<Bins> bins, double width) {
    double durationS = Math.max(1e-3, cycles.trace().endS() - cycles.trace().startS());
    int rows = (int) Math.clamp(Math.ceil(durationS / ROW_S), 1, MOST_ROWS);
    List<TracePlot> figures = new ArrayList<>();
    for (int first = 0; first < rows; first += ROWS_PER_FIGURE) {
      int here = Math.min(ROWS_PER_FIGURE, rows - first);
      figures.add(new TracePlot(cycles, beamOn, bins, width, durationS / rows, first, here));
    }
    return figures;
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public double height() {
    return LEGEND + rows * (ROW_HEIGHT + ROW_GAP) - ROW_GAP + TIME_LABEL;
  }

  @Override
  public String alternative() {
    double fromS = firstRow * rowDurationS;
    double toS = (firstRow + rows) * rowDurationS;
    double startS = cycles.trace().startS();
    List<Breath> shown =
        cycles.breaths().stream()
            .filter(b -> b.endS() > startS + fromS && b.startS() < startS + toS)
            .toList();
    String breaths =
        "Breathing amplitude from %s to %s s: %d breaths, %d of them trusted"
            .formatted(
                Figures.fixed(fromS, 1),
                Figures.fixed(toS, 1),
                shown.size(),
                shown.stream().filter(Breath::trusted).count());
    return beamOn.isEmpty()
        ? breaths + "."
        : breaths
            + "; the beam was on for %s s in all, from %s to %s s."
                .formatted(
                    Figures.fixed(beamOn.stream().mapToDouble(TimeInterval::durationS).sum(), 1),
                    Figures.fixed(beamOn.getFirst().startS() - startS, 1),
                    Figures.fixed(beamOn.getLast().endS() - startS, 1));
  }

  @Override
  public void draw(Canvas canvas) {
    new TraceLegend(canvas, LEGEND)
        .draw(width, hasDoubt(), !beamOn.isEmpty(), bins.map(Bins::labels).orElse(List.of()));
    Axis amplitude = amplitudeAxis();
    double startS = cycles.trace().startS();
    for (int row = 0; row < rows; row++) {
      Box box = new Box(0, LEGEND + row * (ROW_HEIGHT + ROW_GAP), width, ROW_HEIGHT);
      // Axes count from the start of the recording: a device's own clock starts anywhere.
      Axis time =
          Axis.exactly(
              row == rows - 1 ? "time (s)" : "", row * rowDurationS, (row + 1) * rowDurationS, 12);
      new TraceRow(canvas, cycles, startS, time, amplitude).draw(box, beamOn, bins);
    }
  }

  private boolean hasDoubt() {
    return cycles.breaths().stream().anyMatch(b -> !b.trusted());
  }

  private Axis amplitudeAxis() {
    BreathingTrace trace = cycles.trace();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.validity(i) != BreathingTrace.Validity.LOST) {
        low = Math.min(low, trace.amplitude(i));
        high = Math.max(high, trace.amplitude(i));
      }
    }
    if (!(low < high)) {
      double level = Double.isFinite(low) ? low : 0;
      low = level - 1;
      high = level + 1;
    }
    String unit =
        switch (trace.unit()) {
          case MILLIMETRE -> "amplitude (mm)";
          case ARBITRARY -> "amplitude (a. u.)";
        };
    return Axis.exactly(unit, low, high, 4);
  }
}
