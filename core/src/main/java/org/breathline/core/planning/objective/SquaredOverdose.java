package org.breathline.core.planning.objective;

/**
 * The mean over all voxels of the square of what their dose is too high by, Gy^2.
 *
 * @param doseGy dose above which it counts, Gy
 */
public record SquaredOverdose(double doseGy) implements DoseFunction {

  @Override
  public double evaluate(double[] dose, double[] gradient) {
    double sum = 0;
    for (int voxel = 0; voxel < dose.length; voxel++) {
      double over = Math.max(0, dose[voxel] - doseGy);
      sum += over * over;
      gradient[voxel] = 2 * over / dose.length;
    }
    return sum / dose.length;
  }
}
