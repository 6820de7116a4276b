package org.breathline.core.segmentation;

import java.util.Arrays;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;

/** Rays within an axial slice from a point to the first bone. */
final class BoneRays {

  /** The number of directions. */
  static final int COUNT = 24;

  /** Between soft tissue and the cortex of the arches. */
  static final double BONE_HU = 150;

  private static final double STEP_MM = 0.75;

  private BoneRays() {}

  static Vector3 direction(int ray) {
    double angle = 2 * Math.PI * ray / COUNT;
    return new Vector3(Math.cos(angle), Math.sin(angle), 0);
  }

  /** The distances to bone, mm; NaN where none is met. */
  static double[] lengths(ShortVolume volume, Vector3 from, double reachMm) {
    double[] lengths = new double[COUNT];
    Arrays.fill(lengths, Double.NaN);
    for (int ray = 0; ray < COUNT; ray++) {
      Vector3 direction = direction(ray);
      double before = inSlice(volume, from);
      for (double r = STEP_MM; r <= reachMm; r += STEP_MM) {
        double here = inSlice(volume, from.plus(direction.times(r)));
        if (here >= BONE_HU) {
          double back = here > before ? (here - BONE_HU) / (here - before) : 0;
          lengths[ray] = r - STEP_MM * Math.clamp(back, 0.0, 1.0);
          break;
        }
        before = here;
      }
    }
    return lengths;
  }

  /** The length in any direction between two rays, mm. */
  static double between(double[] lengths, Vector3 away) {
    double turn = Math.atan2(away.y(), away.x()) / (2 * Math.PI) * COUNT;
    int low = (int) Math.floor(turn);
    double share = turn - low;
    return (1 - share) * lengths[Math.floorMod(low, COUNT)]
        + share * lengths[Math.floorMod(low + 1, COUNT)];
  }

  /** Between the pixels of the slice nearest to a point: slices may be much thicker. */
  private static double inSlice(ShortVolume volume, Vector3 point) {
    return Sampling.inNearestSlice(volume, point);
  }
}
