package org.breathline.core.planning.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.breathline.core.progress.Progress;
import org.junit.jupiter.api.Test;

final class AugmentedLagrangianTest {

  private static final AugmentedLagrangian METHOD =
      new AugmentedLagrangian(new ProjectedLbfgs(10, 500, 1e-12, "descending"), 40, 1e-7);

  @Test
  void theNearestPointOfASimplexIsFound() {
    // Known answer: subtract the number that leaves a sum of 1 (Held, Wolfe, Crowder 1974).
    double[] point = {0, 0, 0, 0};

    AugmentedLagrangian.Result result =
        METHOD.minimise(
            new Nearest(new double[] {0.9, 0.6, 0.1, -0.5}, 1, 1), point, Progress.SILENT);

    assertThat(point).containsExactly(new double[] {0.65, 0.35, 0, 0}, within(1e-5));
    assertThat(result.feasible(1e-6)).isTrue();
  }

  @Test
  void aConstraintThatDoesNotPressChangesNothing() {
    double[] point = {0, 0, 0, 0};

    METHOD.minimise(new Nearest(new double[] {0.9, 0.6, 0.1, -0.5}, 0, 5), point, Progress.SILENT);

    assertThat(point).containsExactly(new double[] {0.9, 0.6, 0.1, 0}, within(1e-5));
  }

  @Test
  void whatCannotBeKeptIsSaid() {
    AugmentedLagrangian.Result result =
        METHOD.minimise(new Nearest(new double[] {1, 1}, -3, -2), new double[2], Progress.SILENT);

    assertThat(result.feasible(1e-3)).isFalse();
    assertThat(result.violation()).isCloseTo(2, within(1e-3));
  }

  /** Half the squared distance to a point, no coordinate below 0, their sum within limits. */
  private static final class Nearest implements ConstrainedProblem {

    private final double[] to;
    private final double least;
    private final double most;
    private double[] at = {};

    Nearest(double[] to, double least, double most) {
      this.to = to;
      this.least = least;
      this.most = most;
    }

    @Override
    public int size() {
      return to.length;
    }

    @Override
    public double lower(int parameter) {
      return 0;
    }

    @Override
    public double upper(int parameter) {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public int constraints() {
      return 1;
    }

    @Override
    public double least(int constraint) {
      return least;
    }

    @Override
    public double most(int constraint) {
      return most;
    }

    @Override
    public double value(double[] point, double[] constrained) {
      at = point.clone();
      double value = 0;
      constrained[0] = 0;
      for (int i = 0; i < point.length; i++) {
        double difference = point[i] - to[i];
        value += difference * difference / 2;
        constrained[0] += point[i];
      }
      return value;
    }

    @Override
    public void gradient(double[] factors, double[] gradient) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = at[i] - to[i] + factors[0];
      }
    }
  }
}
