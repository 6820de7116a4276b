package org.breathline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PairSumsTest {

  private static PairSums of(short[] a, short[] b) {
    return Kernels.pairSummation().sums(a, 0, b, 0, a.length);
  }

  @Test
  void correlationIsOneForALineAndMinusOneForAFallingOne() {
    short[] a = {1, 2, 5, 9};
    assertThat(of(a, new short[] {12, 14, 20, 28}).correlation()).isCloseTo(1, within(1e-12));
    assertThat(of(a, new short[] {-1, -2, -5, -9}).correlation()).isCloseTo(-1, within(1e-12));
  }

  @Test
  void correlationOfAConstantOrOfNothingIsNotANumber() {
    assertThat(of(new short[] {1, 2}, new short[] {3, 3}).correlation()).isNaN();
    assertThat(of(new short[0], new short[0]).correlation()).isNaN();
  }

  @Test
  void sumsAdd() {
    short[] a = {3, -1, 4, 1};
    short[] b = {2, 7, -1, 8};
    PairSummation summation = Kernels.pairSummation();
    assertThat(summation.sums(a, 0, b, 0, 1).plus(summation.sums(a, 1, b, 1, 3)))
        .isEqualTo(summation.sums(a, 0, b, 0, 4));
  }
}
