package org.breathline.core.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

final class RunLengthMaskTest {

  private static final Grid GRID =
      new Grid(9, 4, 3, Vector3.ZERO, new Vector3(2, 5, 10), Orientation.AXIAL);

  @Test
  void holdsWhatItWasMadeOfAndItsComplementTheRest() {
    Property.holds(
        100,
        1,
        random -> {
          boolean[] set = new boolean[GRID.size()];
          int count = 0;
          for (int i = 0; i < set.length; i++) {
            set[i] = random.nextBoolean();
            count += set[i] ? 1 : 0;
          }
          RunLengthMask mask = ConnectedComponentsTest.mask(GRID, set);
          RunLengthMask rest = mask.complement();
          assertThat(mask.voxels()).isEqualTo(count);
          assertThat(rest.voxels()).isEqualTo(set.length - count);
          assertThat(mask.volumeMl()).isCloseTo(count * 0.1, within(1e-9));
          for (int k = 0; k < GRID.nz(); k++) {
            for (int j = 0; j < GRID.ny(); j++) {
              for (int i = 0; i < GRID.nx(); i++) {
                assertThat(mask.contains(i, j, k)).isEqualTo(set[GRID.offset(i, j, k)]);
                assertThat(rest.contains(i, j, k)).isEqualTo(!set[GRID.offset(i, j, k)]);
              }
            }
          }
        });
  }

  @Test
  void isNotBuiltHalf() {
    var builder = new RunLengthMask.Builder(GRID);
    builder.add(1, 3);
    builder.endRow();
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("1 of 12 rows");
  }
}
