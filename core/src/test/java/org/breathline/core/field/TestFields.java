package org.breathline.core.field;

import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;

/** Fields and images by formula, on grids that lie anyhow in space. */
public final class TestFields {

  /** Turned about all three axes. */
  public static final Orientation OBLIQUE =
      Orientation.of(new Vector3(0.8, 0.36, 0.48), new Vector3(-0.6, 0.48, 0.64));

  private TestFields() {}

  /** A displacement by formula, mm. */
  @FunctionalInterface
  public interface Formula {
    /** At a point, LPS mm. */
    Vector3 at(Vector3 point);
  }

  /** A formula on a grid. */
  public static DisplacementField of(Grid grid, Formula formula) {
    var field = new DisplacementField(grid);
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          Vector3 u = formula.at(grid.point(i, j, k));
          int at = grid.offset(i, j, k);
          field.x()[at] = (float) u.x();
          field.y()[at] = (float) u.y();
          field.z()[at] = (float) u.z();
        }
      }
    }
    return field;
  }

  /**
   * Waves that differ in every component and along every axis.
   *
   * @param greatestMm about the greatest displacement
   * @param waveMm the shortest wave length; above 2 pi times the greatest displacement the field
   *     can be inverted
   */
  public static Formula waves(SplittableRandom random, double greatestMm, double waveMm) {
    double[] phase = random.doubles(9, 0, 2 * Math.PI).toArray();
    double[] rate = random.doubles(9, 0.4, 1).map(r -> 2 * Math.PI * r / waveMm).toArray();
    return point -> {
      double[] u = new double[3];
      for (int c = 0; c < 3; c++) {
        u[c] =
            Math.sin(rate[3 * c] * point.x() + phase[3 * c])
                * Math.sin(rate[3 * c + 1] * point.y() + phase[3 * c + 1])
                * Math.cos(rate[3 * c + 2] * point.z() + phase[3 * c + 2]);
      }
      return new Vector3(u[0], 0.5 * u[1] + 0.2, 0.8 * u[2] - 0.3).times(greatestMm);
    };
  }
}
