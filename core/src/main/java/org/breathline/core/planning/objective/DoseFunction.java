package org.breathline.core.planning.objective;

/**
 * A number that a structure's dose is judged by, with its gradient. All voxels of the structure are
 * of the same volume.
 */
public interface DoseFunction {

  /**
   * The value at a dose.
   *
   * @param doseGy dose of each voxel of the structure, Gy, at least one voxel
   * @param gradient receives the derivative of the value with respect to each dose; of the same
   *     length
   */
  double evaluate(double[] doseGy, double[] gradient);
}
