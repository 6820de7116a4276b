package org.breathline.core.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.junit.jupiter.api.Test;

/** Distances, volumes and overlap of balls, which are known by formula. */
final class ShapeComparisonTest {

  private final Grid grid = Shapes.grid(64, 64, 40, 1.1, 1.1, 2);

  @Test
  void concentricBalls() {
    ShapeComparison comparison =
        ShapeComparison.of(
            Shapes.ball(grid, Vector3.ZERO, 15), Shapes.ball(grid, Vector3.ZERO, 18.5));
    assertThat(comparison.meanSurfaceMm()).isCloseTo(3.5, within(0.05));
    assertThat(comparison.hausdorffMm()).isCloseTo(3.5, within(0.15));
    assertThat(comparison.hausdorff95Mm()).isCloseTo(3.5, within(0.1));
    double first = 4.0 / 3 * Math.PI * 15 * 15 * 15 / 1000;
    assertThat(comparison.firstMl()).isCloseTo(first, within(0.01 * first));
    assertThat(comparison.centreShift().length()).isLessThan(0.02);
    double ratio = Math.pow(15 / 18.5, 3);
    assertThat(comparison.dice()).isCloseTo(2 * ratio / (1 + ratio), within(0.01));
  }

  @Test
  void shiftedBalls() {
    Vector3 shift = new Vector3(1.2, -2.1, 3.3);
    ShapeComparison comparison =
        ShapeComparison.of(Shapes.ball(grid, Vector3.ZERO, 15), Shapes.ball(grid, shift, 15));
    assertThat(comparison.hausdorffMm()).isCloseTo(shift.length(), within(0.15));
    assertThat(comparison.centreShift().minus(shift).length()).isLessThan(0.02);
  }

  @Test
  void aRegionIsLikeItself() {
    LevelSet ball = Shapes.ball(grid, Vector3.ZERO, 9);
    ShapeComparison comparison = ShapeComparison.of(ball, ball);
    assertThat(comparison.dice()).isEqualTo(1);
    assertThat(comparison.hausdorffMm()).isLessThan(1e-5);
  }

  @Test
  void anEmptyRegionHasNoSurface() {
    RunLengthMask empty = RunLengthMask.empty(grid);
    assertThatThrownBy(() -> ShapeComparison.of(empty, Shapes.ball(grid, Vector3.ZERO, 9).mask()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ShapeComparison.dice(empty, empty)).isEqualTo(1);
  }

  @Test
  void signedDistancesAreExactNearTheSurface() {
    LevelSet ball = Shapes.ball(grid, new Vector3(0.4, 0.3, -0.7), 14);
    LevelSet measured = SignedDistances.of(ball, 6);
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          double exact = ball.at(i, j, k);
          if (Math.abs(exact) < 5) {
            assertThat((double) measured.at(i, j, k)).isCloseTo(exact, within(0.12));
          }
        }
      }
    }
  }

  @Test
  void aRegionOntoAFinerGridAndBackIsTheSame() {
    LevelSet ball = Shapes.ball(grid, new Vector3(0.4, 0.3, -0.7), 14);
    Grid fine = grid.refined(2, 2, 3);
    LevelSet finer = ball.onto(fine);
    assertThat(finer.onto(grid).mask()).isEqualTo(ball.mask());
    assertThat(SurfaceMesh.of(finer).volumeMl())
        .isCloseTo(SurfaceMesh.of(ball.within(ball.box().grown(1))).volumeMl(), within(0.05));
    assertThat(fine.point(2, 4, 3).minus(grid.point(1, 2, 1)).length()).isLessThan(1e-9);
  }
}
