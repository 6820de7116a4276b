package org.breathline.core.segmentation;

import java.util.Arrays;
import org.breathline.core.geometry.Grid;
import org.breathline.core.structure.ConnectedComponents;
import org.breathline.core.structure.RunLengthMask;

/** A set of voxels, one truth value each, for work that looks at neighbours in all directions. */
final class DenseMask {

  private final Grid grid;
  private final boolean[] set;

  DenseMask(Grid grid) {
    this.grid = grid;
    this.set = new boolean[grid.size()];
  }

  DenseMask(RunLengthMask mask) {
    this(mask.grid());
    int nx = grid.nx();
    for (int row = 0; row < mask.rows(); row++) {
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        Arrays.fill(set, row * nx + mask.start(run), row * nx + mask.end(run), true);
      }
    }
  }

  Grid grid() {
    return grid;
  }

  /** The values themselves, x fastest; a change in the array is a change of the set. */
  boolean[] values() {
    return set;
  }

  boolean at(int offset) {
    return set[offset];
  }

  void add(int offset) {
    set[offset] = true;
  }

  long count() {
    long count = 0;
    for (boolean value : set) {
      count += value ? 1 : 0;
    }
    return count;
  }

  RunLengthMask sparse() {
    var mask = new RunLengthMask.Builder(grid);
    int nx = grid.nx();
    for (int from = 0; from < set.length; from += nx) {
      int x = 0;
      while (x < nx) {
        while (x < nx && !set[from + x]) {
          x++;
        }
        int start = x;
        while (x < nx && set[from + x]) {
          x++;
        }
        mask.add(start, x);
      }
      mask.endRow();
    }
    return mask.build();
  }

  /** The largest part whose voxels share faces; the whole where it is empty. */
  static RunLengthMask largestPart(RunLengthMask mask) {
    ConnectedComponents parts = ConnectedComponents.inSpace(mask);
    long[] sizes = parts.sizes();
    int largest = -1;
    for (int part = 0; part < sizes.length; part++) {
      if (sizes[part] > 0 && (largest < 0 || sizes[part] > sizes[largest])) {
        largest = part;
      }
    }
    int kept = largest;
    return mask.keeping(run -> parts.component(run) == kept);
  }
}
