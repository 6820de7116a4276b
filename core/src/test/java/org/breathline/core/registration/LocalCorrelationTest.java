package org.breathline.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.junit.jupiter.api.Test;

final class LocalCorrelationTest {

  private static final Grid GRID =
      new Grid(17, 14, 11, Vector3.ZERO, new Vector3(2, 2, 2), Orientation.AXIAL);

  private final SplittableRandom random = new SplittableRandom(11);
  private final float[] fixed = noise();

  private float[] noise() {
    float[] values = new float[GRID.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    return values;
  }

  private Region ball() {
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
    for (double sigma : new double[] {1, 1.5, 2.3}) {
      var metric = new LocalCorrelation(ball(), fixed, sigma);
      Gradients.check(metric::evaluate, noise(), 1e-2, 2e-3, 3);
    }
  }

  @Test
  void gradientIsThatOfTheValueAtTheBorders() {
    Gradients.check(
        new LocalCorrelation(Region.whole(GRID), fixed, 1.5)::evaluate, noise(), 1e-2, 2e-3, 3);
  }

  @Test
  void anImageIsLikeItselfAtAnyBrightnessAndContrast() {
    var metric = new LocalCorrelation(ball(), fixed, 1.5);
    float[] other = new float[fixed.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = 0.3f + 0.5f * fixed[i];
    }
    float[] derivative = new float[fixed.length];
    double perVoxel = metric.evaluate(other, derivative) / ball().voxels();
    // Not 0: the floor of the variance weighs more where there is less contrast.
    assertThat(perVoxel).isCloseTo(0, within(0.01));
    assertThat(metric.evaluate(noise(), derivative) / ball().voxels()).isGreaterThan(0.5);
  }

  @Test
  void whatLiesOutsideTheRegionHasNoSay() {
    Region ball = ball();
    var metric = new LocalCorrelation(ball, fixed, 1.5);
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
  void isTheWindowedCorrelationByItsDefinition() {
    Region ball = ball();
    float[] warped = noise();
    double sum = 0;
    for (int at = 0; at < warped.length; at++) {
      if (ball.weights()[at] > 0) {
        sum += 1 - correlation(ball, warped, at);
      }
    }
    var metric = new LocalCorrelation(ball, fixed, 1.5);
    assertThat(metric.evaluate(warped, new float[warped.length]))
        .isCloseTo(sum, within(1e-4 * sum));
  }

  /** Direct sums in double precision over the 7 x 7 x 7 voxels of a window. */
  private double correlation(Region region, float[] warped, int at) {
    int x = at % 17;
    int y = (at / 17) % 14;
    int z = Math.floorDiv(at, 17 * 14);
    double[] s = new double[6];
    for (int k = Math.max(0, z - 3); k <= Math.min(10, z + 3); k++) {
      for (int j = Math.max(0, y - 3); j <= Math.min(13, y + 3); j++) {
        for (int i = Math.max(0, x - 3); i <= Math.min(16, x + 3); i++) {
          int n = GRID.offset(i, j, k);
          double squares = (i - x) * (i - x) + (j - y) * (j - y) + (k - z) * (k - z);
          double g = region.weights()[n] * Math.exp(-0.5 * squares / (1.5 * 1.5));
          s[0] += g;
          s[1] += g * fixed[n];
          s[2] += g * warped[n];
          s[3] += g * fixed[n] * fixed[n];
          s[4] += g * warped[n] * warped[n];
          s[5] += g * fixed[n] * warped[n];
        }
      }
    }
    double f = s[1] / s[0];
    double w = s[2] / s[0];
    double varF = s[3] / s[0] - f * f + LocalCorrelation.VARIANCE_FLOOR;
    double varW = s[4] / s[0] - w * w + LocalCorrelation.VARIANCE_FLOOR;
    return (s[5] / s[0] - f * w + LocalCorrelation.VARIANCE_FLOOR) / Math.sqrt(varF * varW);
  }
}
