package org.breathline.core.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.breathline.core.geometry.Grid;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

/** The transform in linear time finds what trying all seeds finds. */
final class DistanceTransformTest {

  @Test
  void nearestSeedsUnderMetricsWhoseDirectionsDiffer() {
    Property.holds(
        80,
        1,
        random -> {
          int nx = random.nextInt(1, 9);
          int ny = random.nextInt(1, 9);
          int nz = random.nextInt(1, 9);
          Grid grid =
              Shapes.grid(nx, ny, nz, 1 + random.nextDouble(), 1, 1 + 2 * random.nextDouble());
          double[] forward = new double[3];
          double[] backward = new double[3];
          for (int axis = 0; axis < 3; axis++) {
            forward[axis] = random.nextDouble(0.01, 9);
            backward[axis] = random.nextBoolean() ? forward[axis] : random.nextDouble(0.01, 9);
          }
          Metric metric = Metric.margins(grid, forward, backward);
          boolean[] seeds = new boolean[grid.size()];
          double density = random.nextDouble() * random.nextDouble();
          for (int i = 0; i < seeds.length; i++) {
            seeds[i] = random.nextDouble() < density;
          }
          DistanceTransform transform = DistanceTransform.of(nx, ny, nz, metric, seeds);
          for (int at = 0; at < seeds.length; at++) {
            double best = Double.POSITIVE_INFINITY;
            for (int seed = 0; seed < seeds.length; seed++) {
              if (seeds[seed]) {
                best =
                    Math.min(
                        best,
                        metric.squared(
                            at % nx - seed % nx,
                            at / nx % ny - seed / nx % ny,
                            at / nx / ny - seed / nx / ny));
              }
            }
            if (Double.isInfinite(best)) {
              assertThat(transform.nearest(at)).isEqualTo(-1);
            } else {
              assertThat((double) transform.squared(at)).isCloseTo(best, within(1e-4 * (1 + best)));
            }
          }
        });
  }
}
