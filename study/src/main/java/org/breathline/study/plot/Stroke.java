package org.breathline.study.plot;

import java.util.List;

/**
 * How a line is drawn; joins and ends are round.
 *
 * @param paint its colour
 * @param width in points
 * @param dashes lengths of dash and gap in turn, points; empty for a solid line
 */
public record Stroke(Paint paint, double width, List<Double> dashes) {

  /** Copies the list. */
  public Stroke {
    dashes = List.copyOf(dashes);
  }

  /** A solid line. */
  public static Stroke solid(Paint paint, double width) {
    return new Stroke(paint, width, List.of());
  }

  /** A dashed line. */
  public static Stroke dashed(Paint paint, double width) {
    return new Stroke(paint, width, List.of(3.0, 2.0));
  }
}
