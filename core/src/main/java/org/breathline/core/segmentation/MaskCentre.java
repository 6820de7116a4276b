package org.breathline.core.segmentation;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.RunLengthMask;

/** The centre of gravity of a set of voxels. */
final class MaskCentre {

  private MaskCentre() {}

  /** The centre, LPS mm; NaN of an empty set. */
  static Vector3 of(RunLengthMask mask) {
    Grid grid = mask.grid();
    double n = 0;
    double i = 0;
    double j = 0;
    double k = 0;
    for (int row = 0; row < mask.rows(); row++) {
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        double length = mask.length(run);
        n += length;
        i += length * 0.5 * (mask.start(run) + mask.end(run) - 1);
        j += length * (double) (row % grid.ny());
        int slice = row / grid.ny();
        k += length * slice;
      }
    }
    return grid.point(i / n, j / n, k / n);
  }
}
