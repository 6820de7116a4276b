package org.breathline.study.plot;

import java.util.List;

/** CT planes side by side at one scale in millimetres, each labelled, with rulers. */
public final class ImagePanel implements Figure {

  /** How high the line of words above a tile is, points. */
  static final double CAPTION = 12;

  private static final double GAP = 6;
  private static final Rgb LIGHT = Rgb.of(0xFFFFFF);
  private static final Rgb HALO = Rgb.of(0x000000);

  /**
   * One plane.
   *
   * @param caption such as "30 %"
   * @param note a second word set at the other end, such as "fullest"; may be empty
   * @param image its grey values
   * @param widthMm its width in the patient
   * @param heightMm its height in the patient
   * @param sides what lies beyond its edges
   */
  public record Tile(
      String caption, String note, GreyImage image, double widthMm, double heightMm, Sides sides) {}

  /**
   * The directions in the patient that the edges of an image face.
   *
   * @param left such as "R"
   * @param right such as "L"
   * @param top such as "S"
   * @param bottom such as "I"
   */
  public record Sides(String left, String right, String top, String bottom) {}

  private final List<Tile> tiles;
  private final int columns;
  private final double width;
  private final double pointsPerMm;
  private final double tileHeight;
  private final String alternative;

  /**
   * A panel with so many tiles in a row.
   *
   * @param tiles at least one
   * @param width in points
   * @throws IllegalArgumentException if there is no tile or no column
   */
  public ImagePanel(List<Tile> tiles, int columns, double width, String alternative) {
    if (tiles.isEmpty() || columns < 1) {
      throw new IllegalArgumentException("a panel without images");
    }
    this.tiles = List.copyOf(tiles);
    this.columns = columns;
    this.width = width;
    this.alternative = alternative;
    double widestMm = tiles.stream().mapToDouble(Tile::widthMm).max().orElseThrow();
    double highestMm = tiles.stream().mapToDouble(Tile::heightMm).max().orElseThrow();
    this.pointsPerMm = (width - (columns - 1) * GAP) / columns / widestMm;
    this.tileHeight = CAPTION + highestMm * pointsPerMm;
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public double height() {
    int rows = (tiles.size() + columns - 1) / columns;
    return rows * (tileHeight + GAP) - GAP;
  }

  @Override
  public String alternative() {
    return alternative;
  }

  @Override
  public void draw(Canvas canvas) {
    double step = (width + GAP) / columns;
    for (int i = 0; i < tiles.size(); i++) {
      double x = i % columns * step;
      double y = Math.floorDiv(i, columns) * (tileHeight + GAP);
      draw(canvas, tiles.get(i), x, y);
    }
  }

  private void draw(Canvas canvas, Tile tile, double x, double y) {
    Box box = new Box(x, y + CAPTION, tile.widthMm() * pointsPerMm, tile.heightMm() * pointsPerMm);
    canvas.text(tile.caption(), x, y + 8.5, TextStyle.of(8, Ink.TEXT).heavier());
    if (!tile.note().isEmpty()) {
      canvas.text(tile.note(), box.right(), y + 8.5, TextStyle.of(7.5, Ink.MUTED).ending());
    }
    canvas.image(tile.image(), box);
    ruler(canvas, box);
    double middle = box.centreY() + 2.4;
    label(canvas, tile.sides().left(), box.x() + 8, middle);
    label(canvas, tile.sides().right(), box.right() - 6, middle);
    label(canvas, tile.sides().top(), box.centreX(), box.y() + 8.5);
    label(canvas, tile.sides().bottom(), box.centreX(), box.bottom() - 3);
  }

  /** Ticks every 10 mm along the left edge, and a bar of 50 mm or 100 mm at the bottom. */
  private void ruler(Canvas canvas, Box box) {
    double step = 10 * pointsPerMm;
    if (step > 1.5) {
      for (int i = 1; i * step < box.height(); i++) {
        double y = box.bottom() - i * step;
        double length = i % 5 == 0 ? 4 : 2;
        canvas.line(box.x(), y, box.x() + length, y, Stroke.solid(LIGHT, 0.4));
      }
    }
    int barMm = 50 * pointsPerMm < 14 ? 100 : 50;
    double right = box.right() - 4;
    double y = box.bottom() - 4;
    double left = right - barMm * pointsPerMm;
    canvas.line(left, y, right, y, Stroke.solid(HALO, 2.4));
    canvas.line(left, y, right, y, Stroke.solid(LIGHT, 1.1));
    HaloedText.draw(canvas, barMm + " mm", right, y - 3, TextStyle.of(5.5, LIGHT).ending());
  }

  private static void label(Canvas canvas, String text, double x, double y) {
    HaloedText.draw(canvas, text, x, y, TextStyle.of(7, LIGHT).centred());
  }
}
