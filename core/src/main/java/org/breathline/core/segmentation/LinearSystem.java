package org.breathline.core.segmentation;

/** Small systems of linear equations. */
final class LinearSystem {

  private static final double SINGULAR = 1e-9;

  private LinearSystem() {}

  /**
   * Solves a system in place by Gauss and Jordan with pivots.
   *
   * @param rows n rows of n coefficients and the right side, which becomes the solution
   * @return whether there is one solution
   */
  static boolean solve(double[][] rows) {
    int n = rows.length;
    double scale = 0;
    for (int a = 0; a < n; a++) {
      scale = Math.max(scale, Math.abs(rows[a][a]));
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int a = column + 1; a < n; a++) {
        pivot = Math.abs(rows[a][column]) > Math.abs(rows[pivot][column]) ? a : pivot;
      }
      if (!(Math.abs(rows[pivot][column]) > SINGULAR * scale)) {
        return false;
      }
      double[] swapped = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = swapped;
      for (int b = n; b >= column; b--) {
        swapped[b] /= swapped[column];
      }
      for (int a = 0; a < n; a++) {
        double factor = rows[a][column];
        for (int b = column; a != column && b <= n; b++) {
          rows[a][b] -= factor * swapped[b];
        }
      }
    }
    return true;
  }
}
