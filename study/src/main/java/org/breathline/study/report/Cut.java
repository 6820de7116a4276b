package org.breathline.study.report;

import org.breathline.study.plot.GreyImage;
import org.breathline.study.plot.ImagePanel.Sides;

/**
 * A plane through a CT across its slices: patient's right or anterior at the left, superior at the
 * top. Does not change.
 */
public final class Cut {

  /** Stands where no slice was acquired. */
  public static final short GAP = Short.MIN_VALUE;

  private final int columns;
  private final int rows;
  private final double columnSpacingMm;
  private final double rowSpacingMm;
  private final Sides sides;
  private final short[] hu;

  /**
   * Copies the samples.
   *
   * @param columns samples across
   * @param rows slices, from top to bottom
   * @param columnSpacingMm between samples
   * @param rowSpacingMm between slices
   * @param sides what lies beyond the edges
   * @param hu Hounsfield units, rows one after the other; {@link #GAP} where there is no slice
   * @throws IllegalArgumentException if the number of samples is not columns x rows
   */
  public Cut(
      int columns, int rows, double columnSpacingMm, double rowSpacingMm, Sides sides, short[] hu) {
    if (hu.length != columns * rows) {
      throw new IllegalArgumentException(
          "%d samples for a cut of %d x %d".formatted(hu.length, columns, rows));
    }
    this.columns = columns;
    this.rows = rows;
    this.columnSpacingMm = columnSpacingMm;
    this.rowSpacingMm = rowSpacingMm;
    this.sides = sides;
    this.hu = hu.clone();
  }

  /** What lies beyond its edges. */
  public Sides sides() {
    return sides;
  }

  /** The sample at a column and a row from the top, Hounsfield units or {@link #GAP}. */
  public short at(int column, int row) {
    return hu[row * columns + column];
  }

  /** Its width in the patient. */
  public double widthMm() {
    return columns * columnSpacingMm;
  }

  /** Its height in the patient. */
  public double heightMm() {
    return rows * rowSpacingMm;
  }

  /**
   * The cut as a picture with square pixels, interpolated linearly between samples; a missing slice
   * is chequered and never filled from its neighbours.
   *
   * @param pixelsAcross the picture's width, at least 1
   */
  public GreyImage grey(CtWindow window, int pixelsAcross) {
    double pixelMm = widthMm() / pixelsAcross;
    int pixelsDown = (int) Math.max(1, Math.round(heightMm() / pixelMm));
    byte[] pixels = new byte[pixelsAcross * pixelsDown];
    for (int y = 0; y < pixelsDown; y++) {
      double row = (y + 0.5) * rows / pixelsDown - 0.5;
      int nearest = Math.clamp(Math.round(row), 0, rows - 1);
      for (int x = 0; x < pixelsAcross; x++) {
        double column = (x + 0.5) * columns / pixelsAcross - 0.5;
        int grey =
            hu[nearest * columns] == GAP
                ? ((x / 4 + y / 4) % 2 == 0 ? 96 : 160)
                : window.grey(sample(column, row, nearest));
        pixels[y * pixelsAcross + x] = (byte) grey;
      }
    }
    return new GreyImage(pixelsAcross, pixelsDown, pixels);
  }

  private double sample(double column, double row, int nearest) {
    int above = Math.clamp((int) Math.floor(row), 0, rows - 1);
    int below = Math.min(above + 1, rows - 1);
    double share = Math.clamp(row - above, 0.0, 1.0);
    if (hu[above * columns] == GAP || hu[below * columns] == GAP) {
      return across(nearest, column);
    }
    return (1 - share) * across(above, column) + share * across(below, column);
  }

  private double across(int row, double column) {
    int left = Math.clamp((int) Math.floor(column), 0, columns - 1);
    int right = Math.min(left + 1, columns - 1);
    double share = Math.clamp(column - left, 0.0, 1.0);
    return (1 - share) * hu[row * columns + left] + share * hu[row * columns + right];
  }
}
