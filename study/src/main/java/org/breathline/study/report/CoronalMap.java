package org.breathline.study.report;

import java.util.function.Predicate;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.study.plot.MapPanel;

/** A coronal cut of a map of figures, in coarse cells. */
public final class CoronalMap {

  /** Cells are about this wide. */
  private static final double CELL_MM = 4;

  private CoronalMap() {}

  /**
   * Cuts: the patient's right at the left, superior at the top.
   *
   * @param through a point in the plane, LPS mm
   */
  public static MapPanel.ColourMap of(FloatVolume volume, Vector3 through) {
    return of(volume, through, _ -> true);
  }

  /**
   * As {@link #of(FloatVolume, Vector3)}, of a part of the plane.
   *
   * @param shown whether a point, LPS mm, is in the part
   */
  public static MapPanel.ColourMap of(
      FloatVolume volume, Vector3 through, Predicate<Vector3> shown) {
    Grid grid = volume.grid();
    int j = Math.clamp(Math.round(grid.index(through).y()), 0, grid.ny() - 1);
    boolean toLeft = grid.orientation().row().x() > 0;
    boolean toSuperior = grid.orientation().normal().z() > 0;
    int stepI = Math.max(1, (int) Math.round(CELL_MM / grid.spacing().x()));
    int stepK = Math.max(1, (int) Math.round(CELL_MM / grid.spacing().z()));
    int columns = Math.ceilDiv(grid.nx(), stepI);
    int rows = Math.ceilDiv(grid.nz(), stepK);
    float[] sums = new float[columns * rows];
    int[] counts = new int[sums.length];
    for (int k = 0; k < grid.nz(); k++) {
      for (int i = 0; i < grid.nx(); i++) {
        float value = volume.at(grid.offset(i, j, k));
        if (!Float.isNaN(value) && shown.test(grid.point(i, j, k))) {
          int column = (toLeft ? i : grid.nx() - 1 - i) / stepI;
          int row = (toSuperior ? grid.nz() - 1 - k : k) / stepK;
          sums[row * columns + column] += value;
          counts[row * columns + column]++;
        }
      }
    }
    for (int cell = 0; cell < sums.length; cell++) {
      sums[cell] = counts[cell] == 0 ? Float.NaN : sums[cell] / counts[cell];
    }
    return new MapPanel.ColourMap(
        columns, rows, stepI * grid.spacing().x(), stepK * grid.spacing().z(), sums);
  }
}
