package org.breathline.study.plot;

import java.util.List;

/**
 * A matrix of values as shades, with a scale beside it. Cells without a value are crossed out;
 * cells that need attention carry a ring, so that they are found without colour.
 */
public final class HeatMap implements Figure {

  private static final double FONT = Axes.FONT;
  private static final double HEAD = 20;
  private static final double MOST_CELL = 20;
  private static final TextStyle LABEL = TextStyle.of(FONT, Ink.MUTED);

  /**
   * One cell.
   *
   * @param value NaN where there is none
   * @param attention whether the reader should look at it
   */
  public record Cell(double value, boolean attention) {}

  /**
   * What a map shows.
   *
   * @param quantity with its unit, such as "distance (%)"
   * @param rows one label a row, the first row at the bottom
   * @param columns one label a column, from left to right
   * @param cells by row and column
   * @param decimals of the values
   */
  public record Data(
      String quantity,
      List<String> rows,
      List<String> columns,
      List<List<Cell>> cells,
      int decimals) {

    /** Copies the lists; throws {@link IllegalArgumentException} if sizes do not fit. */
    public Data {
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
      cells = cells.stream().map(List::copyOf).toList();
      int across = columns.size();
      if (rows.isEmpty()
          || across == 0
          || cells.size() != rows.size()
          || cells.stream().anyMatch(row -> row.size() != across)) {
        throw new IllegalArgumentException("a heat map needs a cell for every row and column");
      }
    }
  }

  private final Data data;
  private final ColourScale colours;
  private final String rowTitle;
  private final String columnTitle;
  private final double width;
  private final String alternative;

  /**
   * A map of a matrix.
   *
   * @param rowTitle what the rows are
   * @param columnTitle what the columns are
   * @param width in points
   */
  public HeatMap(
      Data data,
      ColourScale colours,
      String rowTitle,
      String columnTitle,
      double width,
      String alternative) {
    this.data = data;
    this.colours = colours;
    this.rowTitle = rowTitle;
    this.columnTitle = columnTitle;
    this.width = width;
    this.alternative = alternative;
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public double height() {
    return HEAD + data.rows().size() * cellHeight() + 2 * FONT + 12;
  }

  @Override
  public String alternative() {
    return alternative;
  }

  @Override
  public void draw(Canvas canvas) {
    double left = left();
    double cellWidth = cellWidth();
    double bottom = HEAD + data.rows().size() * cellHeight();
    scale(canvas);
    for (int row = 0; row < data.rows().size(); row++) {
      double y = bottom - (row + 1) * cellHeight();
      canvas.text(
          data.rows().get(row), left - 5, y + cellHeight() / 2 + 0.35 * FONT, LABEL.ending());
      for (int column = 0; column < data.columns().size(); column++) {
        cell(canvas, row, column, new Box(left + column * cellWidth, y, cellWidth, cellHeight()));
      }
    }
    canvas.text(rowTitle, FONT, HEAD + (bottom - HEAD) / 2, LABEL.centred().upward());
    double across = data.columns().size() * cellWidth;
    int every = every(cellWidth);
    for (int column = 0; column < data.columns().size(); column += every) {
      double x = left + (column + 0.5) * cellWidth;
      canvas.text(data.columns().get(column), x, bottom + FONT + 3, LABEL.centred());
    }
    canvas.text(columnTitle, left + across / 2, bottom + 2 * FONT + 7, LABEL.centred());
  }

  private void cell(Canvas canvas, int row, int column, Box box) {
    Cell cell = data.cells().get(row).get(column);
    double value = cell.value();
    // A sliver of the page between cells, unless they are too small for it.
    double gap = box.width() > 4 ? 0.5 : 0;
    Box inner = box.inset(gap, gap, gap, gap);
    if (!Double.isFinite(value)) {
      Stroke stroke = Stroke.solid(Ink.MUTED, 0.5);
      canvas.rectangle(inner, Ink.PANEL);
      canvas.line(inner.x(), inner.bottom(), inner.right(), inner.y(), stroke);
      canvas.line(inner.x(), inner.y(), inner.right(), inner.bottom(), stroke);
      return;
    }
    canvas.rectangle(inner, colours.colour(value));
    String written = Figures.fixed(value, data.decimals());
    boolean fits = LiberationSans.width(written, 6.5) < inner.width() - 3 && inner.height() > 9;
    Rgb ink = colours.textOn(value);
    if (fits) {
      TextStyle style = TextStyle.of(6.5, ink).centred();
      canvas.text(written, inner.centreX(), inner.centreY() + 2.3, style);
    }
    if (cell.attention()) {
      attention(canvas, inner, fits, ink);
    }
  }

  private static void attention(Canvas canvas, Box box, boolean written, Rgb ink) {
    if (written) {
      Stroke edge = Stroke.solid(Ink.VERMILLION, 1.2);
      canvas.frame(box.inset(0.6, 0.6, 0.6, 0.6), edge);
    } else {
      double radius = Math.clamp(Math.min(box.width(), box.height()) * 0.28, 0.8, 2.2);
      canvas.circle(box.centreX(), box.centreY(), radius + 0.6, ink);
      canvas.circle(box.centreX(), box.centreY(), radius, Ink.VERMILLION);
    }
  }

  /** The shades with their values, at the upper right. */
  private void scale(Canvas canvas) {
    double length = 110;
    double right = width - 4 - LiberationSans.width(label(colours.high()), FONT);
    double x = right - length;
    int steps = 44;
    for (int i = 0; i < steps; i++) {
      double value = colours.low() + (i + 0.5) / steps * (colours.high() - colours.low());
      canvas.rectangle(
          new Box(x + i * length / steps, 3, length / steps + 0.2, 7), colours.colour(value));
    }
    canvas.text(data.quantity() + "   " + label(colours.low()), x - 4, 9.2, LABEL.ending());
    canvas.text(label(colours.high()), right + 4, 9.2, LABEL);
  }

  private String label(double value) {
    return Figures.fixed(value, data.decimals());
  }

  private double left() {
    double widest = 0;
    for (String row : data.rows()) {
      widest = Math.max(widest, LiberationSans.width(row, FONT));
    }
    return FONT + 8 + widest + 5;
  }

  private double cellWidth() {
    return Math.min(3 * MOST_CELL, (width - left()) / data.columns().size());
  }

  private double cellHeight() {
    return Math.clamp(280.0 / data.rows().size(), 7, MOST_CELL * 0.8);
  }

  /** Labels stand at every so many columns, so that they do not touch. */
  private int every(double cellWidth) {
    double widest = 0;
    for (String column : data.columns()) {
      widest = Math.max(widest, LiberationSans.width(column, FONT));
    }
    return (int) Math.max(1, Math.ceil((widest + 5) / cellWidth));
  }
}
