package org.breathline.study.plot;

/** The marks of a breathing trace, the same in the plot and in its legend. */
final class TraceMarks {

  private static final double SIZE = 2.6;

  private TraceMarks() {}

  /** A filled triangle that points down at the end of inhalation, its tip a little above. */
  static void inhale(Canvas canvas, double x, double y) {
    double tip = y + 4;
    canvas.polygon(
        new double[] {x - SIZE, x + SIZE, x},
        new double[] {tip - 1.6 * SIZE, tip - 1.6 * SIZE, tip},
        Ink.BLUE);
  }

  /** An open triangle that points up at the end of exhalation. */
  static void exhale(Canvas canvas, double x, double y) {
    double tip = y - 3.4;
    double base = tip + 1.6 * SIZE;
    double[] xs = {x - SIZE, x + SIZE, x, x - SIZE};
    double[] ys = {base, base, tip, base};
    canvas.polygon(xs, ys, Ink.SURFACE);
    canvas.polyline(xs, ys, Stroke.solid(Ink.VERMILLION, 0.8));
  }

  /** A shaded stretch with a solid bar along its top. */
  static void beam(Canvas canvas, Box box) {
    canvas.rectangle(box, Ink.SHADE);
    canvas.rectangle(new Box(box.x(), box.y(), box.width(), 1.8), Ink.BLUE);
  }

  /** A tinted stretch with slanted lines, told from the beam's shade without colour. */
  static void doubt(Canvas canvas, Box box) {
    canvas.rectangle(box, Ink.DOUBT);
    canvas.clipped(
        box,
        () -> {
          for (double x = box.x() - box.height(); x < box.right(); x += 7) {
            canvas.line(
                x, box.bottom(), x + box.height(), box.y(), Stroke.solid(Ink.VERMILLION, 0.25));
          }
        });
  }

  /** The colour of a bin. */
  static Rgb bin(int bin, int bins) {
    return new ColourScale(-0.5, bins).colour(bin);
  }
}
