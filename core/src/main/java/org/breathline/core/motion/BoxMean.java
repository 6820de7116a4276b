package org.breathline.core.motion;

import org.breathline.core.geometry.Grid;

/** Means over cubes of those voxels that lie within a region: what is outside does not enter. */
final class BoxMean {

  private BoxMean() {}

  /**
   * Replaces the values of a region by means, axis after axis.
   *
   * @param sideMm the side of the cube, made odd in voxels
   */
  static void within(Grid grid, boolean[] inside, float[] values, double sideMm) {
    float[] weights = new float[values.length];
    for (int at = 0; at < values.length; at++) {
      weights[at] = inside[at] ? 1 : 0;
      values[at] *= weights[at];
    }
    int plane = grid.sliceSize();
    double[] spacings = {grid.spacing().x(), grid.spacing().y(), grid.spacing().z()};
    int[] sizes = {grid.nx(), grid.ny(), grid.nz()};
    int[] steps = {1, grid.nx(), plane};
    for (int axis = 0; axis < 3; axis++) {
      int reach = (int) Math.round(sideMm / spacings[axis] / 2 - 0.5);
      for (int start = 0; start < values.length; start++) {
        if (start / steps[axis] % sizes[axis] == 0) {
          sums(values, start, steps[axis], sizes[axis], reach);
          sums(weights, start, steps[axis], sizes[axis], reach);
        }
      }
    }
    for (int at = 0; at < values.length; at++) {
      values[at] = inside[at] ? values[at] / weights[at] : 0;
    }
  }

  private static void sums(float[] values, int start, int step, int size, int reach) {
    double[] before = new double[size + 1];
    for (int i = 0; i < size; i++) {
      before[i + 1] = before[i] + values[start + i * step];
    }
    for (int i = 0; i < size; i++) {
      int from = Math.max(0, i - reach);
      int to = Math.min(size, i + reach + 1);
      values[start + i * step] = (float) (before[to] - before[from]);
    }
  }
}
