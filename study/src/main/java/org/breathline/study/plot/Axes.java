package org.breathline.study.plot;

/** Draws a pair of axes around an area: grid, ticks, labels. */
final class Axes {

  static final double FONT = 7.5;
  private static final TextStyle TICK = TextStyle.of(FONT, Ink.MUTED);

  private Axes() {}

  /** The area that remains of a box when axes with labels stand around it. */
  static Box area(Box box, Axis x, Axis y) {
    double widest = 0;
    for (Axis.Tick tick : y.ticks()) {
      widest = Math.max(widest, LiberationSans.width(tick.label(), FONT));
    }
    double left = widest + 6 + (y.label().isEmpty() ? 0 : FONT + 4);
    double bottom = FONT + 6 + (x.label().isEmpty() ? 0 : FONT + 4);
    return box.inset(left, FONT / 2, 4, bottom);
  }

  /** Horizontal grid lines and both axes; data drawn later lie on top. */
  static void draw(Canvas canvas, Box area, Axis x, Axis y) {
    draw(canvas, area, x, y, y.between(area.bottom(), area.y()));
  }

  /** The same with the vertical axis laid over a part of the area only. */
  static void draw(Canvas canvas, Box area, Axis x, Axis y, Scale down) {
    for (Axis.Tick tick : y.ticks()) {
      double place = down.place(tick.value());
      canvas.line(area.x(), place, area.right(), place, Stroke.solid(Ink.GRID, 0.5));
      canvas.text(tick.label(), area.x() - 4, place + 0.35 * FONT, TICK.ending());
    }
    Stroke rule = Stroke.solid(Ink.RULE, 0.7);
    canvas.line(area.x(), area.bottom(), area.right(), area.bottom(), rule);
    Scale across = x.between(area.x(), area.right());
    for (Axis.Tick tick : x.ticks()) {
      double place = across.place(tick.value());
      canvas.line(place, area.bottom(), place, area.bottom() + 2.5, rule);
      canvas.text(tick.label(), place, area.bottom() + FONT + 3.5, TICK.centred());
    }
    if (!x.label().isEmpty()) {
      canvas.text(x.label(), area.centreX(), area.bottom() + 2 * FONT + 7, TICK.centred());
    }
    if (!y.label().isEmpty()) {
      double widest = 0;
      for (Axis.Tick tick : y.ticks()) {
        widest = Math.max(widest, LiberationSans.width(tick.label(), FONT));
      }
      canvas.text(y.label(), area.x() - widest - 8, area.centreY(), TICK.centred().upward());
    }
  }
}
