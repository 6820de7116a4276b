package org.breathline.core.planning.optimisation;

import org.breathline.core.progress.Progress;

/**
 * Minimises within bounds by the limited-memory BFGS method on the parameters that no bound holds
 * (two-metric projection: Bertsekas, SIAM J. Control Optim. 20 (1982) 221), with a backtracking
 * search along the projected path. Deterministic.
 *
 * @param memory how many steps are remembered, at least 1
 * @param mostIterations at most so many steps
 * @param tolerance three steps in a row that each gain less than this share of the value are the
 *     last
 * @param stage what the progress is told is being done
 */
public record ProjectedLbfgs(int memory, int mostIterations, double tolerance, String stage) {

  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final int MOST_TRIALS = 20;
  private static final int SMALL_STEPS = 3;

  /** Why it ended. */
  public enum Ending {
    /** The steps gained too little to go on. */
    CONVERGED,
    /** No step downhill was found: as good as rounding allows. */
    NO_DESCENT,
    /** So many steps were allowed. */
    ITERATIONS
  }

  /**
   * Where it ended.
   *
   * @param value the function there
   * @param iterations steps taken
   * @param evaluations how often the value was asked for
   * @param ending why
   */
  public record Result(double value, int iterations, int evaluations, Ending ending) {}

  /**
   * Goes downhill.
   *
   * @param problem what to minimise
   * @param point where to begin, put within the bounds first; receives where it ended
   */
  public Result minimise(BoundedProblem problem, double[] point, Progress progress) {
    return new Run(problem, point, progress).descend();
  }

  /** One descent. */
  private final class Run {

    private final BoundedProblem problem;
    private final double[] point;
    private final Progress progress;
    private final int size;
    private final CurvatureMemory curvature = new CurvatureMemory(memory);
    private final boolean[] free;
    private final double[] direction;
    private final double[] trial;
    private double[] gradient;
    private double[] nextGradient;
    private double value;
    private int evaluations;

    Run(BoundedProblem problem, double[] point, Progress progress) {
      this.problem = problem;
      this.point = point;
      this.progress = progress;
      this.size = problem.size();
      this.free = new boolean[size];
      this.direction = new double[size];
      this.trial = new double[size];
      this.gradient = new double[size];
      this.nextGradient = new double[size];
    }

    Result descend() {
      for (int i = 0; i < size; i++) {
        point[i] = Math.clamp(point[i], problem.lower(i), problem.upper(i));
      }
      value = evaluate(point);
      problem.gradient(gradient);
      int small = 0;
      for (int iteration = 0; iteration < mostIterations; iteration++) {
        progress.report(stage, iteration, mostIterations);
        double before = value;
        if (!step()) {
          return new Result(value, iteration, evaluations, Ending.NO_DESCENT);
        }
        small = before - value <= tolerance * Math.abs(before) ? small + 1 : 0;
        if (small == SMALL_STEPS) {
          return new Result(value, iteration + 1, evaluations, Ending.CONVERGED);
        }
      }
      return new Result(value, mostIterations, evaluations, Ending.ITERATIONS);
    }

    /** One step; tries the plain gradient before it gives up. */
    private boolean step() {
      boolean remembers = !curvature.isEmpty();
      direct();
      double next = search(remembers ? 1 : firstLength());
      if (Double.isNaN(next) && remembers) {
        curvature.forget();
        direct();
        next = search(firstLength());
      }
      if (Double.isNaN(next)) {
        return false;
      }
      value = next;
      problem.gradient(nextGradient);
      double[] step = new double[size];
      double[] change = new double[size];
      for (int i = 0; i < size; i++) {
        step[i] = trial[i] - point[i];
        change[i] = nextGradient[i] - gradient[i];
        point[i] = trial[i];
      }
      curvature.add(step, change);
      double[] swapped = gradient;
      gradient = nextGradient;
      nextGradient = swapped;
      return true;
    }

    private void direct() {
      for (int i = 0; i < size; i++) {
        boolean held =
            (point[i] <= problem.lower(i) && gradient[i] >= 0)
                || (point[i] >= problem.upper(i) && gradient[i] <= 0);
        free[i] = !held;
        direction[i] = held ? 0 : -gradient[i];
      }
      curvature.multiply(direction, free);
    }

    /** Without curvature: as far as the parameters' own size, in the one that moves most. */
    private double firstLength() {
      double largestMove = 0;
      double largest = 0;
      for (int i = 0; i < size; i++) {
        largestMove = Math.max(largestMove, Math.abs(direction[i]));
        largest = Math.max(largest, Math.abs(point[i]));
      }
      return largestMove > 0 ? (largest > 0 ? 0.1 * largest : 1) / largestMove : 0;
    }

    /** Leaves the new point in {@link #trial}; NaN if none is lower. */
    private double search(double firstLength) {
      double length = firstLength;
      for (int attempt = 0; attempt < MOST_TRIALS; attempt++) {
        double slope = 0;
        for (int i = 0; i < size; i++) {
          trial[i] =
              Math.clamp(point[i] + length * direction[i], problem.lower(i), problem.upper(i));
          slope += gradient[i] * (trial[i] - point[i]);
        }
        if (!(slope < 0)) {
          return Double.NaN;
        }
        double found = evaluate(trial);
        if (found <= value + SUFFICIENT_DECREASE * slope) {
          return found;
        }
        // The lowest point of the parabola through what is known, within reason.
        double parabola = -slope / (2 * (found - value - slope));
        length *= Double.isFinite(parabola) ? Math.clamp(parabola, 0.1, 0.5) : 0.1;
      }
      return Double.NaN;
    }

    private double evaluate(double[] at) {
      evaluations++;
      return problem.value(at);
    }
  }
}
