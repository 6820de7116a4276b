package org.breathline.exchange.phase;

import static org.assertj.core.api.Assertions.assertThat;

import org.breathline.exchange.phase.RespiratoryMark.Amplitude;
import org.breathline.exchange.phase.RespiratoryMark.Phase;
import org.breathline.exchange.phase.RespiratoryMark.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhaseLabelTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30.0%                              | 30
          0.0%                               | 0
          Gated, 0.0%A                       | 0
          P4^P100^S300^I0, Gated, 50.0%A     | 50
          T=70%                              | 70
          4DCT Phase 90 %                    | 90
          100%                               | 0
          dose 50% Thorax 4D 20%             | 20
          12.5%                              | 12.5
          """)
  void readsAPhase(String label, double percent) {
    assertThat(PhaseLabel.parse(label, Source.SERIES_DESCRIPTION))
        .contains(new Phase(percent, Source.SERIES_DESCRIPTION));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          In 25%           | 25  | true
          Ex 25%           | 25  | false
          Thorax 100% In   | 100 | true
          4D 75% Ex        | 75  | false
          """)
  void neverTakesAnAmplitudeForAPhase(String label, double percent, boolean inhaling) {
    assertThat(PhaseLabel.parse(label, Source.SERIES_DESCRIPTION))
        .contains(new Amplitude(percent, inhaling, Source.SERIES_DESCRIPTION));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Thorax", "AVG", "kernel B30f", "450%", "30", "%"})
  void findsNothingWhereNothingIsSaid(String label) {
    assertThat(PhaseLabel.parse(label, Source.SERIES_DESCRIPTION)).isEmpty();
  }
}
