package org.breathline.core.field;

import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;

/**
 * Turns a displacement field u around: the v with {@code v(y) = -u(y + v(y))}, by fixed-point
 * iteration at every point on its own (Chen et al., Med. Phys. 35, 81 (2008)). The plain iteration
 * converges where u changes by less than 1 mm a mm; where a step makes the residual no smaller it
 * is halved, which carries it across the steeper places at sliding surfaces. Where u folds there is
 * no inverse, and the residual says so.
 */
public final class Inversion {

  /** Residuals below this are good enough, mm: a hundredth of what registration can reach. */
  public static final double TOLERANCE_MM = 0.005;

  private static final int ITERATIONS = 60;
  private static final double LEAST_STEP = 1.0 / 64;

  private final DisplacementField field;

  /** Prepares to turn a field around. */
  public Inversion(DisplacementField field) {
    this.field = field;
  }

  /**
   * A displacement back.
   *
   * @param displacement v, mm
   * @param residualMm {@code |v + u(y + v)|}, mm: the distance from y at which the tissue that v
   *     leads to is really found
   */
  public record Back(Vector3 displacement, double residualMm) {}

  /**
   * A field turned around.
   *
   * @param field v on its grid, mm
   * @param residualMm the residual at every voxel, mm
   * @param greatestResidualMm the greatest of them, mm
   */
  public record Inverse(
      DisplacementField field, FloatVolume residualMm, double greatestResidualMm) {}

  /** The displacement from a point of the other image back to the reference image. */
  public Back at(Vector3 point) {
    Vector3 v = field.at(point).times(-1);
    Vector3 miss = v.plus(field.at(point.plus(v)));
    double residual = miss.length();
    double step = 1;
    for (int n = 0; n < ITERATIONS && residual > TOLERANCE_MM && step >= LEAST_STEP; n++) {
      Vector3 next = v.minus(miss.times(step));
      Vector3 nextMiss = next.plus(field.at(point.plus(next)));
      double nextResidual = nextMiss.length();
      if (nextResidual < residual) {
        v = next;
        miss = nextMiss;
        residual = nextResidual;
        step = Math.min(1, 2 * step);
      } else {
        step /= 2;
      }
    }
    return new Back(v, residual);
  }

  /**
   * The field on the grid of the other image, or any grid in its space. Slices are made in
   * parallel; the result does not depend on the number of threads.
   */
  public Inverse onto(Grid grid) {
    var inverse = new DisplacementField(grid);
    var residuals = new FloatVolume(grid);
    double greatest =
        IntStream.range(0, grid.nz())
            .parallel()
            .mapToDouble(k -> slice(k, inverse, residuals.values()))
            .max()
            .orElseThrow();
    return new Inverse(inverse, residuals, greatest);
  }

  private double slice(int k, DisplacementField inverse, float[] residuals) {
    Grid grid = inverse.grid();
    double greatest = 0;
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        int offset = grid.offset(i, j, k);
        Back back = at(grid.point(i, j, k));
        inverse.x()[offset] = (float) back.displacement().x();
        inverse.y()[offset] = (float) back.displacement().y();
        inverse.z()[offset] = (float) back.displacement().z();
        residuals[offset] = (float) back.residualMm();
        greatest = Math.max(greatest, back.residualMm());
      }
    }
    return greatest;
  }
}
