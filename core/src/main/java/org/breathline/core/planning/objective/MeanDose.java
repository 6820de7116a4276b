package org.breathline.core.planning.objective;

import java.util.Arrays;

/** The mean dose, Gy. */
public record MeanDose() implements DoseFunction {

  @Override
  public double evaluate(double[] dose, double[] gradient) {
    double sum = 0;
    for (double voxel : dose) {
      sum += voxel;
    }
    Arrays.fill(gradient, 1.0 / dose.length);
    return sum / dose.length;
  }
}
