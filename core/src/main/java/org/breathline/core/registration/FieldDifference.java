package org.breathline.core.registration;

import java.util.Arrays;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;

/**
 * How far two displacement fields differ.
 *
 * @param meanMm mean distance between where they take a point
 * @param p95Mm 95th percentile
 * @param maxMm the greatest
 */
public record FieldDifference(double meanMm, double p95Mm, double maxMm) {

  /** No difference, as where there was nothing to compare. */
  public static final FieldDifference NONE = new FieldDifference(0, 0, 0);

  /** Over the voxels of a set. */
  static FieldDifference between(DisplacementField a, DisplacementField b, VoxelSet where) {
    Grid grid = where.grid;
    double[] distances = new double[where.count()];
    int n = 0;
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          if (where.inside[grid.offset(i, j, k)]) {
            Vector3 point = grid.point(i, j, k);
            distances[n++] = a.at(point).minus(b.at(point)).length();
          }
        }
      }
    }
    if (n == 0) {
      return NONE;
    }
    Arrays.sort(distances);
    double mean = Arrays.stream(distances).sum() / n;
    return new FieldDifference(mean, distances[(int) (0.95 * (n - 1))], distances[n - 1]);
  }
}
