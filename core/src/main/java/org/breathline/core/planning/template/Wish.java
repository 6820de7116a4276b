package org.breathline.core.planning.template;

import org.breathline.core.planning.objective.DoseFunction;

/** What a template asks of a structure. */
public sealed interface Wish {

  /** The structure's name. */
  String structure();

  /** What its dose is judged by. */
  DoseFunction function();

  /**
   * A term of the objective.
   *
   * @param structure the structure's name
   * @param function what its dose is judged by
   * @param weight how much it counts
   */
  record Objective(String structure, DoseFunction function, double weight) implements Wish {}

  /**
   * What must be kept to.
   *
   * @param structure the structure's name
   * @param function what its dose is judged by
   * @param least lower limit, or negative infinity
   * @param most upper limit, or infinity
   */
  record Constraint(String structure, DoseFunction function, double least, double most)
      implements Wish {}
}
