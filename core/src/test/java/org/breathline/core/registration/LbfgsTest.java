package org.breathline.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LbfgsTest {

  @Test
  void findsTheMinimumOfAQuadratic() {
    float[] place = {5, -3, 8, 1};
    var result =
        new Lbfgs(6, 60, 0, 0, 1)
            .minimise(
                (x, g) -> {
                  double sum = 0;
                  for (int i = 0; i < 4; i++) {
                    double stiffness = 1 + 10 * i;
                    double d = x[i] - i;
                    sum += 0.5 * stiffness * d * d;
                    g[i] = (float) (stiffness * d);
                  }
                  return sum;
                },
                place);
    assertThat(result.value()).isLessThan(1e-8);
    for (int i = 0; i < 4; i++) {
      assertThat((double) place[i]).isCloseTo(i, within(1e-4));
    }
  }

  @Test
  void findsTheMinimumOfRosenbrocksValley() {
    float[] place = {-1.2f, 1};
    var result =
        new Lbfgs(6, 200, 0, 0, 0.5)
            .minimise(
                (x, g) -> {
                  double a = 1 - x[0];
                  double b = x[1] - (double) x[0] * x[0];
                  g[0] = (float) (-2 * a - 400 * b * x[0]);
                  g[1] = (float) (200 * b);
                  return a * a + 100 * b * b;
                },
                place);
    assertThat((double) place[0]).isCloseTo(1, within(5e-3));
    assertThat((double) place[1]).isCloseTo(1, within(1e-2));
    assertThat(result.evaluations()).isLessThan(200);
  }

  @Test
  void neverEndsHigherThanItBegan() {
    float[] place = {0.3f};
    var result =
        new Lbfgs(3, 50, 0, 0, 4)
            .minimise(
                (x, g) -> {
                  g[0] = (float) (3 * Math.cos(3 * x[0]) + 0.2 * x[0]);
                  return Math.sin(3 * x[0]) + 0.1 * x[0] * x[0];
                },
                place);
    assertThat(result.value()).isLessThanOrEqualTo(Math.sin(0.9) + 0.009);
  }

  @Test
  void staysWhereThereIsNoSlope() {
    float[] place = {2, 3};
    var result = new Lbfgs(6, 10, 0, 0, 1).minimise((x, g) -> 7, place);
    assertThat(place).containsExactly(2, 3);
    assertThat(result.iterations()).isZero();
  }
}
