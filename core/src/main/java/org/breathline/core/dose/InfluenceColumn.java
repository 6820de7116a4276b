package org.breathline.core.dose;

import java.util.Arrays;

/**
 * The dose that one beamlet gives per unit of its weight, at those of an {@link InfluenceMatrix}'s
 * voxels that it reaches. Six bytes a voxel: a product with the matrix takes as long as it takes to
 * read it, so a row is kept as its place within a block of rows. Immutable.
 */
public final class InfluenceColumn {

  /** Rows of a block: what a product writes to at a time stays in the processor's own cache. */
  static final int BLOCK_ROWS = 1 << 15;

  private static final int BLOCK_SHIFT = Integer.numberOfTrailingZeros(BLOCK_ROWS);

  private final int rows;

  /** The entries of block b are those from {@code blockStarts[b]} to below {@code [b + 1]}. */
  private final int[] blockStarts;

  private final char[] places;
  private final float[] values;

  /**
   * A column from the first entries of two arrays, which are copied.
   *
   * @param rows voxels of the matrix
   * @param rowOfEntry voxel of each entry, increasing, 0 to below rows
   * @param doseOfEntry Gy per unit of weight
   * @param entries how many
   * @throws IllegalArgumentException if rows are not increasing or not of the matrix
   */
  public InfluenceColumn(int rows, int[] rowOfEntry, float[] doseOfEntry, int entries) {
    this.rows = rows;
    this.blockStarts = new int[blocks(rows) + 1];
    this.places = new char[entries];
    this.values = Arrays.copyOf(doseOfEntry, entries);
    int previous = -1;
    for (int entry = 0; entry < entries; entry++) {
      int row = rowOfEntry[entry];
      if (row <= previous || row >= rows) {
        throw new IllegalArgumentException(
            "row %d of %d follows row %d: rows must increase".formatted(row, rows, previous));
      }
      previous = row;
      places[entry] = (char) (row & (BLOCK_ROWS - 1));
      blockStarts[(row >> BLOCK_SHIFT) + 1]++;
    }
    for (int block = 0; block + 1 < blockStarts.length; block++) {
      blockStarts[block + 1] += blockStarts[block];
    }
  }

  static int blocks(int rows) {
    return (rows + BLOCK_ROWS - 1) >> BLOCK_SHIFT;
  }

  /** Voxels of the matrix that this is a column of. */
  public int rows() {
    return rows;
  }

  /** The number of voxels that the beamlet reaches. */
  public int entries() {
    return values.length;
  }

  /** What is done with an entry. */
  @FunctionalInterface
  public interface EntryAction {

    /** Receives a voxel and its dose, Gy per unit of weight. */
    void accept(int row, float dose);
  }

  /** Visits all entries in the order of their rows. */
  public void forEach(EntryAction action) {
    for (int block = 0; block + 1 < blockStarts.length; block++) {
      int base = block << BLOCK_SHIFT;
      for (int entry = blockStarts[block]; entry < blockStarts[block + 1]; entry++) {
        action.accept(base + places[entry], values[entry]);
      }
    }
  }

  /** Adds weight times this column to the rows of one block. */
  void addTo(float[] dose, int block, float weight) {
    int base = block << BLOCK_SHIFT;
    int end = blockStarts[block + 1];
    for (int entry = blockStarts[block]; entry < end; entry++) {
      dose[base + places[entry]] += weight * values[entry];
    }
  }

  /** The scalar product with one number a row; four sums, so that none waits for the other. */
  double dot(float[] ofRows) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int block = 0; block + 1 < blockStarts.length; block++) {
      int base = block << BLOCK_SHIFT;
      int end = blockStarts[block + 1];
      int entry = blockStarts[block];
      for (; entry + 3 < end; entry += 4) {
        a += values[entry] * ofRows[base + places[entry]];
        b += values[entry + 1] * ofRows[base + places[entry + 1]];
        c += values[entry + 2] * ofRows[base + places[entry + 2]];
        d += values[entry + 3] * ofRows[base + places[entry + 3]];
      }
      for (; entry < end; entry++) {
        a += values[entry] * ofRows[base + places[entry]];
      }
    }
    return a + b + (c + d);
  }
}
