package org.breathline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class WeightedSumTest {

  @Test
  void addsEachSampleTimesTheWeight() {
    float[] sums = {1, 1, 1, 1};
    WeightedSum.add(sums, 1, new short[] {7, -1000, 40, 3000}, 1, 2, 0.25f);
    assertThat(sums).containsExactly(1, -249, 11, 1);
  }

  @Test
  void refusesARunOutsideItsArray() {
    assertThatThrownBy(() -> WeightedSum.add(new float[4], 1, new short[9], 0, 4, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
