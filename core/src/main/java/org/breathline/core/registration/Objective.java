package org.breathline.core.registration;

/** A differentiable function of many parameters, to be minimised. */
@FunctionalInterface
public interface Objective {

  /**
   * The value at a place.
   *
   * @param parameters the place; not changed
   * @param gradient receives the derivatives by all parameters
   */
  double evaluate(float[] parameters, float[] gradient);
}
