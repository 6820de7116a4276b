package org.breathline.core.planning.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.breathline.core.progress.Progress;
import org.junit.jupiter.api.Test;

final class ProjectedLbfgsTest {

  private static final ProjectedLbfgs DESCENT = new ProjectedLbfgs(10, 2000, 1e-14, "descending");

  @Test
  void rosenbrocksValleyIsFollowedToItsEnd() {
    double[] point = {-1.2, 1};

    ProjectedLbfgs.Result result =
        DESCENT.minimise(new Rosenbrock(-10, 10), point, Progress.SILENT);

    assertThat(point).containsExactly(new double[] {1, 1}, within(1e-5));
    assertThat(result.iterations()).isLessThan(60);
  }

  @Test
  void aBoundThatCutsTheValleyHolds() {
    // With x at most 0.5 the best is on the bound, at y = x^2.
    double[] point = {-1.2, 1};

    ProjectedLbfgs.Result result =
        DESCENT.minimise(new Rosenbrock(-10, 0.5), point, Progress.SILENT);

    assertThat(point).containsExactly(new double[] {0.5, 0.25}, within(1e-6));
    assertThat(result.value()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void aQuadraticWithBoundsMeetsItsOptimalityConditions() {
    Quadratic problem = new Quadratic(200, 7);
    double[] point = new double[200];
    Arrays.fill(point, 1);

    DESCENT.minimise(problem, point, Progress.SILENT);

    // It is convex: where these hold, it is the minimum, and there is only one.
    double[] gradient = new double[200];
    problem.value(point);
    problem.gradient(gradient);
    int held = 0;
    for (int i = 0; i < point.length; i++) {
      if (point[i] == 0) {
        held++;
        assertThat(gradient[i]).isGreaterThan(-1e-4);
      } else {
        assertThat(gradient[i]).isCloseTo(0, within(1e-4));
      }
    }
    assertThat(held).isBetween(50, 150);
  }

  @Test
  void theSameRunGivesTheSameBits() {
    double[] first = new double[200];
    double[] second = new double[200];

    DESCENT.minimise(new Quadratic(200, 3), first, Progress.SILENT);
    DESCENT.minimise(new Quadratic(200, 3), second, Progress.SILENT);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void itCanBeCancelled() {
    Progress impatient =
        (stage, done, total) -> {
          if (done == 3) {
            throw new CancellationException();
          }
        };

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () -> DESCENT.minimise(new Rosenbrock(-10, 10), new double[] {-1.2, 1}, impatient));
  }

  /** 100 (y - x^2)^2 + (1 - x)^2, x and y within the same bounds. */
  private static final class Rosenbrock implements BoundedProblem {

    private final double lower;
    private final double upper;
    private double x;
    private double y;

    Rosenbrock(double lower, double upper) {
      this.lower = lower;
      this.upper = upper;
    }

    @Override
    public int size() {
      return 2;
    }

    @Override
    public double lower(int parameter) {
      return lower;
    }

    @Override
    public double upper(int parameter) {
      return upper;
    }

    @Override
    public double value(double[] point) {
      x = point[0];
      y = point[1];
      return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
    }

    @Override
    public void gradient(double[] gradient) {
      gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
      gradient[1] = 200 * (y - x * x);
    }
  }

  /** Half |A x - b|^2 for x not below 0, A square with some rows long and some short. */
  private static final class Quadratic implements BoundedProblem {

    private final double[][] matrix;
    private final double[] target;
    private final double[] residual;

    Quadratic(int size, long seed) {
      Random random = new Random(seed);
      matrix = new double[size][size];
      target = new double[size];
      residual = new double[size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          matrix[i][j] = 0.05 * random.nextGaussian() + (i == j ? 1 + i % 5 : 0);
        }
        target[i] = random.nextGaussian();
      }
    }

    @Override
    public int size() {
      return target.length;
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
    public double value(double[] point) {
      double sum = 0;
      for (int i = 0; i < residual.length; i++) {
        residual[i] = -target[i];
        for (int j = 0; j < point.length; j++) {
          residual[i] += matrix[i][j] * point[j];
        }
        sum += residual[i] * residual[i] / 2;
      }
      return sum;
    }

    @Override
    public void gradient(double[] gradient) {
      Arrays.fill(gradient, 0);
      for (int i = 0; i < residual.length; i++) {
        for (int j = 0; j < gradient.length; j++) {
          gradient[j] += matrix[i][j] * residual[i];
        }
      }
    }
  }
}
