package org.breathline.study.plot;

import java.util.List;

/** The line above a {@link TracePlot} that says what its marks mean. */
final class TraceLegend {

  private static final double FONT = 7.5;
  private static final TextStyle STYLE = TextStyle.of(FONT, Ink.MUTED);

  private final Canvas canvas;
  private final double baseline;
  private double x;

  TraceLegend(Canvas canvas, double height) {
    this.canvas = canvas;
    this.baseline = height - 7;
  }

  void draw(double width, boolean doubt, boolean beam, List<String> bins) {
    double middle = baseline - 0.35 * FONT;
    TraceMarks.inhale(canvas, x + 3, middle - 2.5);
    entry(8, "end of inhalation");
    TraceMarks.exhale(canvas, x + 3, middle + 2.5);
    entry(8, "end of exhalation");
    if (beam) {
      TraceMarks.beam(canvas, new Box(x, middle - 4, 14, 8));
      entry(17, "beam on");
    }
    if (doubt) {
      TraceMarks.doubt(canvas, new Box(x, middle - 4, 14, 8));
      entry(17, "breath not trusted");
    }
    if (!bins.isEmpty()) {
      swatches(width, middle, bins);
    }
  }

  private void entry(double symbol, String text) {
    canvas.text(text, x + symbol, baseline, STYLE);
    x += symbol + LiberationSans.width(text, FONT) + 12;
  }

  private void swatches(double width, double middle, List<String> bins) {
    double cell = 9;
    String first = bins.getFirst();
    String last = bins.getLast();
    double left = width - 4 - LiberationSans.width(last, FONT) - bins.size() * cell;
    canvas.text("bins " + first, left - 3, baseline, STYLE.ending());
    for (int bin = 0; bin < bins.size(); bin++) {
      canvas.rectangle(
          new Box(left + bin * cell, middle - 3, cell, 6), TraceMarks.bin(bin, bins.size()));
    }
    canvas.text(last, left + bins.size() * cell + 3, baseline, STYLE);
  }
}
