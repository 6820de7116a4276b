package org.breathline.core.planning.sequencing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecompositionTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shapesGiveTheMapExactly(boolean interdigitation) {
    Property.holds(
        40,
        1,
        random -> {
          LevelMap map = random(random, 6, 7, 8);
          List<LevelShape> shapes = new Decomposition(interdigitation).shapes(map);

          LevelMap left = map;
          for (LevelShape shape : shapes) {
            left = left.minus(shape);
          }
          for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
              assertThat(left.level(row, column)).isZero();
            }
          }
          if (!interdigitation) {
            assertThat(shapes).allMatch(LevelShape::keepsApart);
          }
        });
  }

  @Test
  void noSequenceTakesFewerLevels() {
    Property.holds(
        40,
        1,
        random -> {
          LevelMap map = random(random, 10, 12, 10);
          int levels =
              new Decomposition(true).shapes(map).stream().mapToInt(LevelShape::levels).sum();

          assertThat(levels).isEqualTo(map.complexity());
        });
  }

  @Test
  void fewShapesSuffice() {
    // 15 x 15 maps of up to 16 levels: Engel's own averages 18.5 shapes (his table 1: 15 to 20).
    SplittableRandom random = new SplittableRandom(5);
    double shapes = 0;
    for (int map = 0; map < 30; map++) {
      shapes += new Decomposition(true).shapes(random(random, 15, 15, 16)).size() / 30.0;
    }

    assertThat(shapes).isLessThan(22);
  }

  private static LevelMap random(SplittableRandom random, int rows, int columns, int most) {
    int[][] levels = new int[rows][columns];
    for (int[] row : levels) {
      for (int column = 0; column < columns; column++) {
        row[column] = random.nextInt(most + 1);
      }
    }
    return new LevelMap(levels);
  }
}
