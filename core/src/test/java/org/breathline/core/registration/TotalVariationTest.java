package org.breathline.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.junit.jupiter.api.Test;

final class TotalVariationTest {

  private static final KnotLattice LATTICE =
      KnotLattice.over(
          new Grid(13, 9, 7, Vector3.ZERO, new Vector3(2, 2, 2), Orientation.AXIAL), 4);

  private static double of(float[] knots, float[] gradient) {
    Arrays.fill(gradient, 0);
    return new TotalVariation(2.5e-3).evaluate(LATTICE, knots, 1.7, gradient);
  }

  @Test
  void gradientIsThatOfTheValue() {
    var random = new SplittableRandom(4);
    float[] knots = new float[3 * LATTICE.size()];
    for (int i = 0; i < knots.length; i++) {
      knots[i] = (float) random.nextDouble(-2, 2);
    }
    Gradients.check(TotalVariationTest::of, knots, 1e-2, 1e-3, 5);
  }

  @Test
  void translationsCostNothing() {
    float[] knots = new float[3 * LATTICE.size()];
    Arrays.fill(knots, 3);
    float[] gradient = new float[knots.length];
    assertThat(of(knots, gradient)).isCloseTo(0, within(1e-4));
    assertThat(gradient).containsOnly(0);
  }

  @Test
  void aJumpCostsItsHeight() {
    float[] low = new float[3 * LATTICE.size()];
    float[] high = new float[3 * LATTICE.size()];
    for (int k = 0; k < LATTICE.nz(); k++) {
      for (int j = 0; j < LATTICE.ny(); j++) {
        for (int i = 2; i < LATTICE.nx(); i++) {
          low[LATTICE.row(2, j, k) + i] = 8;
          high[LATTICE.row(2, j, k) + i] = 16;
        }
      }
    }
    float[] gradient = new float[low.length];
    double ratio = of(high, gradient) / of(low, gradient);
    assertThat(ratio).isCloseTo(2, within(0.06));
  }
}
