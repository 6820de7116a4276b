package org.breathline.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.breathline.core.evaluation.GoalResult;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.planning.motion.ShiftedDose;
import org.breathline.core.planning.optimisation.Robustness;
import org.breathline.core.planning.template.PlanTemplate;
import org.breathline.core.progress.Progress;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.PatientPosition;
import org.breathline.core.treatment.Technique;
import org.junit.jupiter.api.Test;

/** A ball off the middle of a cylinder of water, an organ beside it. */
final class PlannerTest {

  private static final String ASKED =
      """
      name: A ball
      protocol: lung-60-30
      margin: 6 mm
      scale: PTV: D95% >= 60 Gy
      structure Rest = External - PTV grown 10
      objective PTV: deviation 61.5 weight 1000
      objective Cord: over 30 weight 300
      objective Rest: over 30 weight 50
      """;

  private final Grid grid =
      new Grid(31, 25, 13, new Vector3(-120, -96, -48), new Vector3(8, 8, 8), Orientation.AXIAL);
  private final RunLengthMask external =
      RunLengthMask.of(grid, o -> Math.hypot(grid.point(o).x() / 115, grid.point(o).y() / 90) <= 1);
  private final Map<String, RunLengthMask> structures =
      Map.of(
          "External", external,
          "PTV", ball(-40, 0, 24),
          "Cord", ball(0, 40, 12));

  private RunLengthMask ball(double x, double y, double radius) {
    Vector3 centre = new Vector3(x, y, 0);
    return RunLengthMask.of(grid, o -> grid.point(o).minus(centre).length() <= radius);
  }

  @Test
  void aConformalPlanCoversTheTargetAndItsFieldsWithinEvenTheDose() throws Exception {
    String asked = ASKED + "delivery: conformal\ngantry: 180 270\n";
    FinishedPlan open = plan(asked + "segments: 1\n");
    FinishedPlan wedged = plan(asked + "segments: 3\n");

    assertThat(open.plan().beams()).allMatch(b -> b.technique() == Technique.STATIC);
    assertThat(figure(open, "PTV", "D95%")).isCloseTo(60, within(0.01));
    assertThat(figure(wedged, "PTV", "D95%")).isCloseTo(60, within(0.01));
    // Two beams at right angles: hot where both enter, unless something does a wedge's work.
    assertThat(figure(wedged, "PTV", "Dmax")).isLessThan(figure(open, "PTV", "Dmax") - 2);
    assertThat(wedged.missing()).contains("Heart", "Esophagus", "Lungs-GTV");
  }

  @Test
  void segmentsAndSlidingWindowsGiveWhatTheFluencePromised() throws Exception {
    String asked = ASKED + "gantry: 180 225 270 315 0\nsegments: 8\n";
    FinishedPlan segments = plan(asked + "delivery: step-and-shoot\n");
    FinishedPlan sweeps = plan(asked + "delivery: sliding-window\n");

    assertThat(segments.plan().beams())
        .extracting(Beam::technique)
        .contains(Technique.STEP_AND_SHOOT);
    assertThat(sweeps.plan().beams()).allMatch(b -> b.technique() == Technique.SLIDING_WINDOW);
    for (FinishedPlan plan : new FinishedPlan[] {segments, sweeps}) {
      assertThat(figure(plan, "PTV", "D95%")).isCloseTo(60, within(0.01));
      assertThat(figure(plan, "PTV", "Dmax")).isLessThan(66);
      assertThat(figure(plan, "Cord", "Dmax")).isLessThan(36);
      assertThat(plan.fluence()).hasSize(5);
      assertThat(plan.beforeSequencing()).hasSameSizeAs(plan.goals());
    }
  }

  @Test
  void theSameRequestGivesTheSamePlan() throws Exception {
    String asked = ASKED + "gantry: 200 300\nsegments: 4\ndelivery: step-and-shoot\n";

    assertThat(plan(asked).plan()).isEqualTo(plan(asked).plan());
  }

  @Test
  void anglesAreMirroredForATargetOfTheOtherSide() throws Exception {
    String asked = ASKED + "gantry: 200 300\ndelivery: conformal\nsegments: 1\n";

    assertThat(plan(asked + "side: right\n").plan().beams())
        .extracting(Beam::name)
        .containsExactly("G200", "G300");
    assertThat(plan(asked + "side: left\n").plan().beams())
        .extracting(Beam::name)
        .containsExactly("G160", "G060");
  }

  @Test
  void aRobustPlanIsBetterInTheWorstOfItsScenarios() throws Exception {
    String asked = ASKED.replace("margin: 6", "margin: 2");
    asked = asked + "gantry: 180 225 270 315 0\nsegments: 8\ndelivery: step-and-shoot\n";
    PlanTemplate template = PlanTemplate.read(new StringReader(asked), "ball");
    DoseModel still = new WaterDose(external);
    DoseModel shifted = new ShiftedDose(still, new Vector3(0, 6, 0));
    PlanRequest nominal =
        PlanRequest.of(template, structures, PatientPosition.HFS, Tg119PlanTest.MACHINE, still);
    PlanRequest robust =
        new PlanRequest(
            template,
            structures,
            PatientPosition.HFS,
            Tg119PlanTest.MACHINE,
            List.of(new PlanScenario("still", 1, still), new PlanScenario("shifted", 1, shifted)),
            new Robustness.WorstCase(10));

    assertThat(coldest(robust, shifted)).isGreaterThan(coldest(nominal, shifted) + 1);
  }

  /** D98 of the target in a dose, all plans scaled alike without it. */
  private static double coldest(PlanRequest request, DoseModel model) throws Exception {
    FinishedPlan plan = Planner.plan(request, Progress.SILENT);
    int fractions = request.template().protocol().fractions();
    PlanVoxels voxels = new PlanVoxels(request.template(), request.structures());
    float[] dose =
        voxels.doseOf(
            model.dose(Planner.segments(plan.plan().beams(), fractions), Progress.SILENT));
    return voxels.histogram("PTV", dose).orElseThrow().doseAtPercent(98);
  }

  private FinishedPlan plan(String template) throws Exception {
    return Planner.plan(
        PlanRequest.of(
            PlanTemplate.read(new StringReader(template), "ball"),
            structures,
            PatientPosition.HFS,
            Tg119PlanTest.MACHINE,
            new WaterDose(external)),
        Progress.SILENT);
  }

  private static double figure(FinishedPlan plan, String structure, String metric) {
    return plan.goals().stream()
        .filter(g -> g.goal().structure().equals(structure))
        .filter(g -> g.goal().metric().toString().equals(metric))
        .mapToDouble(GoalResult::figure)
        .findFirst()
        .orElseThrow();
  }
}
