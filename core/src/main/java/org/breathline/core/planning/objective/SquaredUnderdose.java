package org.breathline.core.planning.objective;

/**
 * The mean over all voxels of the square of what their dose is too low by, Gy^2.
 *
 * @param doseGy dose below which it counts, Gy
 */
public record SquaredUnderdose(double doseGy) implements DoseFunction {

  @Override
  public double evaluate(double[] dose, double[] gradient) {
    double sum = 0;
    for (int voxel = 0; voxel < dose.length; voxel++) {
      double under = Math.min(0, dose[voxel] - doseGy);
      sum += under * under;
      gradient[voxel] = 2 * under / dose.length;
    }
    return sum / dose.length;
  }
}
