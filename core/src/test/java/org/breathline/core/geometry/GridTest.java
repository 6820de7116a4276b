package org.breathline.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

final class GridTest {

  private static final Grid GRID =
      new Grid(4, 3, 2, new Vector3(10, 20, 30), new Vector3(1, 2, 5), Orientation.AXIAL);

  @Test
  void xRunsFastest() {
    assertThat(GRID.offset(1, 0, 0)).isEqualTo(1);
    assertThat(GRID.offset(0, 1, 0)).isEqualTo(4);
    assertThat(GRID.offset(3, 2, 1)).isEqualTo(GRID.size() - 1);
  }

  @Test
  void pointAndIndexAreInverse() {
    Property.holds(
        100,
        1,
        random -> {
          double angle = random.nextDouble(-3, 3);
          var oblique =
              Orientation.of(
                  new Vector3(Math.cos(angle), Math.sin(angle), 0),
                  new Vector3(-Math.sin(angle), Math.cos(angle), 0));
          var grid = new Grid(9, 9, 9, new Vector3(-5, 4, 3), new Vector3(1.1, 0.9, 2.5), oblique);
          var index = new Vector3(random.nextDouble(9), random.nextDouble(9), random.nextDouble(9));
          Vector3 back = grid.index(grid.point(index.x(), index.y(), index.z()));
          assertThat(back.minus(index).length()).isCloseTo(0, within(1e-12));
        });
  }

  @Test
  void anOffsetHasItsVoxelsCentre() {
    assertThat(GRID.point(GRID.offset(3, 1, 1))).isEqualTo(GRID.point(3, 1, 1));
  }

  @Test
  void refusesWhatCannotBeAnArray() {
    assertThatThrownBy(
            () -> new Grid(2000, 2000, 2000, Vector3.ZERO, GRID.spacing(), Orientation.AXIAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not fit one array");
  }
}
