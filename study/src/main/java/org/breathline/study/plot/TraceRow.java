package org.breathline.study.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.TimeInterval;

/** One row of a {@link TracePlot}. */
final class TraceRow {

  private static final double BINS_HEIGHT = 6;

  /** Finer than this nothing shows; more samples than that are reduced to their extremes. */
  private static final double FINEST = 0.4;

  private final Canvas canvas;
  private final BreathingCycles cycles;
  private final double originS;
  private final Axis time;
  private final Axis amplitude;

  TraceRow(Canvas canvas, BreathingCycles cycles, double originS, Axis time, Axis amplitude) {
    this.canvas = canvas;
    this.cycles = cycles;
    this.originS = originS;
    this.time = time;
    this.amplitude = amplitude;
  }

  void draw(Box box, List<TimeInterval> beamOn, Optional<TracePlot.Bins> bins) {
    Box whole = Axes.area(box, time, amplitude);
    Box area = whole.inset(0, 6, 0, bins.isPresent() ? BINS_HEIGHT + 2 : 0);
    Scale across = time.between(area.x(), area.right());
    Scale up = amplitude.between(area.bottom() - 8, area.y() + 9);
    Box full = new Box(area.x(), whole.y(), area.width(), whole.height());
    for (TimeInterval span : beamOn) {
      stretch(across, full, span.startS(), span.endS())
          .ifPresent(place -> TraceMarks.beam(canvas, place));
    }
    for (Breath breath : cycles.breaths()) {
      if (!breath.trusted()) {
        stretch(across, area, breath.startS(), breath.endS())
            .ifPresent(place -> TraceMarks.doubt(canvas, place));
      }
    }
    Axes.draw(canvas, whole, time, amplitude, up);
    canvas.clipped(full, () -> curve(across, up));
    marks(across, up);
    bins.ifPresent(b ->
        strip(
            across, new Box(area.x(), whole.bottom() - BINS_HEIGHT, area.width(), BINS_HEIGHT), b));
  }

  private Optional<Box> stretch(Scale across, Box area, double startS, double endS) {
    double from = Math.max(time.low(), startS - originS);
    double to = Math.min(time.high(), endS - originS);
    if (from >= to) {
      return Optional.empty();
    }
    double left = across.place(from);
    return Optional.of(new Box(left, area.y(), across.place(to) - left, area.height()));
  }

  private void curve(Scale across, Scale up) {
    BreathingTrace trace = cycles.trace();
    int first = Math.max(0, trace.sampleBefore(originS + time.low()));
    int last = Math.min(trace.size() - 1, trace.sampleBefore(originS + time.high()) + 1);
    int start = first;
    while (start <= last) {
      if (trace.validity(start) == BreathingTrace.Validity.LOST) {
        start++;
        continue;
      }
      int end = start;
      while (end < last && trace.validity(end + 1) != BreathingTrace.Validity.LOST) {
        end++;
      }
      line(across, up, start, end);
      start = end + 1;
    }
  }

  /** One unbroken stretch of samples, with the extremes of each column kept. */
  private void line(Scale across, Scale up, int first, int last) {
    BreathingTrace trace = cycles.trace();
    double[] xs = new double[last - first + 1];
    double[] ys = new double[last - first + 1];
    int kept = 0;
    for (int i = first; i <= last; i++) {
      double x = across.place(trace.timeS(i) - originS);
      double y = up.place(trace.amplitude(i));
      boolean crowded = kept >= 3 && x - xs[kept - 3] < FINEST && i < last;
      if (crowded) {
        ys[kept - 2] = Math.min(ys[kept - 2], y);
        ys[kept - 1] = Math.max(ys[kept - 1], y);
      } else {
        xs[kept] = x;
        ys[kept++] = y;
      }
    }
    canvas.polyline(Arrays.copyOf(xs, kept), Arrays.copyOf(ys, kept), Stroke.solid(Ink.TEXT, 0.9));
  }

  private void marks(Scale across, Scale up) {
    List<Breath> breaths = cycles.breaths();
    for (int i = 0; i < breaths.size(); i++) {
      Breath breath = breaths.get(i);
      inhaleMark(across, up, breath.startS());
      boolean joined =
          i + 1 < breaths.size() && breaths.get(i + 1).startS() <= breath.endS() + 1e-9;
      if (!joined) {
        inhaleMark(across, up, breath.endS());
      }
      if (holds(breath.exhaleS())) {
        TraceMarks.exhale(
            canvas,
            across.place(breath.exhaleS() - originS),
            up.place(cycles.amplitudeAt(breath.exhaleS())) + 4.6);
      }
    }
  }

  private void inhaleMark(Scale across, Scale up, double timeS) {
    if (holds(timeS)) {
      TraceMarks.inhale(
          canvas, across.place(timeS - originS), up.place(cycles.amplitudeAt(timeS)) - 5.2);
    }
  }

  private boolean holds(double timeS) {
    double shown = timeS - originS;
    return shown >= time.low()
        && shown <= time.high()
        && Double.isFinite(cycles.amplitudeAt(timeS));
  }

  private void strip(Scale across, Box box, TracePlot.Bins bins) {
    int runBin = -1;
    double runStart = box.x();
    for (double x = box.x(); x <= box.right() + FINEST; x += FINEST) {
      int bin = x < box.right() ? bins.binAt().applyAsInt(originS + across.value(x)) : -1;
      if (bin != runBin) {
        if (runBin >= 0) {
          canvas.rectangle(
              new Box(runStart, box.y(), Math.min(x, box.right()) - runStart, box.height()),
              TraceMarks.bin(runBin, bins.labels().size()));
        }
        runBin = bin;
        runStart = x;
      }
    }
  }
}
