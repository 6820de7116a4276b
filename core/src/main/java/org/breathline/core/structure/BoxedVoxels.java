package org.breathline.core.structure;

import java.util.function.IntPredicate;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;

/** Takes a mask of a grid from values that are known in a box of it. */
final class BoxedVoxels {

  private BoxedVoxels() {}

  /**
   * The voxels of the grid in the box that are accepted.
   *
   * @param accepted is asked with the offset in the box, x fastest
   */
  static RunLengthMask mask(Grid grid, GridBox box, IntPredicate accepted) {
    var mask = new RunLengthMask.Builder(grid);
    int first = Math.max(0, box.i0());
    int end = Math.min(grid.nx(), box.i1());
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        if (k >= box.k0() && k < box.k1() && j >= box.j0() && j < box.j1()) {
          int from = ((k - box.k0()) * box.ny() + j - box.j0()) * box.nx() - box.i0();
          int i = first;
          while (i < end) {
            while (i < end && !accepted.test(from + i)) {
              i++;
            }
            int start = i;
            while (i < end && accepted.test(from + i)) {
              i++;
            }
            mask.add(start, i);
          }
        }
        mask.endRow();
      }
    }
    return mask.build();
  }
}
