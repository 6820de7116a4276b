package org.breathline.core.registration;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.SymmetricFilter;

/**
 * What lies between the lungs: heart, vessels and fat, which go along with the lungs while the wall
 * in front of them and the spine behind them do not. Inside the heart there is little to see, and
 * the total variation does not care whether tissue stretches at its front or in its middle; so the
 * lungs' displacement, continued, is taken wherever it explains the images as well as the body's
 * own does. Where it does not (spine, aorta, gullet) the body's stays.
 */
final class Mediastinum {

  /** How much worse it may explain the images, as a factor and as a variance of the window's. */
  private static final double TOLERATED_FACTOR = 1.25;

  private static final double TOLERATED_VARIANCE = 1e-4;

  /**
   * Of the means over which the two are compared, in voxels of {@value ThoraxRegions#SPACING_MM}
   * mm.
   */
  private static final double SIGMA = 2;

  private static final int RADIUS = 4;

  private Mediastinum() {}

  /** The voxels that lie between lung and lung along the patient's left-right axis. */
  static VoxelSet between(VoxelSet lungs) {
    Grid grid = lungs.grid;
    int[] counts = {grid.nx(), grid.ny(), grid.nz()};
    int[] strides = {1, grid.nx(), grid.sliceSize()};
    int along = leftRightAxis(grid);
    int first = (along + 1) % 3;
    int second = (along + 2) % 3;
    VoxelSet between = new VoxelSet(grid);
    for (int b = 0; b < counts[second]; b++) {
      for (int a = 0; a < counts[first]; a++) {
        int line = a * strides[first] + b * strides[second];
        int last = -1;
        for (int i = 0; i < counts[along]; i++) {
          if (lungs.inside[line + i * strides[along]]) {
            for (int gap = last + 1; last >= 0 && gap < i; gap++) {
              between.inside[line + gap * strides[along]] = true;
            }
            last = i;
          }
        }
      }
    }
    return between;
  }

  private static int leftRightAxis(Grid grid) {
    double row = Math.abs(grid.orientation().row().x());
    double column = Math.abs(grid.orientation().column().x());
    double normal = Math.abs(grid.orientation().normal().x());
    return row >= column && row >= normal ? 0 : column >= normal ? 1 : 2;
  }

  /**
   * Those of the voxels where the lungs' displacement explains the images.
   *
   * @param between where to look
   * @param fixed soft tissue on the set's grid
   * @param moving soft tissue of the moving image on a grid with the same spacing and axes
   * @param withLungs the lungs' displacement, mm along the grid's axes
   * @param withBody the body's
   */
  static VoxelSet goingAlong(
      VoxelSet between,
      FloatVolume fixed,
      FloatVolume moving,
      float[] withLungs,
      float[] withBody) {
    Grid grid = between.grid;
    float[] weight = new float[grid.size()];
    float[] lungs = new float[grid.size()];
    float[] body = new float[grid.size()];
    Vector3 shift = moving.grid().index(grid.origin());
    Planes.forEach(
        grid.nz(),
        k -> {
          for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
              int at = grid.offset(i, j, k);
              if (between.inside[at]) {
                Vector3 place = shift.plus(new Vector3(i, j, k));
                weight[at] = 1;
                lungs[at] = squaredDifference(fixed, moving, at, place, withLungs);
                body[at] = squaredDifference(fixed, moving, at, place, withBody);
              }
            }
          }
        });
    float[] weights = smoothed(grid, weight);
    float[] meanLungs = smoothed(grid, lungs);
    float[] meanBody = smoothed(grid, body);
    VoxelSet chosen = new VoxelSet(grid);
    for (int at = 0; at < chosen.inside.length; at++) {
      chosen.inside[at] =
          between.inside[at]
              && meanLungs[at]
                  <= TOLERATED_FACTOR * meanBody[at] + TOLERATED_VARIANCE * weights[at];
    }
    return chosen;
  }

  private static float squaredDifference(
      FloatVolume fixed, FloatVolume moving, int at, Vector3 place, float[] millimetres) {
    int size = fixed.grid().size();
    double perVoxel = 1 / fixed.grid().spacing().x();
    Vector3 there =
        place.plus(
            new Vector3(millimetres[at], millimetres[size + at], millimetres[2 * size + at])
                .times(perVoxel));
    double difference =
        fixed.values()[at] - Resampling.nearby(moving, there.x(), there.y(), there.z());
    return (float) (difference * difference);
  }

  private static float[] smoothed(Grid grid, float[] values) {
    float[] weights = SymmetricFilter.gaussian(SIGMA, RADIUS);
    float[] inSlices = new float[values.length];
    float[] result = new float[values.length];
    int nx = grid.nx();
    int slice = grid.sliceSize();
    Planes.forEach(
        grid.nz(),
        k -> {
          float[] row = new float[nx + 2 * RADIUS];
          float[] plane = new float[slice];
          for (int j = 0; j < grid.ny(); j++) {
            System.arraycopy(values, k * slice + j * nx, row, RADIUS, nx);
            Kernels.symmetricFilter().along(row, RADIUS, plane, j * nx, nx, weights);
          }
          for (int j = 0; j < grid.ny(); j++) {
            Kernels.symmetricFilter()
                .across(plane, j * nx, nx, j, grid.ny(), inSlices, k * slice + j * nx, nx, weights);
          }
        });
    Planes.forEach(
        grid.nz(),
        k ->
            Kernels.symmetricFilter()
                .across(
                    inSlices, k * slice, slice, k, grid.nz(), result, k * slice, slice, weights));
    return result;
  }
}
