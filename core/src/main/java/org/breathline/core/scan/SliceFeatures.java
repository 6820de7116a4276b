package org.breathline.core.scan;

import org.breathline.kernel.BlockMeans;

/**
 * What is kept of a slice after its pixels have been seen once: a thumbnail of block means, and
 * from it the air content and the area of the body.
 */
public final class SliceFeatures {

  /** Below this a pixel inside the body is lung, airway or gas. */
  public static final int LUNG_BELOW_HU = -400;

  /** Above this a pixel of outer air is partly skin, not noise. */
  private static final int EMPTY_BELOW_HU = -900;

  private final short[] thumbnail;
  private final double airMm2;
  private final double bodyMm2;

  private SliceFeatures(short[] thumbnail, double airMm2, double bodyMm2) {
    this.thumbnail = thumbnail;
    this.airMm2 = airMm2;
    this.bodyMm2 = bodyMm2;
  }

  /** The thumbnail itself, block means in HU, rows one after the other; not to be changed. */
  public short[] thumbnail() {
    return thumbnail;
  }

  /**
   * Air inside the body as an area: the sum over pixels below {@link #LUNG_BELOW_HU} of {@code -HU
   * / 1000} (1 for air, 0 for water) times the pixel's area, mm2.
   */
  public double airMm2() {
    return airMm2;
  }

  /** The area that outer air does not fill, mm2; pixels at the skin are counted in part. */
  public double bodyMm2() {
    return bodyMm2;
  }

  /**
   * Looks at a slice.
   *
   * @param hu columns x rows Hounsfield units
   * @param factor the side of a block in pixels
   */
  public static SliceFeatures of(short[] hu, SliceGeometry geometry, int factor) {
    int columns = BlockMeans.reduced(geometry.columns(), factor);
    int rows = BlockMeans.reduced(geometry.rows(), factor);
    short[] thumbnail = new short[columns * rows];
    BlockMeans.reduce(hu, 0, geometry.columns(), geometry.rows(), factor, thumbnail, 0);
    boolean[] outside = outerAir(thumbnail, columns, rows);
    double air = 0;
    double body = 0;
    for (int i = 0; i < thumbnail.length; i++) {
      int value = thumbnail[i];
      if (outside[i]) {
        body += value > EMPTY_BELOW_HU ? (value + 1000) / 1000.0 : 0;
      } else {
        body++;
        air += value < LUNG_BELOW_HU ? Math.min(1, value / -1000.0) : 0;
      }
    }
    double pixelMm2 = geometry.columnSpacingMm() * geometry.rowSpacingMm() * factor * factor;
    return new SliceFeatures(thumbnail, air * pixelMm2, body * pixelMm2);
  }

  /** The air that is connected to the edge of the image within the slice. */
  private static boolean[] outerAir(short[] values, int columns, int rows) {
    boolean[] outside = new boolean[values.length];
    int[] stack = new int[values.length];
    int size = 0;
    for (int column = 0; column < columns; column++) {
      size = push(values, outside, stack, size, column);
      size = push(values, outside, stack, size, (rows - 1) * columns + column);
    }
    for (int row = 0; row < rows; row++) {
      size = push(values, outside, stack, size, row * columns);
      size = push(values, outside, stack, size, row * columns + columns - 1);
    }
    while (size > 0) {
      int at = stack[--size];
      int column = at % columns;
      size = column > 0 ? push(values, outside, stack, size, at - 1) : size;
      size = column < columns - 1 ? push(values, outside, stack, size, at + 1) : size;
      size = at >= columns ? push(values, outside, stack, size, at - columns) : size;
      size = at < values.length - columns ? push(values, outside, stack, size, at + columns) : size;
    }
    return outside;
  }

  private static int push(short[] values, boolean[] outside, int[] stack, int size, int at) {
    if (outside[at] || values[at] >= LUNG_BELOW_HU) {
      return size;
    }
    outside[at] = true;
    stack[size] = at;
    return size + 1;
  }
}
