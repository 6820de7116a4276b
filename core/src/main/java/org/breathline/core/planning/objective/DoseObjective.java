package org.breathline.core.planning.objective;

/**
 * A term of what a plan minimises.
 *
 * @param voxels the structure
 * @param function what its dose is judged by
 * @param weight how much it counts, above 0
 */
public record DoseObjective(StructureVoxels voxels, DoseFunction function, double weight) {

  /** Its share of the objective at a dose; adds its gradient. */
  public double evaluate(float[] dose, float[] gradient) {
    double[] own = new double[voxels.size()];
    double value = function.evaluate(voxels.doseOf(dose), own);
    voxels.addTo(gradient, own, weight);
    return weight * value;
  }
}
