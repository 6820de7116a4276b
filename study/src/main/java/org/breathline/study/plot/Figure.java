package org.breathline.study.plot;

/** A picture that can be drawn on any canvas, always the same. */
public interface Figure {

  /** Its width in points. */
  double width();

  /** Its height in points. */
  double height();

  /**
   * What a reader who cannot see it has to know: what is shown and what it shows, with figures, in
   * one to three sentences.
   */
  String alternative();

  /** Draws it with its top left corner at the origin. */
  void draw(Canvas canvas);
}
