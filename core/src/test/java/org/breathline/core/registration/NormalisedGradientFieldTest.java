package org.breathline.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.junit.jupiter.api.Test;

final class NormalisedGradientFieldTest {

  private static final Grid GRID =
      new Grid(17, 14, 11, Vector3.ZERO, new Vector3(2, 2, 2), Orientation.AXIAL);

  private final SplittableRandom random = new SplittableRandom(12);
  private final float[] fixed = noise();

  private float[] noise() {
    float[] values = new float[GRID.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    return values;
  }

  private static Region ball() {
    boolean[] inside = new boolean[GRID.size()];
    for (int at = 0; at < inside.length; at++) {
      double x = at % 17 - 8;
      double y = (at / 17) % 14 - 6;
      double z = Math.floorDiv(at, 17 * 14) - 5;
      inside[at] = x * x / 40 + y * y / 30 + z * z / 20 < 1;
    }
    return Region.of(GRID, inside);
  }

  @Test
  void gradientIsThatOfTheValueInARegionOfAnyShape() {
    for (double edge : new double[] {0.05, 0.3, 2}) {
      var metric = new NormalisedGradientField(ball(), fixed, edge);
      Gradients.check(metric::evaluate, noise(), 1e-3, 5e-3, 3);
    }
  }

  @Test
  void gradientIsThatOfTheValueAtTheBorders() {
    Gradients.check(
        new NormalisedGradientField(Region.whole(GRID), fixed, 0.3)::evaluate,
        noise(),
        1e-3,
        5e-3,
        3);
  }

  /** Edges of another height, or the other way round, are still the same edges. */
  @Test
  void onlyTheDirectionOfEdgesCounts() {
    var metric = new NormalisedGradientField(ball(), fixed, 0.001);
    float[] other = new float[fixed.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = 0.9f - 0.5f * fixed[i];
    }
    float[] derivative = new float[fixed.length];
    assertThat(metric.evaluate(fixed, derivative) / ball().voxels()).isCloseTo(0, within(1e-4));
    assertThat(metric.evaluate(other, derivative) / ball().voxels()).isCloseTo(0, within(1e-3));
    assertThat(metric.evaluate(noise(), derivative) / ball().voxels()).isGreaterThan(0.5);
  }

  @Test
  void flatPlacesCostNothing() {
    var metric = new NormalisedGradientField(ball(), new float[GRID.size()], 0.05);
    float[] derivative = new float[fixed.length];
    assertThat(metric.evaluate(new float[fixed.length], derivative)).isCloseTo(0, within(1e-6));
  }

  @Test
  void whatLiesOutsideTheRegionHasNoSay() {
    Region ball = ball();
    var metric = new NormalisedGradientField(ball, fixed, 0.1);
    float[] warped = noise();
    float[] derivative = new float[fixed.length];
    double value = metric.evaluate(warped, derivative);
    for (int i = 0; i < warped.length; i++) {
      if (ball.weights()[i] == 0) {
        warped[i] = 7;
        assertThat(derivative[i]).isZero();
      }
    }
    assertThat(metric.evaluate(warped, derivative)).isEqualTo(value);
  }

  @Test
  void anEdgeParameterOfNothingIsRefused() {
    assertThatThrownBy(() -> new NormalisedGradientField(ball(), fixed, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
