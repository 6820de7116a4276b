package org.breathline.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.breathline.core.evaluation.DoseMetric.Unit;
import org.breathline.core.evaluation.PlanGoal.Priority;
import org.breathline.core.evaluation.PlanGoal.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goals as data: what is built in reads, and what makes no sense is refused by its line. */
final class PlanProtocolTest {

  @SuppressWarnings("unused") // named by an annotation
  static final List<String> BUILT_IN = PlanProtocol.BUILT_IN;

  @ParameterizedTest
  @FieldSource("BUILT_IN")
  void everyBuiltInProtocolReadsAndSaysItsSource(String name) throws IOException {
    PlanProtocol protocol = PlanProtocol.builtIn(name).orElseThrow();
    assertThat(protocol.source()).isNotBlank();
    assertThat(protocol.goals()).anyMatch(g -> g.structure().equals(protocol.target()));
    for (PlanGoal goal : protocol.goals()) {
      String text = "name: x\nprescription: 1 Gy in 1 to y\n" + goal;
      assertThat(PlanProtocol.read(new StringReader(text), "again").goals()).containsExactly(goal);
    }
  }

  @Test
  void anUnknownProtocolIsNone() {
    assertThat(PlanProtocol.builtIn("../secret")).isEmpty();
  }

  @Test
  void aGoalIsReadAndJudged() {
    PlanProtocol lung = PlanProtocol.builtIn("lung-60-30").orElseThrow();
    assertThat(lung.prescriptionGy()).isEqualTo(60);
    assertThat(lung.fractions()).isEqualTo(30);
    PlanGoal v20 =
        new PlanGoal(
            "Lungs-GTV",
            new DoseMetric.VolumeAtDose(20, Unit.PERCENT),
            Relation.AT_MOST,
            37,
            Priority.MUST);
    assertThat(lung.goals()).contains(v20);
    GoalResult good = v20.judge(DoseVolumeHistogram.ofVoxels(new float[] {30, 1, 1, 1}, 1));
    assertThat(good.met()).isTrue();
    assertThat(good.figure()).isEqualTo(25);
    assertThat(v20.judge(DoseVolumeHistogram.ofVoxels(new float[] {30, 30}, 1)).met()).isFalse();
    assertThat(v20.isMetBy(37.001)).isTrue();
    assertThat(v20.isMetBy(37.1)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "must PTV D95% >= 50 Gy, 3",
    "must PTV: D95% > 50 Gy, 3",
    "must PTV: D95% >= fifty Gy, 3",
    "must PTV: D95% >= 50 %, 3",
    "must PTV: X95 >= 50 Gy, 3",
    "prescription: much, 3"
  })
  void aLineThatMakesNoSenseIsRefusedByItsNumber(String line, int number) {
    String text = "name: x\nprescription: 50 Gy in 25 to PTV\n" + line + "\n";
    assertThatExceptionOfType(PlanProtocolException.class)
        .isThrownBy(() -> PlanProtocol.read(new StringReader(text), "my.goals"))
        .withMessageStartingWith("my.goals, line " + number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"D95%", "D0.03cc", "V20Gy[%]", "V5Gy[cc]", "Dmean", "Dmax", "gEUD(-10)"})
  void aMetricIsWrittenAsItIsRead(String text) {
    assertThat(DoseMetric.parse(text)).hasToString(text);
  }
}
