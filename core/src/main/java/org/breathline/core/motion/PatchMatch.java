package org.breathline.core.motion;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;

/** Where the surroundings of a point are found in another phase: the shift of least difference. */
final class PatchMatch {

  private static final double STEP_MM = 2.5;
  private static final int STEPS_LR = 2;
  private static final int STEPS_AP = 3;
  private static final int STEPS_SI = 6;
  private static final double RIM_MM = 5;
  private static final double LEAST_HU = -1000;
  private static final double MOST_HU = 100;

  private PatchMatch() {}

  /**
   * The shift.
   *
   * @param point the middle of the patch, LPS mm
   * @param radiusMm its radius, without the rim of 5 mm that is added
   * @return within 5 mm LR, 7.5 mm AP and 15 mm SI, in steps of 2.5 mm
   */
  static Vector3 shift(ShortVolume from, Vector3 point, double radiusMm, ShortVolume to) {
    List<Vector3> offsets = offsets(radiusMm + RIM_MM);
    double[] values = offsets.stream().mapToDouble(o -> value(from, point.plus(o))).toArray();
    Vector3 best = Vector3.ZERO;
    double least = Double.POSITIVE_INFINITY;
    for (int c = -STEPS_SI; c <= STEPS_SI; c++) {
      for (int b = -STEPS_AP; b <= STEPS_AP; b++) {
        for (int a = -STEPS_LR; a <= STEPS_LR; a++) {
          Vector3 shift = new Vector3(a, b, c).times(STEP_MM);
          double sum = 0;
          for (int n = 0; n < values.length; n++) {
            double difference = value(to, point.plus(shift).plus(offsets.get(n))) - values[n];
            sum += difference * difference;
          }
          // Of shifts that fit alike the shortest: there is no reason for another.
          if (sum < least || (sum == least && shift.length() < best.length())) {
            least = sum;
            best = shift;
          }
        }
      }
    }
    return best;
  }

  private static List<Vector3> offsets(double radiusMm) {
    int reach = (int) (radiusMm / STEP_MM);
    List<Vector3> offsets = new ArrayList<>();
    for (int c = -reach; c <= reach; c++) {
      for (int b = -reach; b <= reach; b++) {
        for (int a = -reach; a <= reach; a++) {
          Vector3 offset = new Vector3(a, b, c).times(STEP_MM);
          if (offset.length() <= radiusMm) {
            offsets.add(offset);
          }
        }
      }
    }
    return offsets;
  }

  private static double value(ShortVolume volume, Vector3 point) {
    Grid grid = volume.grid();
    Vector3 index = grid.index(point);
    int i = Math.clamp(Math.round(index.x()), 0, grid.nx() - 1);
    int j = Math.clamp(Math.round(index.y()), 0, grid.ny() - 1);
    double k = Math.clamp(index.z(), 0, grid.nz() - 1);
    int low = (int) k;
    int high = Math.min(grid.nz() - 1, low + 1);
    double hu =
        (1 - (k - low)) * volume.at(grid.offset(i, j, low))
            + (k - low) * volume.at(grid.offset(i, j, high));
    return Math.clamp(hu, LEAST_HU, MOST_HU);
  }
}
