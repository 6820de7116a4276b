package org.breathline.core.planning.objective;

/**
 * The share of the volume that gets at least a dose, 0 to 1, made differentiable: each voxel counts
 * with the logistic function of its dose.
 *
 * @param doseGy the dose, Gy
 * @param softnessGy how far from it a voxel counts neither as in nor as out, Gy, above 0
 */
public record VolumeAtDose(double doseGy, double softnessGy) implements DoseFunction {

  @Override
  public double evaluate(double[] dose, double[] gradient) {
    double sum = 0;
    for (int voxel = 0; voxel < dose.length; voxel++) {
      double share = 1 / (1 + Math.exp((doseGy - dose[voxel]) / softnessGy));
      sum += share;
      gradient[voxel] = share * (1 - share) / (softnessGy * dose.length);
    }
    return sum / dose.length;
  }
}
