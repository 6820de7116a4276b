package org.breathline.core.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.TestFields;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.junit.jupiter.api.Test;

final class MaskWarpTest {

  private static final Grid GRID =
      new Grid(40, 40, 30, new Vector3(-40, -40, -45), new Vector3(2, 2, 3), Orientation.AXIAL);

  private static RunLengthMask ball(Grid grid, Vector3 centre, double radiusMm) {
    var builder = new RunLengthMask.Builder(grid);
    for (int row = 0; row < grid.ny() * grid.nz(); row++) {
      for (int i = 0; i < grid.nx(); i++) {
        boolean in = grid.point(row * grid.nx() + i).minus(centre).length() < radiusMm;
        builder.add(i, in ? i + 1 : i);
      }
      builder.endRow();
    }
    return builder.build();
  }

  @Test
  void aMaskMovedByWholeVoxelsIsTheSame() {
    DisplacementField u = TestFields.of(GRID, p -> new Vector3(4, -6, 9));
    RunLengthMask warped = MaskWarp.warp(ball(GRID, new Vector3(4, -6, 9), 17), u, GRID);
    RunLengthMask exact = ball(GRID, Vector3.ZERO, 17);
    assertThat(warped.voxels()).isEqualTo(exact.voxels());
    for (int row = 0; row < exact.rows(); row++) {
      for (int i = 0; i < GRID.nx(); i++) {
        int j = row % GRID.ny();
        int k = row / GRID.ny();
        assertThat(warped.contains(i, j, k)).isEqualTo(exact.contains(i, j, k));
      }
    }
  }

  /** Onto a finer grid and by half a voxel, no edge is off by more than half a voxel's diagonal. */
  @Test
  void aMaskKeepsItsShapeOnAFinerGrid() {
    DisplacementField u = TestFields.of(GRID, p -> new Vector3(1, 1, 1.5));
    Grid fine =
        new Grid(70, 70, 70, new Vector3(-35, -35, -35), new Vector3(1, 1, 1), Orientation.AXIAL);
    RunLengthMask warped = MaskWarp.warp(ball(GRID, new Vector3(1, 1, 1.5), 20), u, fine);
    double halfDiagonal = GRID.spacing().length() / 2;
    for (int at = 0; at < fine.size(); at++) {
      double distance = fine.point(at).length();
      boolean in =
          warped.contains(at % fine.nx(), at / fine.nx() % fine.ny(), at / fine.sliceSize());
      if (Math.abs(distance - 20) > halfDiagonal) {
        assertThat(in).isEqualTo(distance < 20);
      }
    }
  }
}
