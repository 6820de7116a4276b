package org.breathline.study.plot;

import java.util.List;

/**
 * A picture with arrows on it that show where things move, coloured by their length, with a scale
 * below. Arrows are as long as the motion.
 */
public final class ArrowImage implements Figure {

  private static final double SCALE_HEIGHT = 26;
  private static final double HEAD = 2.2;
  private static final int SCALE_STEPS = 40;

  /**
   * An arrow, in millimetres from the picture's upper left corner.
   *
   * @param x where it begins, to the right
   * @param y where it begins, downward
   * @param dx its component to the right
   * @param dy its component downward
   * @param lengthMm of the whole motion, that across the picture included
   */
  public record Arrow(double x, double y, double dx, double dy, double lengthMm) {}

  private final ImagePanel panel;
  private final ImagePanel.Tile tile;
  private final List<Arrow> arrows;
  private final double width;
  private final double greatestMm;
  private final String alternative;

  /**
   * A picture with arrows.
   *
   * @param tile the picture
   * @param greatestMm the length of the darkest colour, above 0
   * @param width in points
   */
  public ArrowImage(
      ImagePanel.Tile tile,
      List<Arrow> arrows,
      double greatestMm,
      double width,
      String alternative) {
    this.tile = tile;
    this.arrows = List.copyOf(arrows);
    this.width = width;
    this.greatestMm = greatestMm;
    this.alternative = alternative;
    this.panel = new ImagePanel(List.of(tile), 1, width, alternative);
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public double height() {
    return panel.height() + SCALE_HEIGHT;
  }

  @Override
  public String alternative() {
    return alternative;
  }

  @Override
  public void draw(Canvas canvas) {
    panel.draw(canvas);
    double points = width / tile.widthMm();
    Box picture = new Box(0, ImagePanel.CAPTION, width, tile.heightMm() * points);
    canvas.clipped(picture, () -> arrows.forEach(arrow -> draw(canvas, arrow, points)));
    scale(canvas, panel.height() + 6);
  }

  private void draw(Canvas canvas, Arrow arrow, double points) {
    Rgb colour = colour(arrow.lengthMm());
    double x = arrow.x() * points;
    double y = ImagePanel.CAPTION + arrow.y() * points;
    double endX = x + arrow.dx() * points;
    double endY = y + arrow.dy() * points;
    double length = Math.hypot(endX - x, endY - y);
    if (length < 1) {
      canvas.circle(x, y, 0.6, colour);
      return;
    }
    canvas.line(x, y, endX, endY, Stroke.solid(colour, 1.1));
    double alongX = (endX - x) / length * HEAD;
    double alongY = (endY - y) / length * HEAD;
    canvas.polygon(
        new double[] {endX + alongX, endX - alongY * 0.7, endX + alongY * 0.7},
        new double[] {endY + alongY, endY + alongX * 0.7, endY - alongX * 0.7},
        colour);
  }

  /** From yellow to red: seen on air, which is dark, and on tissue, which is light. */
  private Rgb colour(double lengthMm) {
    double share = Math.clamp(lengthMm / greatestMm, 0.0, 1.0);
    return new Rgb(255, (int) Math.round(225 - 175 * share), (int) Math.round(40 * share));
  }

  private void scale(Canvas canvas, double y) {
    double scaleWidth = 120;
    for (int step = 0; step < SCALE_STEPS; step++) {
      double value = (step + 0.5) / SCALE_STEPS * greatestMm;
      canvas.rectangle(
          new Box(step * scaleWidth / SCALE_STEPS, y, scaleWidth / SCALE_STEPS + 0.3, 6),
          colour(value));
    }
    TextStyle style = TextStyle.of(7, Ink.MUTED);
    canvas.text("0", 0, y + 14, style);
    canvas.text(Figures.fixed(greatestMm, 1) + " mm", scaleWidth, y + 14, style.ending());
    canvas.text("displacement, arrows at true length", scaleWidth + 8, y + 6, style);
  }
}
