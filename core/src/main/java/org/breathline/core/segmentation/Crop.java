package org.breathline.core.segmentation;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.RunLengthMask;

/**
 * A box of a grid, in voxels: work on organs is done in theirs, which is a fraction of the scan.
 *
 * @param whole the grid
 * @param part the box, as a grid of its own
 * @param i0 its first column
 * @param j0 its first row
 * @param k0 its first slice
 */
record Crop(Grid whole, Grid part, int i0, int j0, int k0) {

  /** The box with corners included, cut at the grid's border. */
  static Crop of(Grid grid, int[] low, int[] high) {
    int i = Math.max(0, low[0]);
    int j = Math.max(0, low[1]);
    int k = Math.max(0, low[2]);
    Grid part =
        new Grid(
            Math.min(grid.nx() - 1, high[0]) - i + 1,
            Math.min(grid.ny() - 1, high[1]) - j + 1,
            Math.min(grid.nz() - 1, high[2]) - k + 1,
            grid.point(i, j, k),
            grid.spacing(),
            grid.orientation());
    return new Crop(grid, part, i, j, k);
  }

  /** The box around a point: half its size is a radius. */
  static Crop around(Grid grid, Vector3 point, double radiusMm) {
    Vector3 index = grid.index(point);
    double[] at = {index.x(), index.y(), index.z()};
    double[] spacing = {grid.spacing().x(), grid.spacing().y(), grid.spacing().z()};
    int[] size = {grid.nx(), grid.ny(), grid.nz()};
    int[] low = new int[3];
    int[] high = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      low[axis] = Math.min(size[axis] - 1, (int) Math.floor(at[axis] - radiusMm / spacing[axis]));
      high[axis] = Math.max(0, (int) Math.ceil(at[axis] + radiusMm / spacing[axis]));
    }
    return of(grid, low, high);
  }

  /** The box around a mask that is not empty, with a margin. */
  static Crop around(RunLengthMask mask, double marginMm) {
    Grid grid = mask.grid();
    int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
    int[] high = {-1, -1, -1};
    for (int row = 0; row < mask.rows(); row++) {
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        widen(low, high, 0, mask.start(run));
        widen(low, high, 0, mask.end(run) - 1);
        widen(low, high, 1, row % grid.ny());
        widen(low, high, 2, row / grid.ny());
      }
    }
    if (high[0] < 0) {
      throw new IllegalArgumentException("an empty mask has no box");
    }
    double[] spacing = {grid.spacing().x(), grid.spacing().y(), grid.spacing().z()};
    for (int axis = 0; axis < 3; axis++) {
      int margin = (int) Math.ceil(marginMm / spacing[axis]);
      low[axis] -= margin;
      high[axis] += margin;
    }
    return of(grid, low, high);
  }

  private static void widen(int[] low, int[] high, int axis, int index) {
    low[axis] = Math.min(low[axis], index);
    high[axis] = Math.max(high[axis], index);
  }

  ShortVolume of(ShortVolume volume) {
    var cut = new ShortVolume(part);
    for (int k = 0; k < part.nz(); k++) {
      for (int j = 0; j < part.ny(); j++) {
        System.arraycopy(
            volume.values(),
            whole.offset(i0, j0 + j, k0 + k),
            cut.values(),
            part.offset(0, j, k),
            part.nx());
      }
    }
    return cut;
  }

  RunLengthMask of(RunLengthMask mask) {
    var cut = new RunLengthMask.Builder(part);
    for (int k = 0; k < part.nz(); k++) {
      for (int j = 0; j < part.ny(); j++) {
        int row = (k0 + k) * whole.ny() + j0 + j;
        for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
          cut.add(Math.max(0, mask.start(run) - i0), Math.min(part.nx(), mask.end(run) - i0));
        }
        cut.endRow();
      }
    }
    return cut.build();
  }

  /** A mask of the box as one of the whole grid. */
  RunLengthMask back(RunLengthMask mask) {
    var wide = new RunLengthMask.Builder(whole);
    for (int k = 0; k < whole.nz(); k++) {
      for (int j = 0; j < whole.ny(); j++) {
        int jj = j - j0;
        int kk = k - k0;
        if (jj >= 0 && jj < part.ny() && kk >= 0 && kk < part.nz()) {
          int row = kk * part.ny() + jj;
          for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
            wide.add(mask.start(run) + i0, mask.end(run) + i0);
          }
        }
        wide.endRow();
      }
    }
    return wide.build();
  }
}
