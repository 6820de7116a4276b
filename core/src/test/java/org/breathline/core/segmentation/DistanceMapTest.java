package org.breathline.core.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

final class DistanceMapTest {

  @Test
  void isTheLeastOfAllDistancesOnGridsOfAnySpacing() {
    Property.holds(20, 1, DistanceMapTest::sameAsByTryingAll);
  }

  private static void sameAsByTryingAll(SplittableRandom random) {
    Grid grid =
        new Grid(
            1 + random.nextInt(12),
            1 + random.nextInt(9),
            1 + random.nextInt(7),
            Vector3.ZERO,
            new Vector3(random.nextDouble(0.5, 5), random.nextDouble(0.5, 5), 2.5),
            Orientation.AXIAL);
    DenseMask mask = new DenseMask(grid);
    for (int i = 0; i < grid.size(); i++) {
      mask.values()[i] = random.nextInt(9) == 0;
    }
    float[] squares = DistanceMap.squaredTo(mask, true);
    for (int a = 0; a < grid.size(); a++) {
      double least = Float.MAX_VALUE;
      for (int b = 0; b < grid.size(); b++) {
        if (mask.at(b)) {
          Vector3 apart = point(grid, a).minus(point(grid, b));
          least = Math.min(least, apart.dot(apart));
        }
      }
      assertThat((double) squares[a]).isCloseTo(least, within(1e-5 * (1 + least)));
    }
  }

  private static Vector3 point(Grid grid, int at) {
    int slice = at / grid.sliceSize();
    return grid.point(at % grid.nx(), at / grid.nx() % grid.ny(), slice);
  }
}
