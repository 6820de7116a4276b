package org.breathline.core.planning.objective;

/**
 * The smallest dose, Gy, made differentiable: m - e ln(sum of exp((m - d) / e)). Never above the
 * true minimum, and below it by no more than e times the logarithm of the number of voxels.
 *
 * @param softnessGy e, Gy, above 0
 */
public record SmoothMinimum(double softnessGy) implements DoseFunction {

  @Override
  public double evaluate(double[] dose, double[] gradient) {
    double smallest = Double.POSITIVE_INFINITY;
    for (double voxel : dose) {
      smallest = Math.min(smallest, voxel);
    }
    double sum = 0;
    for (int voxel = 0; voxel < dose.length; voxel++) {
      gradient[voxel] = Math.exp((smallest - dose[voxel]) / softnessGy);
      sum += gradient[voxel];
    }
    for (int voxel = 0; voxel < dose.length; voxel++) {
      gradient[voxel] /= sum;
    }
    return smallest - softnessGy * Math.log(sum);
  }
}
