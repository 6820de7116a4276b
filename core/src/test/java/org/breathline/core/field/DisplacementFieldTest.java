package org.breathline.core.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.junit.jupiter.api.Test;

final class DisplacementFieldTest {

  private static final Grid GRID =
      new Grid(
          4,
          3,
          2,
          new Vector3(-10, 5, 20),
          new Vector3(1.5, 2, 3),
          Orientation.of(new Vector3(0, 1, 0), new Vector3(-1, 0, 0)));

  /** A field that is linear in the voxel index is interpolated exactly. */
  @Test
  void isLinearBetweenVoxelCentres() {
    var field = new DisplacementField(GRID);
    for (int k = 0; k < GRID.nz(); k++) {
      for (int j = 0; j < GRID.ny(); j++) {
        for (int i = 0; i < GRID.nx(); i++) {
          int at = GRID.offset(i, j, k);
          field.x()[at] = i;
          field.y()[at] = 2 * j - i;
          field.z()[at] = 5 * k + 0.5f;
        }
      }
    }

    Vector3 point = GRID.point(1.25, 0.5, 0.75);

    assertThat(field.at(point).minus(new Vector3(1.25, -0.25, 4.25)).length())
        .isCloseTo(0, within(1e-6));
    assertThat(field.map(point).minus(point.plus(field.at(point))).length()).isZero();
  }

  @Test
  void isContinuedBeyondTheGrid() {
    var field = new DisplacementField(GRID);
    field.z()[GRID.offset(3, 2, 1)] = 7;

    assertThat(field.at(GRID.point(9, 9, 9)).z()).isEqualTo(7);
    assertThat(field.at(GRID.point(-4, 9, 9)).z()).isZero();
  }

  @Test
  void refusesArraysOfAnotherSize() {
    assertThatThrownBy(
            () -> new DisplacementField(GRID, new float[24], new float[24], new float[23]))
        .hasMessage("24, 24 and 23 components for a grid of 24 voxels");
  }
}
