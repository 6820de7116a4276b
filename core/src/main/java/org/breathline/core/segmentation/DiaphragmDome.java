package org.breathline.core.segmentation;

import java.util.Arrays;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.RunLengthMask;

/**
 * The dome of the diaphragm under one lung: the highest place of the lung's base, known to
 * fractions of a slice. Looked at are columns of voxels away from the lung's outline and not over
 * the heart: the lung's outer two thirds and its back (60 % on the right, 45 % on the left).
 *
 * @param top LPS mm; its height is that at which the density is half way between lung and tissue,
 *     the mean over the columns within {@link #PATCH_MM}
 */
public record DiaphragmDome(Vector3 top) {

  /** The height is a mean over a patch of this radius, mm. */
  public static final double PATCH_MM = 8;

  private static final double RIGHT_FRONT_SHARE = 0.4;
  private static final double LEFT_FRONT_SHARE = 0.55;
  private static final double INNER_SHARE = 0.33;
  private static final double RIM_MM = 12;
  private static final double BORDER_HU = -450;
  private static final int SEARCHED_SLICES = 3;

  /**
   * Finds the dome.
   *
   * @param volume Hounsfield units, axial slices
   * @param lung one lung with its vessels filled, as {@link Lungs} has it
   * @param isLeft whether it is the left one
   * @return empty where the scan ends above the lung's base
   */
  public static Optional<DiaphragmDome> of(ShortVolume volume, RunLengthMask lung, boolean isLeft) {
    Crop crop = Crop.around(lung, 0);
    Grid grid = volume.grid();
    DenseMask voxels = new DenseMask(crop.of(lung));
    double[] heights = heights(volume, voxels, crop);
    DenseMask section = section(voxels);
    float[] rim = DistanceMap.squaredTo(section, false);
    Grid plane = crop.part();
    int front = (int) ((isLeft ? LEFT_FRONT_SHARE : RIGHT_FRONT_SHARE) * plane.ny());
    int best = -1;
    double[] means = new double[heights.length];
    for (int column = 0; column < heights.length; column++) {
      int i = column % plane.nx();
      double inward = (double) i / plane.nx();
      boolean outer = isLeft ? inward > INNER_SHARE : inward < 1 - INNER_SHARE;
      if (outer && column / plane.nx() >= front && rim[column] > RIM_MM * RIM_MM) {
        means[column] = mean(heights, plane, column);
        boolean higher = best < 0 || means[column] > means[best];
        best = !Double.isNaN(means[column]) && higher ? column : best;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    int row = best / plane.nx();
    Vector3 foot = grid.point(crop.i0() + best % plane.nx(), crop.j0() + row, 0);
    return Optional.of(new DiaphragmDome(new Vector3(foot.x(), foot.y(), means[best])));
  }

  /**
   * The height of the lung's base at a given place, such as the top of another phase: following one
   * place is steadier than looking for the top in each phase.
   *
   * @param place its height is not looked at, LPS mm
   * @return empty where the base is not seen within {@link #PATCH_MM} of the place
   */
  public static Optional<DiaphragmDome> at(ShortVolume volume, RunLengthMask lung, Vector3 place) {
    Crop crop = Crop.around(lung, 0);
    Grid plane = crop.part();
    double[] heights = heights(volume, new DenseMask(crop.of(lung)), crop);
    Vector3 index = plane.index(place);
    int i = (int) Math.round(index.x());
    int j = (int) Math.round(index.y());
    if (i < 0 || j < 0 || i >= plane.nx() || j >= plane.ny()) {
      return Optional.empty();
    }
    double height = mean(heights, plane, plane.offset(i, j, 0));
    return Double.isNaN(height)
        ? Optional.empty()
        : Optional.of(new DiaphragmDome(new Vector3(place.x(), place.y(), height)));
  }

  /** The lung's outline as seen from above, one slice thick. */
  private static DenseMask section(DenseMask lung) {
    Grid grid = lung.grid();
    DenseMask section =
        new DenseMask(
            new Grid(grid.nx(), grid.ny(), 1, grid.origin(), grid.spacing(), grid.orientation()));
    for (int at = 0; at < lung.values().length; at++) {
      section.values()[at % grid.sliceSize()] |= lung.at(at);
    }
    // What touches the crop's border ends there.
    for (int column = 0; column < section.values().length; column++) {
      int i = column % grid.nx();
      int j = column / grid.nx();
      if (i == 0 || j == 0 || i == grid.nx() - 1 || j == grid.ny() - 1) {
        section.values()[column] = false;
      }
    }
    return section;
  }

  /** The height of the base in every column, mm; NaN without one. */
  private static double[] heights(ShortVolume volume, DenseMask lung, Crop crop) {
    Grid grid = crop.part();
    double[] heights = new double[grid.sliceSize()];
    Arrays.fill(heights, Double.NaN);
    for (int column = 0; column < heights.length; column++) {
      int k = 0;
      while (k < grid.nz() && !lung.at(k * heights.length + column)) {
        k++;
      }
      // A lung that begins with the scan shows no base.
      if (k < grid.nz() && crop.k0() + k > 0) {
        int row = column / grid.nx();
        heights[column] =
            height(volume, crop.i0() + column % grid.nx(), crop.j0() + row, crop.k0() + k);
      }
    }
    return heights;
  }

  /** Where the density crosses the border's near the lowest voxel of lung. */
  private static double height(ShortVolume volume, int i, int j, int lowest) {
    Grid grid = volume.grid();
    for (int k = Math.min(grid.nz() - 1, lowest + SEARCHED_SLICES);
        k >= Math.max(1, lowest - SEARCHED_SLICES);
        k--) {
      double above = volume.at(grid.offset(i, j, k));
      double below = volume.at(grid.offset(i, j, k - 1));
      if (above < BORDER_HU && below >= BORDER_HU) {
        double share = (below - BORDER_HU) / (below - above);
        return grid.point(i, j, k - 1 + share).z();
      }
    }
    return Double.NaN;
  }

  private static double mean(double[] heights, Grid grid, int column) {
    int i = column % grid.nx();
    int j = column / grid.nx();
    int reachI = (int) (PATCH_MM / grid.spacing().x());
    int reachJ = (int) (PATCH_MM / grid.spacing().y());
    double sum = 0;
    int count = 0;
    for (int b = Math.max(0, j - reachJ); b <= Math.min(grid.ny() - 1, j + reachJ); b++) {
      for (int a = Math.max(0, i - reachI); a <= Math.min(grid.nx() - 1, i + reachI); a++) {
        double away = Math.hypot((a - i) * grid.spacing().x(), (b - j) * grid.spacing().y());
        double height = heights[b * grid.nx() + a];
        if (away <= PATCH_MM) {
          // One column without a base makes the patch one without.
          sum += height;
          count++;
        }
      }
    }
    return sum / count;
  }
}
