package org.breathline.core.planning.objective;

/**
 * What the dose of a structure must keep to.
 *
 * @param voxels the structure
 * @param function what is limited
 * @param least its lower limit, or negative infinity
 * @param most its upper limit, or infinity
 */
public record DoseConstraint(
    StructureVoxels voxels, DoseFunction function, double least, double most) {

  /** The value at a dose, with its gradient for the structure's voxels. */
  public double evaluate(float[] dose, double[] ownGradient) {
    return function.evaluate(voxels.doseOf(dose), ownGradient);
  }

  /** Adds a multiple of the structure's own gradient to that of the whole dose. */
  public void addGradient(float[] whole, double[] ownGradient, double factor) {
    voxels.addTo(whole, ownGradient, factor);
  }
}
