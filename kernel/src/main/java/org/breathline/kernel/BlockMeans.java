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

  /** 181 * 181 * 32768 is the last below 2<sup>31</sup>. */
  private static final int GREATEST_FACTOR = 181;

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
   * @throws IllegalArgumentException if the factor is out of its range or the slice is empty
   * @throws IndexOutOfBoundsException if a slice does not lie within its array
   */
  public static void reduce(
      short[] slice, int from, int columns, int rows, int factor, short[] means, int meansFrom) {
    if (factor < 1 || factor > GREATEST_FACTOR) {
      throw new IllegalArgumentException(
          "a factor of 1 to %d is needed, not %d".formatted(GREATEST_FACTOR, factor));
    }
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException("a slice of %d x %d pixels".formatted(columns, rows));
    }
    int meanColumns = reduced(columns, factor);
    int meanRows = reduced(rows, factor);
    Objects.checkFromIndexSize(from, Math.multiplyExact(columns, rows), slice.length);
    Objects.checkFromIndexSize(meansFrom, meanColumns * meanRows, means.length);
    // A whole number of blocks, so that the last one needs no case of its own: the surplus stays 0.
    float[] columnSums = new float[meanColumns * factor];
    int[] blockSums = new int[meanColumns];
    for (int meanRow = 0; meanRow < meanRows; meanRow++) {
      int firstRow = meanRow * factor;
      int blockRows = Math.min(factor, rows - firstRow);
      Arrays.fill(columnSums, 0);
      for (int row = firstRow; row < firstRow + blockRows; row++) {
        addRow(columnSums, slice, from + row * columns, columns);
      }
      sumBlocks(columnSums, factor, blockSums);
      int lastColumns = columns - (meanColumns - 1) * factor;
      int into = meansFrom + meanRow * meanColumns;
      divide(blockSums, 0, meanColumns - 1, blockRows * factor, means, into);
      divide(blockSums, meanColumns - 1, 1, blockRows * lastColumns, means, into);
    }
  }

  /**
   * Sums as floats, because of shorts added to ints the compiler makes no vectors. They are exact:
   * 181 * 32768 is below 2<sup>24</sup>, up to which floats hold all whole numbers.
   */
  private static void addRow(float[] columnSums, short[] slice, int from, int columns) {
    for (int column = 0; column < columns; column++) {
      columnSums[column] += slice[from + column];
    }
  }

  private static void sumBlocks(float[] columnSums, int factor, int[] blockSums) {
    Arrays.fill(blockSums, 0);
    for (int within = 0; within < factor; within++) {
      for (int block = 0; block < blockSums.length; block++) {
        blockSums[block] += (int) columnSums[block * factor + within];
      }
    }
  }

  /**
   * Rounds half upwards: {@code floor((2 sum + pixels) / (2 pixels))}. A division of doubles is
   * many times faster than one of ints and, of numbers this small, its floor is exact.
   */
  private static void divide(
      int[] sums, int first, int count, int pixels, short[] means, int meansFrom) {
    double divisor = 2.0 * pixels;
    for (int i = first; i < first + count; i++) {
      means[meansFrom + i] = (short) (int) Math.floor((2.0 * sums[i] + pixels) / divisor);
    }
  }
}
