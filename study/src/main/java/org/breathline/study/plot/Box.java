package org.breathline.study.plot;

/**
 * An upright rectangle in points; y runs down.
 *
 * @param x left edge
 * @param y top edge
 * @param width not negative
 * @param height not negative
 */
public record Box(double x, double y, double width, double height) {

  /** The right edge. */
  public double right() {
    return x + width;
  }

  /** The bottom edge. */
  public double bottom() {
    return y + height;
  }

  /** The middle across. */
  public double centreX() {
    return x + width / 2;
  }

  /** The middle from top to bottom. */
  public double centreY() {
    return y + height / 2;
  }

  /** This box less a border of the given widths. */
  public Box inset(double left, double top, double right, double bottom) {
    return new Box(
        x + left, y + top, Math.max(0, width - left - right), Math.max(0, height - top - bottom));
  }
}
