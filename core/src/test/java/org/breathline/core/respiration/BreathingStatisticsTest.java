package org.breathline.core.respiration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.breathline.core.respiration.BreathingStatistics.Regularity;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.BreathVariation;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.junit.jupiter.api.Test;

final class BreathingStatisticsTest {

  private static BreathingStatistics of(BreathVariation variation) {
    SyntheticBreathing breathing =
        SyntheticBreathing.of(new BreathShape(4, 10, 2, 0.4), variation, 180, 11);
    return BreathingStatistics.of(
        new BreathingCycles(breathing.record(Recorder.PERFECT), breathing.breaths()));
  }

  @Test
  void regularBreathingHasTheFiguresItWasMadeWith() {
    BreathingStatistics statistics = of(BreathVariation.NONE);

    assertThat(statistics.rows()).hasSize(44);
    assertThat(statistics.periodS().mean()).isEqualTo(4, within(1e-9));
    assertThat(statistics.periodS().standardDeviation()).isEqualTo(0, within(1e-9));
    assertThat(statistics.amplitude().mean()).isEqualTo(10, within(0.02));
    assertThat(statistics.inhaleFraction().mean()).isEqualTo(0.4, within(1e-9));
    assertThat(statistics.driftPerMinute()).isEqualTo(0, within(0.01));
    assertThat(statistics.longestBreathS()).isEqualTo(4, within(1e-9));
    assertThat(statistics.validShare()).isEqualTo(1);
    assertThat(statistics.lostShare()).isZero();
    assertThat(statistics.regularity()).isEqualTo(Regularity.REGULAR);
  }

  @Test
  void findsTheDrift() {
    assertThat(of(new BreathVariation(0, 0, 0.1, -1.5)).driftPerMinute())
        .isEqualTo(-1.5, within(0.1));
  }

  @Test
  void findsTheVariation() {
    BreathingStatistics statistics = of(new BreathVariation(0.25, 0.2, 0, 0));

    assertThat(statistics.periodS().variation()).isEqualTo(0.25, within(0.07));
    assertThat(statistics.amplitude().variation()).isGreaterThan(0.1);
    assertThat(statistics.regularity()).isEqualTo(Regularity.IRREGULAR);
    assertThat(statistics.verdict()).startsWith("breathing is irregular: ").contains("period 4.");
  }

  @Test
  void aSingleBreathHasNoSpread() {
    BreathingTrace trace =
        SyntheticBreathing.regular(BreathShape.QUIET, 20).record(Recorder.PERFECT);
    BreathingStatistics statistics =
        BreathingStatistics.of(new BreathingCycles(trace, List.of(new Breath(2, 4, 6, false))));

    assertThat(statistics.periodS()).isEqualTo(new Spread(4, 0, 4, 4));
    assertThat(statistics.driftPerMinute()).isZero();
    assertThat(statistics.trustedBreaths()).isZero();
  }

  @Test
  void refusesATraceWithoutBreath() {
    BreathingTrace trace =
        SyntheticBreathing.regular(BreathShape.QUIET, 20).record(Recorder.PERFECT);

    assertThatThrownBy(() -> BreathingStatistics.of(new BreathingCycles(trace, List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the trace has no breath");
  }
}
