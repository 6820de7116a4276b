package org.breathline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

final class BlockMeansTest {

  @Test
  void roundsHalvesUpwardsAndAveragesCutBlocksOverWhatTheyHave() {
    short[] slice = {
      1, 2, 10,
      3, 4, 11,
      -1, -2, -5
    };
    short[] means = new short[4];
    BlockMeans.reduce(slice, 0, 3, 3, 2, means, 0);
    assertThat(means).containsExactly(3, 11, -1, -5);
  }

  @Test
  void agreesWithTheDefinition() {
    Property.holds(
        100,
        1,
        random -> {
          int columns = random.nextInt(1, 40);
          int rows = random.nextInt(1, 40);
          int factor = random.nextInt(1, 9);
          short[] slice = new short[columns * rows + 3];
          for (int i = 0; i < slice.length; i++) {
            slice[i] = (short) random.nextInt();
          }
          int meanColumns = BlockMeans.reduced(columns, factor);
          int meanRows = BlockMeans.reduced(rows, factor);
          short[] means = new short[meanColumns * meanRows + 2];
          BlockMeans.reduce(slice, 3, columns, rows, factor, means, 2);
          for (int row = 0; row < meanRows; row++) {
            for (int column = 0; column < meanColumns; column++) {
              assertThat(means[2 + row * meanColumns + column])
                  .isEqualTo(mean(slice, columns, rows, factor, column, row));
            }
          }
        });
  }

  private static short mean(
      short[] slice, int columns, int rows, int factor, int meanColumn, int meanRow) {
    double sum = 0;
    int pixels = 0;
    for (int y = meanRow * factor; y < Math.min(rows, (meanRow + 1) * factor); y++) {
      for (int x = meanColumn * factor; x < Math.min(columns, (meanColumn + 1) * factor); x++) {
        sum += slice[3 + y * columns + x];
        pixels++;
      }
    }
    return (short) Math.floor(sum / pixels + 0.5);
  }

  @Test
  void theLargestFactorIsExact() {
    short[] slice = new short[180 * 180];
    Arrays.fill(slice, Short.MIN_VALUE);
    short[] means = new short[1];
    BlockMeans.reduce(slice, 0, 180, 180, 181, means, 0);
    assertThat(means[0]).isEqualTo(Short.MIN_VALUE);
    // Half of the pixels are one more: exactly half way, which goes up. One fewer does not.
    for (int i = 0; i < slice.length; i += 2) {
      slice[i]++;
    }
    BlockMeans.reduce(slice, 0, 180, 180, 181, means, 0);
    assertThat(means[0]).isEqualTo((short) (Short.MIN_VALUE + 1));
    slice[0]--;
    BlockMeans.reduce(slice, 0, 180, 180, 181, means, 0);
    assertThat(means[0]).isEqualTo(Short.MIN_VALUE);
  }

  @Test
  void refusesAFactorOutOfRange() {
    assertThatThrownBy(() -> BlockMeans.reduce(new short[4], 0, 2, 2, 0, new short[4], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 181");
  }
}
