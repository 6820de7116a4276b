package org.breathline.core.planning.optimisation;

import org.breathline.core.progress.Progress;

/**
 * Minimises under constraints: each is a term of the objective with a multiplier and a penalty,
 * corrected from descent to descent until all are kept (Birgin and Martinez, Practical Augmented
 * Lagrangian Methods, SIAM 2014, algorithm 4.1). Deterministic.
 *
 * @param descent how each is minimised
 * @param mostDescents at most so many
 * @param feasibility how far beyond its limit a constraint's function may end, in its own unit
 */
public record AugmentedLagrangian(ProjectedLbfgs descent, int mostDescents, double feasibility) {

  private static final double ENOUGH_PROGRESS = 0.5;
  private static final double STRONGER = 10;
  private static final double MOST_FIRST_PENALTY = 10;
  private static final double LEAST_FIRST_PENALTY = 1e-6;

  /**
   * Where it ended.
   *
   * @param value the objective there, without the constraints' terms
   * @param violation the furthest that a constraint's function is beyond its limit
   * @param iterations steps of all descents
   * @param evaluations how often the value was asked for
   */
  public record Result(double value, double violation, int iterations, int evaluations) {

    /** Whether all constraints are kept to a tolerance. */
    public boolean feasible(double tolerance) {
      return violation <= tolerance;
    }
  }

  /**
   * Minimises.
   *
   * @param problem objective and constraints
   * @param point where to begin; receives where it ended
   */
  public Result minimise(ConstrainedProblem problem, double[] point, Progress progress) {
    Lagrangian lagrangian = new Lagrangian(problem);
    lagrangian.begin(point);
    int iterations = 0;
    int evaluations = 1;
    for (int round = 0; round < mostDescents; round++) {
      ProjectedLbfgs.Result result = descent.minimise(lagrangian, point, progress);
      iterations += result.iterations();
      evaluations += result.evaluations() + 1;
      double before = lagrangian.violation;
      lagrangian.value(point);
      lagrangian.correct();
      if (lagrangian.violation <= feasibility) {
        break;
      }
      if (lagrangian.violation > ENOUGH_PROGRESS * before) {
        lagrangian.penalty *= STRONGER;
      }
    }
    return new Result(lagrangian.objective, lagrangian.violation, iterations, evaluations);
  }

  /** The objective with the constraints' terms. */
  private static final class Lagrangian implements BoundedProblem {

    private final ConstrainedProblem problem;

    /** Above 0 where a constraint presses from above, below 0 where from below. */
    private final double[] multipliers;

    private final double[] constrained;
    private final double[] factors;
    private double penalty;
    private double objective;
    private double violation;

    Lagrangian(ConstrainedProblem problem) {
      this.problem = problem;
      this.multipliers = new double[problem.constraints()];
      this.constrained = new double[problem.constraints()];
      this.factors = new double[problem.constraints()];
    }

    void begin(double[] point) {
      for (int i = 0; i < point.length; i++) {
        point[i] = Math.clamp(point[i], lower(i), upper(i));
      }
      objective = problem.value(point, constrained);
      double squares = 0;
      for (int c = 0; c < constrained.length; c++) {
        double beyond = beyond(c, constrained[c]);
        squares += beyond * beyond;
      }
      penalty =
          squares > 0
              ? Math.clamp(
                  2 * Math.abs(objective) / squares, LEAST_FIRST_PENALTY, MOST_FIRST_PENALTY)
              : MOST_FIRST_PENALTY;
      violation = Double.POSITIVE_INFINITY;
    }

    /** How far a value is beyond its limits: above 0 over the upper, below 0 under the lower. */
    private double beyond(int constraint, double value) {
      return value - Math.clamp(value, problem.least(constraint), problem.most(constraint));
    }

    /** Takes the multipliers that the last point tells. */
    void correct() {
      violation = 0;
      for (int c = 0; c < multipliers.length; c++) {
        multipliers[c] = factors[c];
        violation = Math.max(violation, Math.abs(beyond(c, constrained[c])));
      }
    }

    @Override
    public int size() {
      return problem.size();
    }

    @Override
    public double lower(int parameter) {
      return problem.lower(parameter);
    }

    @Override
    public double upper(int parameter) {
      return problem.upper(parameter);
    }

    @Override
    public double value(double[] point) {
      objective = problem.value(point, constrained);
      double sum = objective;
      for (int c = 0; c < factors.length; c++) {
        double shifted = beyond(c, constrained[c] + multipliers[c] / penalty);
        factors[c] = penalty * shifted;
        sum += penalty / 2 * shifted * shifted;
      }
      return sum;
    }

    @Override
    public void gradient(double[] gradient) {
      problem.gradient(factors, gradient);
    }
  }
}
