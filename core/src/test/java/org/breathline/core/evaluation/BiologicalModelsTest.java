package org.breathline.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Models of effect where their answer is known. */
final class BiologicalModelsTest {

  private static DoseVolumeHistogram even(double doseGy) {
    float[] doses = new float[10];
    Arrays.fill(doses, (float) doseGy);
    return DoseVolumeHistogram.ofVoxels(doses, 1);
  }

  @Test
  void fractionsOfTwoGrayAreTheirOwnEquivalent() {
    assertThat(new Fractionation(30, 3).eqd2Gy(60)).isEqualTo(60);
    assertThat(new Fractionation(3, 10).eqd2Gy(54)).isCloseTo(54 * 28 / 12.0, within(1e-9));
    assertThat(new Fractionation(3, 10).bedGy(54)).isCloseTo(54 * 2.8, within(1e-9));
    assertThat(new Fractionation(3, 10).eqd2(even(54)).meanGy()).isCloseTo(126, within(1e-4));
  }

  @Test
  void theNormalDistributionIsThatOfTables() {
    assertThat(NormalDistribution.below(0)).isEqualTo(0.5);
    assertThat(NormalDistribution.below(1)).isCloseTo(0.8413447460685429, within(1e-13));
    assertThat(NormalDistribution.below(-1.96)).isCloseTo(0.024997895148220435, within(1e-13));
    assertThat(NormalDistribution.below(2.9999)).isCloseTo(0.998649658, within(1e-8));
    assertThat(NormalDistribution.below(-5)).isCloseTo(2.8665157187919333e-7, within(1e-16));
    assertThat(NormalDistribution.below(40)).isEqualTo(1);
  }

  @Test
  void halfHaveTheComplicationAtTd50() {
    ComplicationModel lung = ComplicationModel.PNEUMONITIS;
    assertThat(lung.probability(even(30.8), 15)).isCloseTo(0.5, within(0.02));
    // QUANTEC: a mean lung dose of 20 Gy goes with 20 % at most.
    double twenty = lung.probability(even(20), 10);
    assertThat(twenty).isBetween(0.15, 0.20);
    assertThat(ComplicationModel.MYELITIS.probability(even(50), 25)).isBetween(0.05, 0.09);
  }

  @Test
  void halfAreControlledAtTcd50() {
    ControlModel model = ControlModel.LUNG_CANCER;
    double fractions = 84.5 / 2;
    assertThat(model.probability(even(2 * Math.rint(fractions)), (int) Math.rint(fractions)))
        .isCloseTo(0.5, within(0.02));
    assertThat(model.probability(even(54), 3)).isGreaterThan(0.85);
    assertThat(model.probability(even(0), 1)).isZero();
  }

  @Test
  void indicesOfAnIdealDoseAreIdeal() {
    DoseVolumeHistogram target = DoseVolumeHistogram.ofVoxels(new float[] {60, 60, 60}, 1);
    DoseVolumeHistogram body = DoseVolumeHistogram.ofVoxels(new float[] {60, 60, 60, 0, 40}, 1);
    DoseIndices ideal = DoseIndices.of(target, body, 59.9);
    assertThat(ideal.conformityRtog()).isEqualTo(1);
    assertThat(ideal.conformityPaddick()).isEqualTo(1);
    assertThat(ideal.homogeneity()).isZero();
    assertThat(ideal.gradient()).isCloseTo(4.0 / 3, within(1e-9));
    DoseIndices spilled = DoseIndices.of(target, body, 35);
    assertThat(spilled.conformityRtog()).isCloseTo(4.0 / 3, within(1e-9));
    assertThat(spilled.conformityPaddick()).isCloseTo(0.75, within(1e-9));
  }
}
