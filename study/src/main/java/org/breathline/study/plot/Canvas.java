package org.breathline.study.plot;

/**
 * Something to draw on. Lengths are points, y runs down, later marks cover earlier ones. Text may
 * hold any character; what Liberation Sans has no glyph for is shown as a replacement.
 */
public interface Canvas {

  /**
   * An open line through points.
   *
   * @throws IllegalArgumentException if the arrays differ in length
   */
  void polyline(double[] xs, double[] ys, Stroke stroke);

  /**
   * A filled closed shape.
   *
   * @throws IllegalArgumentException if the arrays differ in length
   */
  void polygon(double[] xs, double[] ys, Paint fill);

  /** A filled rectangle. */
  void rectangle(Box box, Paint fill);

  /** The outline of a rectangle. */
  void frame(Box box, Stroke stroke);

  /** A filled circle. */
  void circle(double x, double y, double radius, Paint fill);

  /** One line of text; the point is on its baseline. */
  void text(String text, double x, double y, TextStyle style);

  /** A grey image stretched over a box. */
  void image(GreyImage image, Box box);

  /** Draws with nothing visible outside a box. */
  void clipped(Box box, Runnable drawing);

  /** A straight line. */
  default void line(double x1, double y1, double x2, double y2, Stroke stroke) {
    polyline(new double[] {x1, x2}, new double[] {y1, y2}, stroke);
  }
}
