package org.breathline.kernel;

import java.util.Arrays;
import java.util.Objects;

/**
 * Makes a slice smaller by a whole factor: each pixel of the result is the mean of a block of
 * factor x factor pixels, rounded to the nearest whole number, halves upwards. Blocks that the
 * right or lower edge cuts are averaged over the pixels they have. There is one implementation
 * only: its inner loop is turned into vectors by the compiler ({@code benchmarks/README.md} has the
 * figures).
 */
public final class BlockMeans {

  private BlockMeans() {}

  /** The columns (or rows) of the result: {@code size / factor}, rounded up. */
  public static int reduced(int size, int factor) {
    return Math.ceilDiv(size, factor);
  }

  /**
   * Reduces one slice.
   *
   * @param slice holds rows x columns pixels from {@code from} on, rows one after the other
   * @param factor from 1 to 181, so that the sum of a block fits an int
   * @param means receives {@code reduced(rows) x reduced(columns)} pixels from {@code meansFrom} on
   * @throws IllegalArgumentException if the factor is out of its range
   * @throws IndexOutOfBoundsException if a slice does not lie within its array
   */
  public static void reduce(
      short[] slice, int from, int columns, int rows, int factor, short[] means, int meansFrom) {
    if (factor < 1 || factor > 181) {
      throw new IllegalArgumentException("a factor of 1 to 181 is needed, not " + factor);
    }
    int meanColumns = reduced(columns, factor);
    int meanRows = reduced(rows, factor);
    Objects.checkFromIndexSize(from, Math.multiplyExact(columns, rows), slice.length);
    Objects.checkFromIndexSize(meansFrom, meanColumns * meanRows, means.length);
    int[] columnSums = new int[columns];
    for (int meanRow = 0; meanRow < meanRows; meanRow++) {
      int firstRow = meanRow * factor;
      int blockRows = Math.min(factor, rows - firstRow);
      Arrays.fill(columnSums, 0);
      for (int row = firstRow; row < firstRow + blockRows; row++) {
        addRow(columnSums, slice, from + row * columns);
      }
      meansOfRow(columnSums, factor, blockRows, means, meansFrom + meanRow * meanColumns);
    }
  }

  private static void addRow(int[] columnSums, short[] slice, int from) {
    for (int column = 0; column < columnSums.length; column++) {
      columnSums[column] += slice[from + column];
    }
  }

  private static void meansOfRow(
      int[] columnSums, int factor, int blockRows, short[] means, int meansFrom) {
    int columns = columnSums.length;
    int mean = meansFrom;
    for (int first = 0; first < columns; first += factor) {
      int end = Math.min(first + factor, columns);
      int sum = 0;
      for (int column = first; column < end; column++) {
        sum += columnSums[column];
      }
      int pixels = blockRows * (end - first);
      means[mean++] = (short) Math.floorDiv(2 * sum + pixels, 2 * pixels);
    }
  }
}
