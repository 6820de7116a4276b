package org.breathline.study.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;

/**
 * All breaths over each other from one end of inhalation to the next: how much they are alike is
 * seen at a glance. Breaths that are not trusted are dashed; the mean of the trusted ones is drawn
 * heavily.
 */
public final class BreathOverlay implements Figure {

  private static final int STEPS = 50;
  private static final double LEGEND = 15;

  /** More breaths than this only blacken the picture: they are thinned out evenly. */
  private static final int MOST = 120;

  private final BreathingCycles cycles;
  private final List<Breath> shown = new ArrayList<>();
  private final Axis amplitude;
  private final double width;
  private final double height;

  /**
   * A figure of a trace's breaths.
   *
   * @param amplitudeLabel the name of the amplitude with its unit
   * @param width in points
   * @param height in points
   */
  public BreathOverlay(BreathingCycles cycles, String amplitudeLabel, double width, double height) {
    this.cycles = cycles;
    this.width = width;
    this.height = height;
    int stride = Math.max(1, Math.ceilDiv(cycles.breaths().size(), MOST));
    for (int i = 0; i < cycles.breaths().size(); i += stride) {
      shown.add(cycles.breaths().get(i));
    }
    double[] all = shown.stream().flatMapToDouble(b -> Arrays.stream(curve(b))).toArray();
    this.amplitude = Axis.around(amplitudeLabel, all, 5);
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public double height() {
    return height;
  }

  @Override
  public String alternative() {
    return "%d breaths over each other by phase, from one end of inhalation to the next."
        .formatted(shown.size());
  }

  @Override
  public void draw(Canvas canvas) {
    Axis phase = Axis.exactly("phase (%)", 0, 100, 10);
    Box area = Axes.area(new Box(0, LEGEND, width, height - LEGEND), phase, amplitude);
    Axes.draw(canvas, area, phase, amplitude);
    legend(canvas, area.x());
    Scale across = phase.between(area.x(), area.right());
    Scale up = amplitude.between(area.bottom(), area.y());
    for (Breath breath : shown) {
      Stroke stroke =
          breath.trusted() ? Stroke.solid(Ink.MUTED, 0.4) : Stroke.dashed(Ink.VERMILLION, 0.6);
      curve(canvas, curve(breath), across, up, stroke);
    }
    curve(canvas, mean(), across, up, Stroke.solid(Ink.BLUE, 1.8));
  }

  private void legend(Canvas canvas, double left) {
    double x = left;
    x = entry(canvas, x, "a breath", Stroke.solid(Ink.MUTED, 0.4));
    x = entry(canvas, x, "not trusted", Stroke.dashed(Ink.VERMILLION, 0.6));
    entry(canvas, x, "mean of the trusted", Stroke.solid(Ink.BLUE, 1.8));
  }

  private static double entry(Canvas canvas, double x, String name, Stroke stroke) {
    canvas.line(x, 5, x + 16, 5, stroke);
    canvas.text(name, x + 20, 7.6, TextStyle.of(Axes.FONT, Ink.MUTED));
    return x + 34 + LiberationSans.width(name, Axes.FONT);
  }

  private static void curve(Canvas canvas, double[] values, Scale across, Scale up, Stroke stroke) {
    double[] xs = new double[values.length];
    double[] ys = new double[values.length];
    int kept = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        xs[kept] = across.place(100.0 * i / STEPS);
        ys[kept++] = up.place(values[i]);
      }
    }
    if (kept > 1) {
      canvas.polyline(Arrays.copyOf(xs, kept), Arrays.copyOf(ys, kept), stroke);
    }
  }

  /** The amplitude at even steps of phase. */
  private double[] curve(Breath breath) {
    double[] values = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      values[i] = cycles.amplitudeAt(breath.startS() + i * breath.periodS() / STEPS);
    }
    return values;
  }

  /** At every step the mean over the trusted breaths; NaN where there is none. */
  private double[] mean() {
    List<double[]> curves = shown.stream().filter(Breath::trusted).map(this::curve).toList();
    double[] mean = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      int step = i;
      mean[i] =
          curves.stream()
              .mapToDouble(c -> c[step])
              .filter(Double::isFinite)
              .average()
              .orElse(Double.NaN);
    }
    return mean;
  }
}
