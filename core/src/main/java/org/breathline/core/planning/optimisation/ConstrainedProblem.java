package org.breathline.core.planning.optimisation;

/** A smooth function of bounded parameters, with smooth constraints on other functions of them. */
public interface ConstrainedProblem {

  /** The number of parameters. */
  int size();

  /** The least that a parameter may be. */
  double lower(int parameter);

  /** The most that a parameter may be. */
  double upper(int parameter);

  /** The number of constraints. */
  int constraints();

  /** The least that a constraint's function may be; negative infinity where there is no limit. */
  double least(int constraint);

  /** The most that a constraint's function may be; infinity where there is no limit. */
  double most(int constraint);

  /**
   * The value at a point.
   *
   * @param point within the bounds
   * @param constrained receives the values of the constraints' functions
   */
  double value(double[] point, double[] constrained);

  /**
   * The gradient of the function plus a combination of the constraints' functions, at the point
   * whose value was asked for last: one gradient, since a single one may be as dear as all.
   *
   * @param factors of the constraints' functions
   * @param gradient receives it
   */
  void gradient(double[] factors, double[] gradient);
}
