package org.breathline.core.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class InfluenceMatrixTest {

  private static final int ROWS = 3 * InfluenceColumn.BLOCK_ROWS + 17;
  private static final int COLUMNS = 40;

  private final float[][] dense = new float[COLUMNS][ROWS];
  private final InfluenceMatrix matrix = random(dense);

  @Test
  void doseIsTheSumOfItsColumns() {
    double[] weights = new Random(3).doubles(COLUMNS).toArray();
    weights[5] = 0;

    float[] dose = new float[ROWS];
    matrix.dose(weights, dose);

    for (int row = 0; row < ROWS; row++) {
      double expected = 0;
      for (int column = 0; column < COLUMNS; column++) {
        expected += weights[column] * dense[column][row];
      }
      assertThat((double) dose[row]).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void theGradientIsTheTransposedProduct() {
    float[] ofDose = new float[ROWS];
    Random random = new Random(4);
    for (int row = 0; row < ROWS; row++) {
      ofDose[row] = random.nextFloat() - 0.5f;
    }

    double[] ofWeights = new double[COLUMNS];
    matrix.weightGradient(ofDose, ofWeights);

    for (int column = 0; column < COLUMNS; column++) {
      double expected = 0;
      for (int row = 0; row < ROWS; row++) {
        expected += (double) ofDose[row] * dense[column][row];
      }
      assertThat(ofWeights[column]).isCloseTo(expected, within(1e-3));
    }
  }

  @Test
  void entriesComeBackInTheirOrder() {
    List<Integer> rows = new ArrayList<>();
    matrix
        .columns()
        .get(7)
        .forEach((row, dose) -> {
          assertThat(dose).isEqualTo(dense[7][row]);
          rows.add(row);
        });

    assertThat(rows).isSorted().hasSize(matrix.columns().get(7).entries());
    assertThat(matrix.entries())
        .isEqualTo(matrix.columns().stream().mapToLong(InfluenceColumn::entries).sum());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InfluenceColumn(9, new int[] {3, 3}, new float[2], 2))
        .withMessageContaining("rows must increase");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InfluenceColumn(9, new int[] {9}, new float[1], 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> matrix.dose(new double[COLUMNS + 1], new float[ROWS]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InfluenceMatrix(ROWS + 1, matrix.columns()));
  }

  private static InfluenceMatrix random(float[][] dense) {
    Random random = new Random(2);
    List<InfluenceColumn> columns = new ArrayList<>();
    for (float[] column : dense) {
      int[] rows = new int[ROWS];
      float[] doses = new float[ROWS];
      int entries = 0;
      for (int row = random.nextInt(50); row < ROWS; row += 1 + random.nextInt(50)) {
        column[row] = random.nextFloat();
        rows[entries] = row;
        doses[entries++] = column[row];
      }
      columns.add(new InfluenceColumn(ROWS, rows, doses, entries));
    }
    return new InfluenceMatrix(ROWS, columns);
  }
}
