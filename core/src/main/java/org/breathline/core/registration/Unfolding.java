package org.breathline.core.registration;

import java.util.BitSet;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;

/**
 * Makes a displacement field one to one: where tissue would be turned inside out, or nearly, it is
 * smoothed until it is not. Checked are the Jacobian determinants of the one-sided differences at
 * every voxel, eight of them: those of a trilinear interpolant at the corners of its cells.
 */
final class Unfolding {

  private static final int MOST_ROUNDS = 400;
  private static final int ROUNDS_A_LAYER = 25;

  /** Farther than this from folding, nothing that samples the field anew can fold it. */
  private static final double SAFE = 0.6;

  private final Grid grid;
  private final float[][] u;
  private final double least;
  private final int[] strides;
  private final double[][] axes;
  private final double[] perMm;

  /**
   * Prepares.
   *
   * @param field will be changed
   * @param least the smallest determinant to be left
   */
  Unfolding(DisplacementField field, double least) {
    this.grid = field.grid();
    this.u = new float[][] {field.x(), field.y(), field.z()};
    this.least = least;
    this.strides = new int[] {1, grid.nx(), grid.sliceSize()};
    this.axes =
        new double[][] {
          components(grid.orientation().row()),
          components(grid.orientation().column()),
          components(grid.orientation().normal())
        };
    this.perMm = components(grid.spacing());
    for (int axis = 0; axis < 3; axis++) {
      perMm[axis] = 1 / perMm[axis];
    }
  }

  private static double[] components(Vector3 v) {
    return new double[] {v.x(), v.y(), v.z()};
  }

  /** The voxels that are not safe from folding when the field is sampled anew. */
  BitSet suspects() {
    return smallerThan(SAFE);
  }

  /**
   * Smooths where the field folds.
   *
   * @param suspects where to look
   * @return how many voxels had to be smoothed at first
   */
  int run(BitSet suspects) {
    BitSet folded = new BitSet(grid.size());
    suspects.stream().filter(at -> smallest(at) < least).forEach(folded::set);
    int found = folded.cardinality();
    for (int round = 0; round < MOST_ROUNDS && !folded.isEmpty(); round++) {
      BitSet around = grown(folded);
      // What does not give way where it is gives way when more around it does.
      for (int layer = 0; layer < round / ROUNDS_A_LAYER; layer++) {
        around = grown(around);
      }
      smooth(around);
      BitSet next = new BitSet(grid.size());
      grown(around).stream().filter(at -> smallest(at) < least).forEach(next::set);
      folded = next;
    }
    return found;
  }

  private BitSet smallerThan(double limit) {
    BitSet[] planes = new BitSet[grid.nz()];
    Planes.forEach(
        grid.nz(),
        k -> {
          planes[k] = new BitSet(grid.sliceSize());
          for (int at = 0; at < grid.sliceSize(); at++) {
            int voxel = k * grid.sliceSize() + at;
            if (!isNearlyStill(voxel, 1 - limit) && smallest(voxel) < limit) {
              planes[k].set(at);
            }
          }
        });
    BitSet all = new BitSet(grid.size());
    for (int k = 0; k < planes.length; k++) {
      int from = k * grid.sliceSize();
      planes[k].stream().forEach(at -> all.set(from + at));
    }
    return all;
  }

  /** Whether the differences to all neighbours are so small that no determinant can be. */
  private boolean isNearlyStill(int at, double margin) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double greatest = 0;
      for (int side = -1; side <= 1; side += 2) {
        int other = at + side * strides[axis];
        if (isBeside(at, axis, side)) {
          double d =
              Math.abs(u[0][other] - u[0][at])
                  + Math.abs(u[1][other] - u[1][at])
                  + Math.abs(u[2][other] - u[2][at]);
          greatest = Math.max(greatest, d);
        }
      }
      sum += perMm[axis] * greatest;
    }
    // det(I + A) is at least 2 - (1 + |A|)^3 for any norm that bounds the columns together.
    return (1 + sum) * (1 + sum) * (1 + sum) - 1 < margin;
  }

  private boolean isBeside(int at, int axis, int side) {
    int place =
        switch (axis) {
          case 0 -> at % grid.nx();
          case 1 -> (at / grid.nx()) % grid.ny();
          default -> Math.floorDiv(at, grid.sliceSize());
        };
    int count =
        switch (axis) {
          case 0 -> grid.nx();
          case 1 -> grid.ny();
          default -> grid.nz();
        };
    return side < 0 ? place > 0 : place + 1 < count;
  }

  /** The smallest of the determinants of one-sided differences at a voxel. */
  private double smallest(int at) {
    double smallest = Double.MAX_VALUE;
    for (int corner = 0; corner < 8; corner++) {
      int sx = (corner & 1) == 0 ? 1 : -1;
      int sy = (corner & 2) == 0 ? 1 : -1;
      int sz = (corner & 4) == 0 ? 1 : -1;
      if (isBeside(at, 0, sx) && isBeside(at, 1, sy) && isBeside(at, 2, sz)) {
        smallest = Math.min(smallest, determinant(at, sx, sy, sz));
      }
    }
    return smallest;
  }

  private double determinant(int at, int sx, int sy, int sz) {
    double ax = slope(at, 0, sx, 0);
    double ay = slope(at, 0, sx, 1);
    double az = slope(at, 0, sx, 2);
    double bx = slope(at, 1, sy, 0);
    double by = slope(at, 1, sy, 1);
    double bz = slope(at, 1, sy, 2);
    double cx = slope(at, 2, sz, 0);
    double cy = slope(at, 2, sz, 1);
    double cz = slope(at, 2, sz, 2);
    return ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx);
  }

  /** A component of where a step of 1 mm along an axis of the grid leads. */
  private double slope(int at, int axis, int side, int component) {
    float[] values = u[component];
    double step = side * perMm[axis] * (values[at + side * strides[axis]] - values[at]);
    return axes[axis][component] + step;
  }

  /** The voxels and their neighbours across faces. */
  private BitSet grown(BitSet voxels) {
    BitSet grown = (BitSet) voxels.clone();
    voxels.stream()
        .forEach(at -> {
          for (int axis = 0; axis < 3; axis++) {
            if (isBeside(at, axis, -1)) {
              grown.set(at - strides[axis]);
            }
            if (isBeside(at, axis, 1)) {
              grown.set(at + strides[axis]);
            }
          }
        });
    return grown;
  }

  /** Half way toward the mean of the neighbours, all voxels at once. */
  private void smooth(BitSet voxels) {
    int[] places = voxels.stream().toArray();
    float[] next = new float[places.length];
    for (float[] values : u) {
      for (int n = 0; n < places.length; n++) {
        next[n] = 0.5f * (values[places[n]] + mean(values, places[n]));
      }
      for (int n = 0; n < places.length; n++) {
        values[places[n]] = next[n];
      }
    }
  }

  private float mean(float[] values, int at) {
    float sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      sum += isBeside(at, axis, -1) ? values[at - strides[axis]] : values[at];
      sum += isBeside(at, axis, 1) ? values[at + strides[axis]] : values[at];
    }
    return sum / 6;
  }
}
