package org.breathline.core.planning.objective;

/**
 * The mean over all voxels of the squared difference from a dose, Gy^2.
 *
 * @param doseGy the dose that every voxel should have, Gy
 */
public record SquaredDeviation(double doseGy) implements DoseFunction {

  @Override
  public double evaluate(double[] dose, double[] gradient) {
    double sum = 0;
    for (int voxel = 0; voxel < dose.length; voxel++) {
      double difference = dose[voxel] - doseGy;
      sum += difference * difference;
      gradient[voxel] = 2 * difference / dose.length;
    }
    return sum / dose.length;
  }
}
