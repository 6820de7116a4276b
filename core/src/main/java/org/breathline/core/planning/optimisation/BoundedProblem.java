package org.breathline.core.planning.optimisation;

/** A smooth function of parameters that each have their bounds. */
public interface BoundedProblem {

  /** The number of parameters. */
  int size();

  /** The least that a parameter may be; negative infinity where there is no bound. */
  double lower(int parameter);

  /** The most that a parameter may be; infinity where there is no bound. */
  double upper(int parameter);

  /**
   * The value at a point.
   *
   * @param point within the bounds
   */
  double value(double[] point);

  /**
   * The gradient at the point whose value was asked for last: value first, since a search often
   * needs no more.
   *
   * @param gradient receives it
   */
  void gradient(double[] gradient);
}
