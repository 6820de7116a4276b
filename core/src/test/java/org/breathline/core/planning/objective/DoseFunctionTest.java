package org.breathline.core.planning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DoseFunctionTest {

  private final double[] dose = {10, 20, 30, 40};
  private final double[] gradient = new double[4];

  @Test
  void squaresCountOnlyTheirSide() {
    assertThat(new SquaredOverdose(25).evaluate(dose, gradient)).isEqualTo((25 + 225) / 4.0);
    assertThat(new SquaredUnderdose(25).evaluate(dose, gradient)).isEqualTo((225 + 25) / 4.0);
    assertThat(new SquaredDeviation(25).evaluate(dose, gradient)).isEqualTo(500 / 4.0);
  }

  @Test
  void equivalentDoseLiesBetweenTheMeanAndTheExtremes() {
    assertThat(new GeneralizedEud(1).evaluate(dose, gradient)).isCloseTo(25, within(1e-12));
    assertThat(new GeneralizedEud(2).evaluate(dose, gradient))
        .isCloseTo(Math.sqrt(750), within(1e-12));
    assertThat(new GeneralizedEud(200).evaluate(dose, gradient)).isBetween(39.0, 40.0);
    assertThat(new GeneralizedEud(-200).evaluate(dose, gradient)).isBetween(10.0, 11.0);
    assertThatIllegalArgumentException().isThrownBy(() -> new GeneralizedEud(0));
  }

  @Test
  void theHottestShareMayStayHot() {
    // A quarter of the volume, the voxel of 40 Gy, may be above 15: 20 and 30 are too hot.
    assertThat(new MaximumDvh(15, 0.25).evaluate(dose, gradient)).isEqualTo((25 + 225) / 4.0);
    assertThat(gradient[3]).isZero();
    // Three of four may.
    assertThat(new MaximumDvh(15, 0.75).evaluate(dose, gradient)).isZero();
  }

  @Test
  void theColdestShareMayStayCold() {
    // Half of the volume must have 35: of the two hottest, 40 has and 30 lacks 5.
    double[] half = {10, 20, 30, 40, 41};
    double[] halfGradient = new double[5];
    assertThat(new MinimumDvh(35, 0.4).evaluate(half, halfGradient)).isEqualTo(25 / 5.0);
    assertThat(halfGradient[0]).isZero();
    assertThat(halfGradient[1]).isZero();
    assertThat(halfGradient[2]).isNegative();
  }

  @Test
  void smoothExtremesLieBeyondTheTrueOnesByNoMoreThanTheySay() {
    assertThat(new SmoothMaximum(0.5).evaluate(dose, gradient))
        .isBetween(40.0, 40 + 0.5 * Math.log(4));
    assertThat(new SmoothMinimum(0.5).evaluate(dose, gradient))
        .isBetween(10 - 0.5 * Math.log(4), 10.0);
  }

  @Test
  void aSharpVolumeIsTheCountedOne() {
    assertThat(new VolumeAtDose(25, 0.1).evaluate(dose, gradient)).isCloseTo(0.5, within(1e-12));
  }
}
