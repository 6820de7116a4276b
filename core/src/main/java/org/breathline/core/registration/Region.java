package org.breathline.core.registration;

import java.util.Arrays;
import org.breathline.core.geometry.Grid;

/**
 * Where images are compared: a set of voxels of a level's grid, as weights of 0 and 1, and the part
 * of every row that holds it. Immutable.
 */
public final class Region {

  private final Grid grid;
  private final float[] weights;
  private final int[] from;
  private final int[] to;
  private final long voxels;

  private Region(Grid grid, float[] weights) {
    this.grid = grid;
    this.weights = weights;
    int rows = grid.ny() * grid.nz();
    from = new int[rows];
    to = new int[rows];
    long sum = 0;
    for (int row = 0; row < rows; row++) {
      from[row] = grid.nx();
      for (int i = 0; i < grid.nx(); i++) {
        if (weights[row * grid.nx() + i] > 0) {
          from[row] = Math.min(from[row], i);
          to[row] = i + 1;
          sum++;
        }
      }
      from[row] = Math.min(from[row], to[row]);
    }
    voxels = sum;
  }

  /** The voxels whose entry is set; an entry a voxel. */
  public static Region of(Grid grid, boolean[] inside) {
    float[] weights = new float[grid.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = inside[i] ? 1 : 0;
    }
    return new Region(grid, weights);
  }

  /** Every voxel. */
  public static Region whole(Grid grid) {
    float[] weights = new float[grid.size()];
    Arrays.fill(weights, 1);
    return new Region(grid, weights);
  }

  /** The level's grid. */
  public Grid grid() {
    return grid;
  }

  /** The number of voxels. */
  public long voxels() {
    return voxels;
  }

  /** 1 in the region and 0 elsewhere; not to be changed. */
  float[] weights() {
    return weights;
  }

  /** The first voxel of the region in a row (k * ny + j). */
  int from(int row) {
    return from[row];
  }

  /** One beyond the last voxel of the region in a row; not above {@link #from} if it has none. */
  int to(int row) {
    return to[row];
  }

  /**
   * One beyond the last voxel of the run of the region's voxels that begins at a place in a row.
   */
  int runEnd(int row, int begin) {
    int at = begin;
    while (at < to[row] && weights[row * grid.nx() + at] > 0) {
      at++;
    }
    return at;
  }

  /** Where the region goes on in a row after a run; its end if it does not. */
  int nextRun(int row, int end) {
    int at = end;
    while (at < to[row] && weights[row * grid.nx() + at] == 0) {
      at++;
    }
    return at;
  }

  /** For every row the part that the region reaches when it grows by some voxels on all sides. */
  int[][] grown(int radius) {
    int nx = grid.nx();
    int ny = grid.ny();
    int nz = grid.nz();
    int[] first = new int[from.length];
    int[] end = new int[to.length];
    for (int k = 0; k < nz; k++) {
      for (int j = 0; j < ny; j++) {
        int row = k * ny + j;
        first[row] = nx;
        for (int kk = Math.max(0, k - radius); kk <= Math.min(nz - 1, k + radius); kk++) {
          for (int jj = Math.max(0, j - radius); jj <= Math.min(ny - 1, j + radius); jj++) {
            int other = kk * ny + jj;
            if (to[other] > from[other]) {
              first[row] = Math.min(first[row], from[other]);
              end[row] = Math.max(end[row], to[other]);
            }
          }
        }
        if (end[row] > first[row]) {
          first[row] = Math.max(0, first[row] - radius);
          end[row] = Math.min(nx, end[row] + radius);
        } else {
          first[row] = 0;
          end[row] = 0;
        }
      }
    }
    return new int[][] {first, end};
  }
}
