package org.breathline.core.planning.objective;

/**
 * The largest dose, Gy, made differentiable: m + e ln(sum of exp((d - m) / e)). Never below the
 * true maximum, and above it by no more than e times the logarithm of the number of voxels.
 *
 * @param softnessGy e, Gy, above 0
 */
public record SmoothMaximum(double softnessGy) implements DoseFunction {

  @Override
  public double evaluate(double[] dose, double[] gradient) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double voxel : dose) {
      largest = Math.max(largest, voxel);
    }
    double sum = 0;
    for (int voxel = 0; voxel < dose.length; voxel++) {
      gradient[voxel] = Math.exp((dose[voxel] - largest) / softnessGy);
      sum += gradient[voxel];
    }
    for (int voxel = 0; voxel < dose.length; voxel++) {
      gradient[voxel] /= sum;
    }
    return largest + softnessGy * Math.log(sum);
  }
}
