package org.breathline.core.planning.sequencing;

/**
 * Fluence in whole levels: one row for each leaf pair, from the first bank's side to the second's.
 */
final class LevelMap {

  private final int columns;
  private final int[][] levels;

  /**
   * A map that owns its rows.
   *
   * @param levels by row and column, at least 0, at least one row, rows of the same length
   */
  LevelMap(int[][] levels) {
    this.levels = levels;
    this.columns = levels[0].length;
  }

  int rows() {
    return levels.length;
  }

  int columns() {
    return columns;
  }

  int level(int row, int column) {
    return levels[row][column];
  }

  /** How much a level rises from the column before to this one; columns beyond both ends are 0. */
  int rise(int row, int column) {
    int here = column < columns ? levels[row][column] : 0;
    return column > 0 ? here - levels[row][column - 1] : here;
  }

  /** The levels that leaves going one way need at least for a row: the sum of its rises. */
  int complexity(int row) {
    int sum = 0;
    for (int column = 0; column < columns; column++) {
      sum += Math.max(0, rise(row, column));
    }
    return sum;
  }

  /** The largest complexity of all rows: no sequence takes fewer levels. */
  int complexity() {
    int most = 0;
    for (int row = 0; row < rows(); row++) {
      most = Math.max(most, complexity(row));
    }
    return most;
  }

  int largest() {
    int most = 0;
    for (int[] row : levels) {
      for (int level : row) {
        most = Math.max(most, level);
      }
    }
    return most;
  }

  /** What is left after a shape has been given. */
  LevelMap minus(LevelShape shape) {
    int[][] left = new int[rows()][];
    for (int row = 0; row < rows(); row++) {
      left[row] = levels[row].clone();
      for (int column = shape.first(row); column < shape.second(row); column++) {
        left[row][column] -= shape.levels();
      }
    }
    return new LevelMap(left);
  }
}
