package org.breathline.core.registration;

import java.util.BitSet;
import org.breathline.core.geometry.Grid;

/**
 * Makes a displacement on an isotropic grid one to one: where tissue would be turned inside out, or
 * nearly, it is smoothed until it is not. Checked is the Jacobian determinant at all corners of all
 * cells, which is what a trilinear interpolant attains.
 */
final class Unfolding {

  private static final int MOST_ROUNDS = 400;

  private final Grid grid;
  private final float[] u;
  private final float perVoxel;
  private final double least;
  private final int size;

  /**
   * Prepares.
   *
   * @param grid the isotropic grid
   * @param millimetres three runs of displacements along the axes; will be changed
   * @param least the smallest determinant to be left
   */
  Unfolding(Grid grid, float[] millimetres, double least) {
    this.grid = grid;
    this.u = millimetres;
    this.perVoxel = (float) (1 / grid.spacing().x());
    this.least = least;
    this.size = grid.size();
  }

  /**
   * Smooths.
   *
   * @return how many voxels had to be smoothed at first
   */
  int run() {
    BitSet folded = new BitSet(size);
    BitSet[] planes = new BitSet[grid.nz()];
    Planes.forEach(grid.nz(), k -> planes[k] = foldedIn(k));
    for (int k = 0; k < planes.length; k++) {
      int from = k * grid.sliceSize();
      planes[k].stream().forEach(at -> folded.set(from + at));
    }
    int found = folded.cardinality();
    for (int round = 0; round < MOST_ROUNDS && !folded.isEmpty(); round++) {
      BitSet around = around(folded);
      smooth(around);
      BitSet suspects = around(around);
      folded.clear();
      suspects.stream().filter(this::isFolded).forEach(folded::set);
    }
    return found;
  }

  private BitSet foldedIn(int k) {
    BitSet plane = new BitSet(grid.sliceSize());
    for (int at = 0; at < grid.sliceSize(); at++) {
      if (isFolded(k * grid.sliceSize() + at)) {
        plane.set(at);
      }
    }
    return plane;
  }

  /** Whether a determinant of one-sided differences at a voxel is too small. */
  private boolean isFolded(int at) {
    int nx = grid.nx();
    int i = at % nx;
    int j = (at / nx) % grid.ny();
    int k = Math.floorDiv(at, grid.sliceSize());
    for (int corner = 0; corner < 8; corner++) {
      int sx = (corner & 1) == 0 ? 1 : -1;
      int sy = (corner & 2) == 0 ? 1 : -1;
      int sz = (corner & 4) == 0 ? 1 : -1;
      if (i + sx < 0
          || i + sx >= nx
          || j + sy < 0
          || j + sy >= grid.ny()
          || k + sz < 0
          || k + sz >= grid.nz()) {
        continue;
      }
      if (determinant(at, sx, sy * nx, sz * grid.sliceSize(), sx, sy, sz) < least) {
        return true;
      }
    }
    return false;
  }

  private float determinant(int at, int dx, int dy, int dz, int sx, int sy, int sz) {
    float xx = 1 + slope(at, dx, sx);
    float xy = slope(at, dy, sy);
    float xz = slope(at, dz, sz);
    float yx = slope(at + size, dx, sx);
    float yy = 1 + slope(at + size, dy, sy);
    float yz = slope(at + size, dz, sz);
    float zx = slope(at + 2 * size, dx, sx);
    float zy = slope(at + 2 * size, dy, sy);
    float zz = 1 + slope(at + 2 * size, dz, sz);
    return xx * (yy * zz - yz * zy) - xy * (yx * zz - yz * zx) + xz * (yx * zy - yy * zx);
  }

  private float slope(int at, int step, int sign) {
    return sign * perVoxel * (u[at + step] - u[at]);
  }

  /** The voxels and their neighbours across faces. */
  private BitSet around(BitSet voxels) {
    BitSet around = (BitSet) voxels.clone();
    int nx = grid.nx();
    voxels.stream()
        .forEach(at -> {
          int i = at % nx;
          int j = (at / nx) % grid.ny();
          set(around, i > 0, at - 1);
          set(around, i + 1 < nx, at + 1);
          set(around, j > 0, at - nx);
          set(around, j + 1 < grid.ny(), at + nx);
          set(around, at >= grid.sliceSize(), at - grid.sliceSize());
          set(around, at + grid.sliceSize() < size, at + grid.sliceSize());
        });
    return around;
  }

  private static void set(BitSet voxels, boolean exists, int at) {
    if (exists) {
      voxels.set(at);
    }
  }

  /** Half way toward the mean of the neighbours, all voxels at once. */
  private void smooth(BitSet voxels) {
    int[] places = voxels.stream().toArray();
    float[] next = new float[3 * places.length];
    for (int n = 0; n < places.length; n++) {
      for (int component = 0; component < 3; component++) {
        next[3 * n + component] =
            0.5f * (u[component * size + places[n]] + mean(component, places[n]));
      }
    }
    for (int n = 0; n < places.length; n++) {
      for (int component = 0; component < 3; component++) {
        u[component * size + places[n]] = next[3 * n + component];
      }
    }
  }

  private float mean(int component, int at) {
    int nx = grid.nx();
    int slice = grid.sliceSize();
    int i = at % nx;
    int j = (at / nx) % grid.ny();
    int from = component * size + at;
    float own = u[from];
    return (1f / 6)
        * ((i > 0 ? u[from - 1] : own)
            + (i + 1 < nx ? u[from + 1] : own)
            + (j > 0 ? u[from - nx] : own)
            + (j + 1 < grid.ny() ? u[from + nx] : own)
            + (at >= slice ? u[from - slice] : own)
            + (at + slice < size ? u[from + slice] : own));
  }
}
