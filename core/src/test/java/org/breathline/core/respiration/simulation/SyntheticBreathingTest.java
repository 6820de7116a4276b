package org.breathline.core.respiration.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.breathline.core.respiration.Breath;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

final class SyntheticBreathingTest {

  @Test
  void followsLujansFormula() {
    SyntheticBreathing breathing = SyntheticBreathing.regular(new BreathShape(4, 10, 3, 0.5), 20);
    Breath breath = breathing.breaths().getFirst();

    assertThat(breath.periodS()).isEqualTo(4, within(1e-12));
    for (double u = 0; u < 1; u += 0.05) {
      assertThat(breathing.levelMmAt(breath.startS() + 4 * u))
          .isEqualTo(10 * Math.pow(Math.cos(Math.PI * u), 6), within(1e-9));
    }
  }

  @Test
  void itsTurnsAreItsExtremes() {
    Property.holds(
        20,
        1,
        random -> {
          SyntheticBreathing breathing =
              SyntheticBreathing.of(
                  new BreathShape(
                      random.nextDouble(2, 8), 10, random.nextInt(1, 4), random.nextDouble(.3, .6)),
                  BreathVariation.IRREGULAR,
                  60,
                  random.nextLong());
          for (Breath breath : breathing.breaths()) {
            double high = breathing.levelMmAt(breath.startS());
            double low = breathing.levelMmAt(breath.exhaleS());
            for (double share = 0.1; share < 1; share += 0.1) {
              double level =
                  breathing.levelMmAt(
                      breath.startS() + share * (breath.exhaleS() - breath.startS()));
              assertThat(level).isBetween(low, high);
            }
          }
        });
  }

  @Test
  void theSameSeedGivesTheSameRecording() {
    double[] first =
        SyntheticBreathing.of(BreathShape.QUIET, BreathVariation.IRREGULAR, 30, 5)
            .record(Recorder.CAMERA)
            .amplitudes();

    assertThat(
            SyntheticBreathing.of(BreathShape.QUIET, BreathVariation.IRREGULAR, 30, 5)
                .record(Recorder.CAMERA)
                .amplitudes())
        .containsExactly(first);
    assertThat(
            SyntheticBreathing.of(BreathShape.QUIET, BreathVariation.IRREGULAR, 30, 6)
                .record(Recorder.CAMERA)
                .amplitudes())
        .isNotEqualTo(first);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> SyntheticBreathing.regular(BreathShape.QUIET, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BreathShape(4, 0, 1, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SyntheticBreathing.regular(BreathShape.QUIET, 10).levelMmAt(11))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 10.000 s");
  }
}
