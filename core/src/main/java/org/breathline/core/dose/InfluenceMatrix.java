package org.breathline.core.dose;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What every beamlet does to every voxel of interest: dose = A w, with a row for each voxel, a
 * column for each beamlet and w the beamlets' weights. Sparse, in single precision. Its columns are
 * separate, so that they can be made in any order by any number of threads, and no array's length
 * limits the whole. Immutable; products don't depend on the number of threads.
 */
public final class InfluenceMatrix {

  private final int rows;
  private final List<InfluenceColumn> columns;

  /**
   * A matrix of columns.
   *
   * @param rows voxels
   * @param columns one for each beamlet, in the order of their weights
   * @throws IllegalArgumentException if a column is of another number of voxels
   */
  public InfluenceMatrix(int rows, List<InfluenceColumn> columns) {
    for (InfluenceColumn column : columns) {
      if (column.rows() != rows) {
        throw new IllegalArgumentException(
            "a column of %d voxels in a matrix of %d".formatted(column.rows(), rows));
      }
    }
    this.rows = rows;
    this.columns = List.copyOf(columns);
  }

  /** The number of voxels. */
  public int rows() {
    return rows;
  }

  /** The beamlets' columns. */
  public List<InfluenceColumn> columns() {
    return columns;
  }

  /** The number of voxels reached, summed over all beamlets. */
  public long entries() {
    return columns.stream().mapToLong(InfluenceColumn::entries).sum();
  }

  /**
   * The dose of weights.
   *
   * @param weights one for each column
   * @param dose receives A w, Gy, one for each row
   * @throws IllegalArgumentException if an array's length is not that of the matrix
   */
  public void dose(double[] weights, float[] dose) {
    checkLengths(weights, dose);
    Arrays.fill(dose, 0);
    // A thread owns the rows of its block and adds the columns in their order.
    IntStream.range(0, InfluenceColumn.blocks(rows))
        .parallel()
        .forEach(block -> {
          for (int column = 0; column < weights.length; column++) {
            if (weights[column] != 0) {
              columns.get(column).addTo(dose, block, (float) weights[column]);
            }
          }
        });
  }

  /**
   * The gradient with respect to the weights from the one with respect to the dose.
   *
   * @param ofDose one for each row
   * @param ofWeights receives A^T ofDose, one for each column
   * @throws IllegalArgumentException if an array's length is not that of the matrix
   */
  public void weightGradient(float[] ofDose, double[] ofWeights) {
    checkLengths(ofWeights, ofDose);
    IntStream.range(0, ofWeights.length)
        .parallel()
        .forEach(column -> ofWeights[column] = columns.get(column).dot(ofDose));
  }

  private void checkLengths(double[] ofColumns, float[] ofRows) {
    if (ofColumns.length != columns.size() || ofRows.length != rows) {
      throw new IllegalArgumentException(
          "%d weights and %d doses for a matrix of %d beamlets and %d voxels"
              .formatted(ofColumns.length, ofRows.length, columns.size(), rows));
    }
  }
}
