package org.breathline.core.registration.quality;

import java.util.Optional;
import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.TrilinearSampling;
import org.breathline.core.image.Volume;
import org.breathline.core.structure.RunLengthMask;

/**
 * An image on an isotropic axial grid, clamped to a window, and the same at half the resolution.
 *
 * @param fine the grid
 * @param coarse every 2 x 2 x 2 voxels of it as one
 * @param pixels of both
 */
record MatchingImage(Grid fine, Grid coarse, Pixels pixels) {

  /** Air around everything, HU. */
  private static final float AIR_HU = -1000;

  /** Beyond region and reach, so that whole templates fit, mm. */
  private static final double MARGIN_MM = 14;

  /** The values of the two grids. */
  static final class Pixels {
    final float[] fine;
    final float[] coarse;

    Pixels(float[] fine, float[] coarse) {
      this.fine = fine;
      this.coarse = coarse;
    }
  }

  /** The grid that holds a region and what it can move to; empty for an empty region. */
  static Optional<Grid> gridAround(RunLengthMask region, double spacingMm, Vector3 reachMm) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    Grid grid = region.grid();
    for (int row = 0; row < region.rows(); row++) {
      int first = region.firstRun(row);
      int end = region.firstRun(row + 1);
      if (first < end) {
        include(grid.point(row * grid.nx() + region.start(first)), low, high);
        include(grid.point(row * grid.nx() + region.end(end - 1) - 1), low, high);
      }
    }
    if (low[0] > high[0]) {
      return Optional.empty();
    }
    Vector3 margin = reachMm.plus(new Vector3(MARGIN_MM, MARGIN_MM, MARGIN_MM));
    Vector3 origin = new Vector3(low[0], low[1], low[2]).minus(margin);
    Vector3 size = new Vector3(high[0], high[1], high[2]).plus(margin).minus(origin);
    return Optional.of(
        new Grid(
            evenCount(size.x() / spacingMm),
            evenCount(size.y() / spacingMm),
            evenCount(size.z() / spacingMm),
            origin,
            new Vector3(spacingMm, spacingMm, spacingMm),
            Orientation.AXIAL));
  }

  private static int evenCount(double steps) {
    return 2 * ((int) Math.ceil(steps) / 2 + 1);
  }

  private static void include(Vector3 point, double[] low, double[] high) {
    double[] place = {point.x(), point.y(), point.z()};
    for (int axis = 0; axis < 3; axis++) {
      low[axis] = Math.min(low[axis], place[axis]);
      high[axis] = Math.max(high[axis], place[axis]);
    }
  }

  /** Samples an image: each voxel is the mean of eight places in it. */
  static MatchingImage of(Volume image, Grid fine, double lowHu, double highHu) {
    var sampling = new TrilinearSampling(image, AIR_HU);
    float[] values = new float[fine.size()];
    double quarter = fine.spacing().x() / 4;
    planes(fine)
        .forEach(k -> {
          for (int j = 0; j < fine.ny(); j++) {
            for (int i = 0; i < fine.nx(); i++) {
              Vector3 centre = fine.point(i, j, k);
              float sum = 0;
              for (int corner = 0; corner < 8; corner++) {
                Vector3 offset =
                    new Vector3(
                        (corner & 1) == 0 ? -quarter : quarter,
                        (corner & 2) == 0 ? -quarter : quarter,
                        (corner & 4) == 0 ? -quarter : quarter);
                sum += (float) Math.clamp(sampling.at(centre.plus(offset)), lowHu, highHu);
              }
              values[fine.offset(i, j, k)] = sum / 8;
            }
          }
        });
    Grid coarse =
        new Grid(
            fine.nx() / 2,
            fine.ny() / 2,
            fine.nz() / 2,
            fine.point(0.5, 0.5, 0.5),
            fine.spacing().times(2),
            Orientation.AXIAL);
    return new MatchingImage(fine, coarse, new Pixels(values, halved(values, fine, coarse)));
  }

  private static float[] halved(float[] values, Grid fine, Grid coarse) {
    float[] half = new float[coarse.size()];
    planes(coarse)
        .forEach(k -> {
          for (int j = 0; j < coarse.ny(); j++) {
            for (int i = 0; i < coarse.nx(); i++) {
              int at = fine.offset(2 * i, 2 * j, 2 * k);
              int up = at + fine.sliceSize();
              half[coarse.offset(i, j, k)] =
                  (pair(values, at)
                          + pair(values, at + fine.nx())
                          + pair(values, up)
                          + pair(values, up + fine.nx()))
                      / 8;
            }
          }
        });
    return half;
  }

  private static float pair(float[] values, int at) {
    return values[at] + values[at + 1];
  }

  private static IntStream planes(Grid grid) {
    return IntStream.range(0, grid.nz()).parallel();
  }

  /**
   * A region with its vessels: grown by two voxels and shrunk again, on a grid.
   *
   * @return by memory offset
   */
  static boolean[] closed(RunLengthMask region, Grid grid) {
    boolean[] inside = new boolean[grid.size()];
    Grid from = region.grid();
    planes(grid)
        .forEach(k -> {
          for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
              Vector3 index = from.index(grid.point(i, j, k));
              long x = Math.round(index.x());
              long y = Math.round(index.y());
              long z = Math.round(index.z());
              inside[grid.offset(i, j, k)] =
                  x >= 0
                      && y >= 0
                      && z >= 0
                      && x < from.nx()
                      && y < from.ny()
                      && z < from.nz()
                      && region.contains((int) x, (int) y, (int) z);
            }
          }
        });
    return step(step(step(step(inside, grid, true), grid, true), grid, false), grid, false);
  }

  /** Grown, or shrunk, by the six neighbours. */
  static boolean[] step(boolean[] inside, Grid grid, boolean wanted) {
    boolean[] next = inside.clone();
    int nx = grid.nx();
    int slice = grid.sliceSize();
    planes(grid)
        .filter(k -> k > 0 && k < grid.nz() - 1)
        .forEach(k -> {
          for (int j = 1; j < grid.ny() - 1; j++) {
            for (int i = 1; i < nx - 1; i++) {
              int at = grid.offset(i, j, k);
              if (inside[at - 1] == wanted
                  || inside[at + 1] == wanted
                  || inside[at - nx] == wanted
                  || inside[at + nx] == wanted
                  || inside[at - slice] == wanted
                  || inside[at + slice] == wanted) {
                next[at] = wanted;
              }
            }
          }
        });
    return next;
  }
}
