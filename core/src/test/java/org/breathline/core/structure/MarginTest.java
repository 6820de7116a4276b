package org.breathline.core.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

/** Margins reach as far as they say, to a small part of a voxel. */
final class MarginTest {

  private static final Vector3 CENTRE = new Vector3(0.37, -0.61, 0.83);

  @Test
  void aBallGrowsAndShrinksByTheMargin() {
    Grid grid = Shapes.grid(70, 70, 32, 1.1, 1.1, 2.5);
    LevelSet ball = Shapes.ball(grid, CENTRE, 14);
    double worst = 0;
    for (double margin : new double[] {-6.3, -0.4, 0.4, 5, 11.3}) {
      LevelSet grown = Margin.isotropic(margin).around(ball);
      ShapeComparison against = ShapeComparison.of(grown, Shapes.ball(grid, CENTRE, 14 + margin));
      worst = Math.max(worst, against.meanSurfaceMm());
      assertThat(against.hausdorffMm()).as("margin of %.1f mm", margin).isLessThan(0.25);
    }
    ValidationRecord.write(
        "structures",
        "margins of -6.3 to 11.3 mm around a ball, voxels of 1.1 x 1.1 x 2.5 mm: worst mean error",
        worst,
        "the ball of the greater radius",
        "at most 0.05 mm",
        "mm");
    assertThat(worst).isLessThan(0.05);
  }

  @Test
  void aBoxGrowsTowardsEachSideByItsOwnMargin() {
    Grid grid = Shapes.grid(60, 60, 60, 1, 1, 1);
    RunLengthMask box =
        RunLengthMask.of(
            grid,
            at -> {
              int i = at % 60;
              int j = at / 60 % 60;
              int k = at / 3600;
              return i >= 25 && i < 35 && j >= 25 && j < 35 && k >= 25 && k < 35;
            });
    Margin margin = new Margin(1.5, 4.25, 2, 0, 7.75, 3.5);
    LevelSet grown = margin.around(LevelSet.of(box));
    // Along each axis through the middle the surface lies where the margin ends.
    assertThat(crossing(grown, new Vector3(1, 0, 0))).isCloseTo(5 + 1.5, within(0.1));
    assertThat(crossing(grown, new Vector3(-1, 0, 0))).isCloseTo(5 + 4.25, within(0.1));
    assertThat(crossing(grown, new Vector3(0, -1, 0))).isCloseTo(5 + 2.0, within(0.1));
    assertThat(crossing(grown, new Vector3(0, 1, 0))).isCloseTo(5, within(0.1));
    assertThat(crossing(grown, new Vector3(0, 0, 1))).isCloseTo(5 + 7.75, within(0.1));
    assertThat(crossing(grown, new Vector3(0, 0, -1))).isCloseTo(5 + 3.5, within(0.1));
    Margin back = new Margin(-1.5, -4.25, -2, 0, -3, -1.25);
    LevelSet shrunk = back.around(LevelSet.of(box));
    assertThat(crossing(shrunk, new Vector3(1, 0, 0))).isCloseTo(5 - 1.5, within(0.1));
    assertThat(crossing(shrunk, new Vector3(-1, 0, 0))).isCloseTo(5 - 4.25, within(0.1));
    assertThat(crossing(shrunk, new Vector3(0, 1, 0))).isCloseTo(5, within(0.1));
    assertThat(crossing(shrunk, new Vector3(0, 0, -1))).isCloseTo(5 - 1.25, within(0.1));
  }

  /** Where the surface is on a ray from the middle of the grid, mm. */
  private static double crossing(LevelSet region, Vector3 direction) {
    double step = 0.001;
    double t = 0;
    while (region.at(direction.times(t)) <= 0) {
      t += step;
    }
    return t;
  }

  @Test
  void aMarginDoesNotLeakAroundABarrier() {
    Grid grid = Shapes.grid(81, 81, 21, 1, 1, 2);
    // A ball left of a wall, in the plane x = 8, that ends at y = 4.
    LevelSet ball = Shapes.ball(grid, Vector3.ZERO, 6);
    RunLengthMask wall = RunLengthMask.of(grid, at -> at % 81 == 48 && at / 81 % 81 <= 44);
    Margin margin = Margin.isotropic(10);
    LevelSet free = margin.around(ball);
    LevelSet cut = margin.around(ball, wall);
    RunLengthMask mask = cut.mask();
    assertThat(mask.intersection(wall).isEmpty()).isTrue();
    assertThat(mask.minus(free.mask()).isEmpty()).isTrue();
    // Straight behind the wall: within 10 mm as the crow flies, not on foot.
    assertThat(free.mask().contains(52, 40, 10)).isTrue();
    assertThat(mask.contains(52, 40, 10)).isFalse();
    // Around the end of the wall: from the ball to its corner (8, 5) it is 3.43 mm.
    double toCorner = Math.hypot(8, 5) - 6;
    for (int i = 49; i <= 54; i++) {
      for (int j = 34; j <= 44; j++) {
        double onFoot = toCorner + Math.hypot(i - 48, 45 - j);
        if (onFoot < 9) {
          assertThat(mask.contains(i, j, 10)).as("%d, %d: %.1f mm", i, j, onFoot).isTrue();
        } else if (onFoot > 11.5) {
          assertThat(mask.contains(i, j, 10)).as("%d, %d: %.1f mm", i, j, onFoot).isFalse();
        }
      }
    }
  }

  @Test
  void aClosedBarrierHoldsTheMarginInside() {
    Grid grid = Shapes.grid(61, 61, 31, 1, 1, 2);
    RunLengthMask shell =
        Shapes.ball(grid, Vector3.ZERO, 13)
            .mask()
            .minus(Shapes.ball(grid, Vector3.ZERO, 10).mask());
    LevelSet ball = Shapes.ball(grid, Vector3.ZERO, 6);
    RunLengthMask cut = Margin.isotropic(12).around(ball, shell).mask();
    assertThat(cut).isEqualTo(Shapes.ball(grid, Vector3.ZERO, 10).mask());
  }

  @Test
  void marginsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new Margin(1, -1, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Margin.isotropic(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Margin.isotropic(1000)).isInstanceOf(IllegalArgumentException.class);
  }
}
