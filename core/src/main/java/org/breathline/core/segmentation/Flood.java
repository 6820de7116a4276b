package org.breathline.core.segmentation;

import org.breathline.core.geometry.Grid;

/** What a flood from some voxels reaches over faces. */
final class Flood {

  private static final int QUARTERS = 4;

  private Flood() {}

  /** Those voxels of a set that are joined with seeds in it. */
  static DenseMask joined(DenseMask mask, DenseMask seeds) {
    Grid grid = mask.grid();
    var reached = new DenseMask(grid);
    var queue = new IntQueue();
    for (int at = 0; at < grid.size(); at++) {
      if (seeds.at(at) && mask.at(at)) {
        reached.add(at);
        queue.add(at);
      }
    }
    int[] next = new int[6];
    while (!queue.isEmpty()) {
      int count = neighbours(grid, queue.remove(), next);
      for (int n = 0; n < count; n++) {
        if (mask.at(next[n]) && !reached.at(next[n])) {
          reached.add(next[n]);
          queue.add(next[n]);
        }
      }
    }
    return reached;
  }

  /**
   * Gives every voxel of a set to one of several markers, from thick places to thin ones, so that
   * two floods meet where the set is thinnest (watershed of the distance map: Beucher and Meyer
   * 1993).
   *
   * @param depthSquares squared distance from outside the set, mm^2
   * @param labels markers, above 0 inside the set; receives the result; 0 where no flood came
   */
  static void watershed(Grid grid, float[] depthSquares, byte[] labels) {
    float deepest = 0;
    for (float square : depthSquares) {
      deepest = square < Float.MAX_VALUE ? Math.max(deepest, square) : deepest;
    }
    IntQueue[] levels = new IntQueue[level(deepest) + 1];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = new IntQueue();
    }
    for (int at = 0; at < labels.length; at++) {
      if (labels[at] != 0) {
        levels[level(Math.min(deepest, depthSquares[at]))].add(at);
      }
    }
    int[] next = new int[6];
    int level = levels.length - 1;
    while (level >= 0) {
      if (levels[level].isEmpty()) {
        level--;
        continue;
      }
      int at = levels[level].remove();
      int count = neighbours(grid, at, next);
      for (int n = 0; n < count; n++) {
        int to = next[n];
        if (labels[to] == 0 && depthSquares[to] > 0) {
          labels[to] = labels[at];
          levels[Math.min(level, level(Math.min(deepest, depthSquares[to])))].add(to);
        }
      }
    }
  }

  private static int level(float square) {
    return (int) (QUARTERS * Math.sqrt(square));
  }

  /** The offsets of a voxel's neighbours over faces; how many there are. */
  static int neighbours(Grid grid, int at, int[] next) {
    int i = at % grid.nx();
    int j = at / grid.nx() % grid.ny();
    int k = at / grid.sliceSize();
    int count = 0;
    if (i > 0) {
      next[count++] = at - 1;
    }
    if (i + 1 < grid.nx()) {
      next[count++] = at + 1;
    }
    if (j > 0) {
      next[count++] = at - grid.nx();
    }
    if (j + 1 < grid.ny()) {
      next[count++] = at + grid.nx();
    }
    if (k > 0) {
      next[count++] = at - grid.sliceSize();
    }
    if (k + 1 < grid.nz()) {
      next[count++] = at + grid.sliceSize();
    }
    return count;
  }
}
