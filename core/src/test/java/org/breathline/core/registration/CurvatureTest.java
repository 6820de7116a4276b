package org.breathline.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.junit.jupiter.api.Test;

final class CurvatureTest {

  private static final KnotLattice LATTICE =
      KnotLattice.over(
          new Grid(25, 21, 17, Vector3.ZERO, new Vector3(2, 2, 2), Orientation.AXIAL), 4);

  private static double of(float[] knots, float[] gradient) {
    Arrays.fill(gradient, 0);
    return new Curvature().evaluate(LATTICE, knots, 1.7, gradient);
  }

  @Test
  void gradientIsThatOfTheValue() {
    var random = new SplittableRandom(4);
    float[] knots = new float[3 * LATTICE.size()];
    for (int i = 0; i < knots.length; i++) {
      knots[i] = (float) random.nextDouble(-2, 2);
    }
    Gradients.check(CurvatureTest::of, knots, 1e-2, 1e-3, 5);
  }

  @Test
  void translationsCostNothing() {
    float[] knots = new float[3 * LATTICE.size()];
    Arrays.fill(knots, 3);
    float[] gradient = new float[knots.length];
    assertThat(of(knots, gradient)).isZero();
    assertThat(gradient).containsOnly(0);
  }

  /** One knot off by d costs half of d^2 (6^2 + 6) / step^4 away from the border. */
  @Test
  void aSingleKnotCostsItsLaplacians() {
    float[] knots = new float[3 * LATTICE.size()];
    knots[LATTICE.row(1, 3, 2) + 3] = 2;
    double expected = 1.7 * 0.5 * 4 * (36 + 6) / 256;
    assertThat(of(knots, new float[knots.length])).isCloseTo(expected, within(1e-6));
  }
}
