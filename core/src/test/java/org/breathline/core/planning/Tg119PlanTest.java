package org.breathline.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Objects;
import java.util.stream.IntStream;
import org.breathline.core.evaluation.GoalResult;
import org.breathline.core.phantom.tg119.PlanningPhantom;
import org.breathline.core.phantom.tg119.Tg119;
import org.breathline.core.planning.sequencing.LeafLimits;
import org.breathline.core.planning.template.PlanTemplate;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.BeamQuality;
import org.breathline.core.treatment.MultileafCollimator;
import org.breathline.core.treatment.PatientPosition;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report's tests, planned in water by formula. */
final class Tg119PlanTest {

  private static final double SPACING_MM = 8;

  /** Sixty pairs: forty of 5 mm between twenty of 10 mm. */
  static final DeliveryMachine MACHINE =
      new DeliveryMachine(
          "generic",
          BeamQuality.X6,
          1000,
          new MultileafCollimator(
              MultileafCollimator.Travel.X,
              IntStream.rangeClosed(0, 60)
                  .mapToDouble(i -> i < 10 ? -200 + 10 * i : i <= 50 ? 5 * (i - 30) : 10 * (i - 40))
                  .toArray()),
          new LeafLimits(true, 0.6, 25),
          600);

  @Tag("full")
  @Test
  void theGoalsOfTheCShapeAreMetBeforeAndAfterSequencing() throws Exception {
    FinishedPlan plan = plan(Tg119.C_SHAPE, "tg119-c-shape");

    assertThat(plan.missing()).isEmpty();
    assertThat(plan.beforeSequencing()).hasSize(3).allMatch(GoalResult::met);
    assertThat(plan.goals()).hasSize(3).allMatch(GoalResult::met);
    record(plan);
  }

  @Tag("full")
  @ParameterizedTest
  @CsvSource({
    "MULTI_TARGET, tg119-multi-target",
    "PROSTATE, tg119-prostate",
    "HEAD_NECK, tg119-head-neck"
  })
  void theGoalsOfTheOthersAreMetBeforeAndAfterSequencing(Tg119 test, String template)
      throws Exception {
    FinishedPlan plan = plan(test, template);

    assertThat(plan.missing()).isEmpty();
    assertThat(plan.beforeSequencing()).allMatch(GoalResult::met);
    assertThat(plan.goals()).allMatch(GoalResult::met);
    record(plan);
  }

  @Test
  void aPlanWithoutItsTargetIsRefused() {
    PlanningPhantom phantom = Tg119.PROSTATE.phantom(SPACING_MM);

    assertThatExceptionOfType(PlanRefusedException.class)
        .isThrownBy(() -> plan(phantom, "tg119-multi-target"))
        .withMessageContaining("there is no target");
  }

  private static FinishedPlan plan(Tg119 test, String template) throws Exception {
    return plan(test.phantom(SPACING_MM), template);
  }

  private static FinishedPlan plan(PlanningPhantom phantom, String template) throws Exception {
    return Planner.plan(
        PlanRequest.of(
            PlanTemplate.builtIn(template).orElseThrow(),
            phantom.structures(),
            PatientPosition.HFS,
            MACHINE,
            new WaterDose(Objects.requireNonNull(phantom.structures().get(PlanRequest.EXTERNAL)))),
        Progress.SILENT);
  }

  private static void record(FinishedPlan plan) {
    for (GoalResult result : plan.goals()) {
      ValidationRecord.write(
          "planning",
          plan.plan().label()
              + ", water by formula, segments: "
              + result.goal().structure()
              + " "
              + result.goal().metric(),
          result.figure(),
          "AAPM TG-119 (Ezzell 2009)",
          result.goal().relation().symbol() + " " + result.goal().value(),
          result.goal().metric().unit().symbol());
    }
  }
}
