package org.breathline.study.plot;

/**
 * How a line of text is set.
 *
 * @param size of the font, points
 * @param paint its colour
 * @param anchor which end of the text is at the given point
 * @param strong set heavier, by the same width of outline on every canvas
 * @param turned read from bottom to top
 */
public record TextStyle(double size, Paint paint, Anchor anchor, boolean strong, boolean turned) {

  /** The extra outline of heavier text, as a share of the font size. */
  static final double STRONG_OUTLINE = 0.035;

  /** Which end of the text is at the given point. */
  public enum Anchor {
    /** Its beginning. */
    START,
    /** Its middle. */
    MIDDLE,
    /** Its end. */
    END
  }

  /** Plain text that begins at the point. */
  public static TextStyle of(double size, Paint paint) {
    return new TextStyle(size, paint, Anchor.START, false, false);
  }

  /** The same with its middle at the point. */
  public TextStyle centred() {
    return new TextStyle(size, paint, Anchor.MIDDLE, strong, turned);
  }

  /** The same with its end at the point. */
  public TextStyle ending() {
    return new TextStyle(size, paint, Anchor.END, strong, turned);
  }

  /** The same, heavier. */
  public TextStyle heavier() {
    return new TextStyle(size, paint, anchor, true, turned);
  }

  /** The same, read from bottom to top. */
  public TextStyle upward() {
    return new TextStyle(size, paint, anchor, strong, true);
  }

  /** How far before the given point the text begins. */
  double shift(String text) {
    double width = LiberationSans.width(text, size);
    return switch (anchor) {
      case START -> 0;
      case MIDDLE -> width / 2;
      case END -> width;
    };
  }
}
