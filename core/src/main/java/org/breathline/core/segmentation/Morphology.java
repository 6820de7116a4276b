package org.breathline.core.segmentation;

import java.util.BitSet;
import org.breathline.core.structure.ConnectedComponents;
import org.breathline.core.structure.RunLengthMask;

/** Balls in millimetres rolled over sets of voxels, on grids of any spacing. */
final class Morphology {

  private Morphology() {}

  /** All voxels within a distance of a set. */
  static DenseMask dilated(DenseMask mask, double radiusMm) {
    return where(mask, DistanceMap.squaredTo(mask, true), square -> square <= radiusMm * radiusMm);
  }

  /** Those voxels of a set that are farther than a distance from all that is not in it. */
  static DenseMask eroded(DenseMask mask, double radiusMm) {
    return where(mask, DistanceMap.squaredTo(mask, false), square -> square > radiusMm * radiusMm);
  }

  /**
   * A set with everything that a ball outside of it cannot reach. Beyond the grid the set is taken
   * to go on as at its border: give it a margin of the radius.
   */
  static DenseMask closed(DenseMask mask, double radiusMm) {
    DenseMask closed = eroded(dilated(mask, radiusMm), radiusMm);
    for (int i = 0; i < closed.values().length; i++) {
      closed.values()[i] |= mask.at(i);
    }
    return closed;
  }

  /** A set with its cavities: all that no path outside of it joins with the grid's border. */
  static RunLengthMask filled(RunLengthMask mask) {
    RunLengthMask rest = mask.complement();
    ConnectedComponents parts = ConnectedComponents.inSpace(rest);
    int nx = rest.grid().nx();
    int ny = rest.grid().ny();
    int nz = rest.grid().nz();
    var open = new BitSet(rest.runs());
    for (int row = 0; row < rest.rows(); row++) {
      int j = row % ny;
      int k = row / ny;
      boolean border = j == 0 || j == ny - 1 || k == 0 || k == nz - 1;
      for (int run = rest.firstRun(row); run < rest.firstRun(row + 1); run++) {
        if (border || rest.start(run) == 0 || rest.end(run) == nx) {
          open.set(parts.component(run));
        }
      }
    }
    return rest.keeping(run -> open.get(parts.component(run))).complement();
  }

  private interface Accepts {
    boolean test(float square);
  }

  private static DenseMask where(DenseMask mask, float[] squares, Accepts accepts) {
    var result = new DenseMask(mask.grid());
    for (int i = 0; i < squares.length; i++) {
      result.values()[i] = accepts.test(squares[i]);
    }
    return result;
  }
}
