package org.breathline.core.planning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.breathline.core.dose.InfluenceMatrix;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.planning.objective.DoseConstraint;
import org.breathline.core.planning.objective.DoseObjective;
import org.breathline.core.planning.optimisation.AugmentedLagrangian;
import org.breathline.core.planning.optimisation.DoseProblem;
import org.breathline.core.planning.optimisation.ProjectedLbfgs;
import org.breathline.core.planning.optimisation.Scenario;
import org.breathline.core.planning.template.Wish;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.Segment;

/** What a request asks for, as problems to solve, and doses to judge. */
final class PlanProblem {

  private static final int MEMORY = 10;
  private static final int MOST_ITERATIONS = 250;
  private static final double TOLERANCE = 3e-4;
  private static final int REFINING_ITERATIONS = 60;
  private static final double REFINING_TOLERANCE = 1e-3;
  private static final int MOST_DESCENTS = 8;
  private static final double FEASIBILITY = 0.1;

  private final PlanRequest request;
  private final PlanVoxels voxels;
  private final List<DoseObjective> objectives = new ArrayList<>();
  private final List<DoseConstraint> constraints = new ArrayList<>();

  PlanProblem(PlanRequest request) throws PlanRefusedException {
    this.request = request;
    this.voxels = new PlanVoxels(request.template(), request.structures());
    for (Wish wish : request.template().wishes()) {
      voxels
          .structure(wish.structure())
          .ifPresent(structure -> {
            switch (wish) {
              case Wish.Objective o ->
                  objectives.add(new DoseObjective(structure, o.function(), o.weight()));
              case Wish.Constraint c ->
                  constraints.add(new DoseConstraint(structure, c.function(), c.least(), c.most()));
            }
          });
    }
    if (objectives.isEmpty()) {
      throw new PlanRefusedException("no structure of any objective is contoured");
    }
  }

  PlanVoxels voxels() {
    return voxels;
  }

  PlanRequest request() {
    return request;
  }

  /** What beamlets do, in every scenario. */
  List<Scenario> scenarios(List<PlanBeam> beams, Progress progress) throws IOException {
    List<Scenario> scenarios = new ArrayList<>();
    for (PlanScenario scenario : request.scenarios()) {
      InfluenceMatrix influence = scenario.dose().influence(beams, voxels.offsets(), progress);
      scenarios.add(new Scenario(scenario.name(), scenario.probability(), influence));
    }
    return scenarios;
  }

  DoseProblem of(List<Scenario> scenarios) {
    return new DoseProblem(scenarios, request.robustness(), objectives, constraints);
  }

  /** The dose of segments at the voxels, in every scenario. */
  List<float[]> doses(List<Segment> segments, Progress progress) throws IOException {
    List<float[]> doses = new ArrayList<>();
    for (PlanScenario scenario : request.scenarios()) {
      FloatVolume whole = scenario.dose().dose(segments, progress);
      doses.add(voxels.doseOf(whole));
    }
    return doses;
  }

  /** How weights are found. */
  static AugmentedLagrangian method(String stage) {
    return new AugmentedLagrangian(
        new ProjectedLbfgs(MEMORY, MOST_ITERATIONS, TOLERANCE, stage), MOST_DESCENTS, FEASIBILITY);
  }

  /** How segments that are near to what is wanted are refined. */
  static AugmentedLagrangian refinement(String stage) {
    return new AugmentedLagrangian(
        new ProjectedLbfgs(MEMORY, REFINING_ITERATIONS, REFINING_TOLERANCE, stage),
        MOST_DESCENTS,
        FEASIBILITY);
  }
}
