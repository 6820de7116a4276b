package org.breathline.core.motion;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.JacobianDeterminant;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.TrilinearSampling;
import org.breathline.core.structure.RunLengthMask;

/**
 * How much every part of the lungs grows from exhalation to inhalation, as a share of its volume at
 * exhalation, by two means that are known to disagree:
 *
 * <ul>
 *   <li>by the field: its Jacobian determinant less 1 (Reinhardt et al., Med Image Anal 12, 752,
 *       2008);
 *   <li>by density: what keeps its mass while its density falls from {@code rho_ex} to {@code
 *       rho_in} grows by {@code rho_ex / rho_in - 1}, with rho = HU + 1000 (the mass conservation
 *       from which Guerrero et al., Phys Med Biol 51, 777, 2006 derive theirs; divided by the share
 *       of air at exhalation, -HU / 1000, it is their specific ventilation).
 * </ul>
 *
 * <p>Blood that moves in and out breaks the second, sliding and smoothness the first.
 *
 * @param byJacobian without unit, on the grid of the exhaled image; NaN outside the lungs
 * @param byDensity likewise
 * @param difference by Jacobian less by density
 * @param meanByJacobian mean over the lungs
 * @param meanByDensity mean over the lungs
 * @param correlation of the two over the lungs, -1 to 1
 */
public record Ventilation(
    FloatVolume byJacobian,
    FloatVolume byDensity,
    FloatVolume difference,
    double meanByJacobian,
    double meanByDensity,
    double correlation) {

  /** Densities are means over cubes of about this side, mm: noise is not ventilation. */
  public static final double CUBE_MM = 9;

  private static final float AIR_HU = -1000;

  /** The least density of a cube, HU + 1000: emphysema and noise have no growth without bound. */
  private static final double LEAST_DENSITY = 20;

  /**
   * Measures ventilation.
   *
   * @param exhaled Hounsfield units
   * @param inhaled Hounsfield units
   * @param field from the exhaled to the inhaled image, on any grid
   * @param lungs in the exhaled image, on its grid
   */
  public static Ventilation of(
      ShortVolume exhaled, ShortVolume inhaled, DisplacementField field, RunLengthMask lungs) {
    Grid grid = exhaled.grid();
    boolean[] inside = inside(lungs);
    var jacobian = new TrilinearSampling(JacobianDeterminant.of(field), 1);
    var other = new TrilinearSampling(inhaled, AIR_HU);
    float[] before = new float[grid.size()];
    float[] after = new float[grid.size()];
    FloatVolume byJacobian = empty(grid);
    IntStream.range(0, grid.nz())
        .parallel()
        .forEach(k -> {
          for (int at = k * grid.sliceSize(); at < (k + 1) * grid.sliceSize(); at++) {
            if (inside[at]) {
              int row = at / grid.nx() % grid.ny();
              Vector3 point = grid.point(at % grid.nx(), row, k);
              before[at] = exhaled.at(at) + 1000;
              after[at] = other.at(field.map(point)) + 1000;
              byJacobian.values()[at] = jacobian.at(point) - 1;
            }
          }
        });
    BoxMean.within(grid, inside, before, CUBE_MM);
    BoxMean.within(grid, inside, after, CUBE_MM);
    FloatVolume byDensity = empty(grid);
    FloatVolume difference = empty(grid);
    for (int at = 0; at < inside.length; at++) {
      if (inside[at]) {
        double ratio = Math.max(LEAST_DENSITY, before[at]) / Math.max(LEAST_DENSITY, after[at]);
        byDensity.values()[at] = (float) (ratio - 1);
        difference.values()[at] = byJacobian.values()[at] - byDensity.values()[at];
      }
    }
    return summed(byJacobian, byDensity, difference);
  }

  private static Ventilation summed(
      FloatVolume byJacobian, FloatVolume byDensity, FloatVolume difference) {
    double n = 0;
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int at = 0; at < byJacobian.values().length; at++) {
      double x = byJacobian.values()[at];
      double y = byDensity.values()[at];
      if (!Double.isNaN(x)) {
        n++;
        a += x;
        b += y;
        aa += x * x;
        bb += y * y;
        ab += x * y;
      }
    }
    double covariance = ab / n - a / n * (b / n);
    double spread = Math.sqrt((aa / n - a / n * (a / n)) * (bb / n - b / n * (b / n)));
    return new Ventilation(byJacobian, byDensity, difference, a / n, b / n, covariance / spread);
  }

  private static FloatVolume empty(Grid grid) {
    var volume = new FloatVolume(grid);
    Arrays.fill(volume.values(), Float.NaN);
    return volume;
  }

  private static boolean[] inside(RunLengthMask mask) {
    boolean[] inside = new boolean[mask.grid().size()];
    int nx = mask.grid().nx();
    for (int row = 0; row < mask.rows(); row++) {
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        Arrays.fill(inside, row * nx + mask.start(run), row * nx + mask.end(run), true);
      }
    }
    return inside;
  }
}
