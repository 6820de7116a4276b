package org.breathline.core.planning.sequencing;

/** Leaves at borders of columns, and for how many levels they stand there. */
final class LevelShape {

  private final int levels;
  private final int[] first;
  private final int[] second;

  /**
   * A shape that owns its arrays.
   *
   * @param levels at least 1
   * @param first by row, the border that the first bank's leaf stands at
   * @param second by row, that of the second bank's leaf; the same where the pair is shut
   */
  LevelShape(int levels, int[] first, int[] second) {
    this.levels = levels;
    this.first = first;
    this.second = second;
  }

  int levels() {
    return levels;
  }

  int first(int row) {
    return first[row];
  }

  int second(int row) {
    return second[row];
  }

  /** Whether no leaf reaches beyond the opposite one of the pair beside it. */
  boolean keepsApart() {
    for (int row = 0; row + 1 < first.length; row++) {
      if (first[row] > second[row + 1] || first[row + 1] > second[row]) {
        return false;
      }
    }
    return true;
  }
}
