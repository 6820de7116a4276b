package org.breathline.study.plot;

import java.util.List;

/** Planes of one quantity side by side as colours, at one scale in millimetres, with the scale. */
public final class MapPanel implements Figure {

  private static final double CAPTION = 12;
  private static final double GAP = 8;
  private static final double SCALE_HEIGHT = 26;
  private static final int SHADES = 32;

  /**
   * One plane.
   *
   * @param caption such as "by Jacobian"
   * @param map its values
   */
  public record Tile(String caption, ColourMap map) {}

  /** A matrix of values in a plane, rows from top to bottom. Does not change. */
  public static final class ColourMap {

    private final int columns;
    private final int rows;
    private final double columnMm;
    private final double rowMm;
    private final float[] values;

    /**
     * Copies the values.
     *
     * @param values columns x rows, a row after the other; NaN where there is none
     * @throws IllegalArgumentException if their number is another
     */
    public ColourMap(int columns, int rows, double columnMm, double rowMm, float[] values) {
      if (values.length != columns * rows || values.length == 0) {
        throw new IllegalArgumentException(
            "%d values for a map of %d x %d".formatted(values.length, columns, rows));
      }
      this.columns = columns;
      this.rows = rows;
      this.columnMm = columnMm;
      this.rowMm = rowMm;
      this.values = values.clone();
    }

    double widthMm() {
      return columns * columnMm;
    }

    double heightMm() {
      return rows * rowMm;
    }
  }

  private final List<Tile> tiles;
  private final ColourScale colours;
  private final String quantity;
  private final double width;
  private final double pointsPerMm;
  private final String alternative;

  /**
   * A panel.
   *
   * @param tiles at least one, in one row
   * @param quantity with its unit
   * @param width in points
   */
  public MapPanel(
      List<Tile> tiles, ColourScale colours, String quantity, double width, String alternative) {
    if (tiles.isEmpty()) {
      throw new IllegalArgumentException("a panel without maps");
    }
    this.tiles = List.copyOf(tiles);
    this.colours = colours;
    this.quantity = quantity;
    this.width = width;
    this.alternative = alternative;
    double widest = tiles.stream().mapToDouble(t -> t.map().widthMm()).max().orElseThrow();
    this.pointsPerMm = (width - (tiles.size() - 1) * GAP) / tiles.size() / widest;
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public double height() {
    double highest = tiles.stream().mapToDouble(t -> t.map().heightMm()).max().orElseThrow();
    return CAPTION + highest * pointsPerMm + SCALE_HEIGHT;
  }

  @Override
  public String alternative() {
    return alternative;
  }

  @Override
  public void draw(Canvas canvas) {
    for (int n = 0; n < tiles.size(); n++) {
      double x = n * (width + GAP) / tiles.size();
      canvas.text(tiles.get(n).caption(), x, 8.5, TextStyle.of(8, Ink.TEXT).heavier());
      draw(canvas, tiles.get(n).map(), x);
    }
    scale(canvas, height() - SCALE_HEIGHT + 6);
  }

  /** Cells of one shade beside each other are one rectangle: far fewer of them. */
  private void draw(Canvas canvas, ColourMap map, double left) {
    for (int row = 0; row < map.rows; row++) {
      int column = 0;
      while (column < map.columns) {
        int shade = shade(map.values[row * map.columns + column]);
        int end = column + 1;
        while (end < map.columns && shade(map.values[row * map.columns + end]) == shade) {
          end++;
        }
        if (shade >= 0) {
          canvas.rectangle(
              new Box(
                  left + column * map.columnMm * pointsPerMm,
                  CAPTION + row * map.rowMm * pointsPerMm,
                  (end - column) * map.columnMm * pointsPerMm,
                  map.rowMm * pointsPerMm),
              colours.colour(value(shade)));
        }
        column = end;
      }
    }
  }

  /** The shade of a value, -1 for none. */
  private int shade(float value) {
    if (Float.isNaN(value)) {
      return -1;
    }
    double share = (value - colours.low()) / (colours.high() - colours.low());
    return (int) Math.clamp(Math.floor(share * SHADES), 0, SHADES - 1);
  }

  private double value(int shade) {
    return colours.low() + (shade + 0.5) / SHADES * (colours.high() - colours.low());
  }

  private void scale(Canvas canvas, double y) {
    double length = 140;
    for (int shade = 0; shade < SHADES; shade++) {
      canvas.rectangle(
          new Box(shade * length / SHADES, y, length / SHADES + 0.2, 6),
          colours.colour(value(shade)));
    }
    TextStyle style = TextStyle.of(7, Ink.MUTED);
    canvas.text(Figures.fixed(colours.low(), 1), 0, y + 14, style);
    canvas.text(Figures.fixed(colours.high(), 1), length, y + 14, style.ending());
    canvas.text(quantity, length + 8, y + 6, style);
  }
}
