package org.breathline.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

/** Figures of a histogram against those of its sorted parts, and where the answer is known. */
final class DoseVolumeHistogramTest {

  @Test
  void aRampHasTheFiguresOfARamp() {
    float[] doses = new float[60_000];
    for (int i = 0; i < doses.length; i++) {
      doses[i] = (i + 0.5f) / 1000;
    }
    DoseVolumeHistogram ramp = DoseVolumeHistogram.ofVoxels(doses, 0.001);
    assertThat(ramp.volumeMl()).isCloseTo(60, within(1e-9));
    assertThat(ramp.meanGy()).isCloseTo(30, within(1e-4));
    assertThat(ramp.doseAtPercent(95)).isCloseTo(3, within(2e-3));
    assertThat(ramp.doseAtMl(6)).isCloseTo(54, within(2e-3));
    assertThat(ramp.volumeAtPercent(20)).isCloseTo(100 * 40 / 60.0, within(2e-3));
    assertThat(ramp.volumeAtMl(20)).isCloseTo(40, within(2e-3));
    assertThat(ramp.gEudGy(1)).isCloseTo(30, within(1e-3));
    assertThat(ramp.gEudGy(8)).isCloseTo(60 * Math.pow(1 / 9.0, 1 / 8.0), within(2e-3));
    assertThat(ramp.volumeAtMl(0)).isEqualTo(ramp.volumeMl());
    assertThat(ramp.volumeAtMl(60)).isZero();
    assertThat(ramp.doseAtPercent(100)).isEqualTo(ramp.minimumGy());
    assertThat(ramp.doseAtPercent(0)).isEqualTo(ramp.maximumGy());
  }

  @Test
  void anEvenDoseIsTheAnswerToEverything() {
    float[] doses = new float[100];
    Arrays.fill(doses, 2);
    DoseVolumeHistogram even = DoseVolumeHistogram.ofVoxels(doses, 0.01);
    for (double percent : new double[] {0, 2, 50, 98, 100}) {
      assertThat(even.doseAtPercent(percent)).isEqualTo(2);
    }
    assertThat(even.volumeAtPercent(2)).isEqualTo(100);
    assertThat(even.volumeAtPercent(2.0001)).isZero();
    assertThat(even.gEudGy(-10)).isCloseTo(2, within(1e-9));
  }

  @Test
  void anyPartsGiveWhatTheirSortedListGives() {
    Property.holds(
        30,
        11,
        random -> {
          int count = random.nextInt(1, 400);
          float[] doses = new float[count];
          for (int i = 0; i < count; i++) {
            doses[i] = (float) (random.nextInt(20) == 0 ? 0 : random.nextDouble(70));
          }
          DoseVolumeHistogram histogram = DoseVolumeHistogram.ofVoxels(doses, 0.5);
          float[] sorted = doses.clone();
          Arrays.sort(sorted);
          double limit = random.nextDouble(80);
          long above = Arrays.stream(box(doses)).filter(d -> d >= limit).count();
          assertThat(histogram.volumeAtMl(limit)).isCloseTo(0.5 * above, within(0.5));
          assertThat(histogram.minimumGy()).isEqualTo(sorted[0]);
          assertThat(histogram.maximumGy()).isEqualTo(sorted[count - 1]);
          assertThat(histogram.meanGy())
              .isCloseTo(Arrays.stream(box(doses)).average().orElseThrow(), within(1e-9));
          int rank = random.nextInt(count);
          double volume = 0.5 * (count - rank) - 0.25;
          double bin = sorted[count - 1] / 1e5;
          assertThat(histogram.doseAtMl(volume)).isCloseTo(sorted[rank], within(bin + 1e-9));
        });
  }

  private static double[] box(float[] values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, i -> values[i]);
    return doubles;
  }

  @Test
  void stepsOfTheCurveSumToTheVolume() {
    DoseVolumeHistogram histogram = DoseVolumeHistogram.ofVoxels(new float[] {0, 1, 1.5f, 2, 7}, 1);
    assertThat(histogram.cumulativeMl(1)).startsWith(5).endsWith(0);
    assertThat(Arrays.stream(histogram.differentialMl(1)).sum()).isCloseTo(5, within(1e-9));
    assertThat(histogram.differentialMl(1)[3]).isZero();
  }

  @Test
  void aDoseOutOfRangeIsRefused() {
    var builder = new DoseVolumeHistogram.Builder(10);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.add(10.1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.add(Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.add(-1, 1));
  }
}
