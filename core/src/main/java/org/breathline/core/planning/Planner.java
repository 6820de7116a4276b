package org.breathline.core.planning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.planning.template.Delivery;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.Segment;
import org.breathline.core.treatment.SegmentSampling;
import org.breathline.core.treatment.TreatmentPlan;

/** Makes plans. The same request gives the same plan. */
public final class Planner {

  private Planner() {}

  /**
   * Makes a plan.
   *
   * @throws PlanRefusedException if none can be made of what is given
   * @throws IOException if the dose cannot be calculated
   */
  public static FinishedPlan plan(PlanRequest request, Progress progress)
      throws PlanRefusedException, IOException {
    PlanProblem problem = new PlanProblem(request);
    BeamPlacement placement = new BeamPlacement(request);
    ShapedBeams shaped =
        request.template().delivery() == Delivery.CONFORMAL
            ? new ConformalPlanning(problem, placement).shape(progress)
            : new ModulatedPlanning(problem, placement.beams()).shape(progress);
    return finish(problem, shaped, progress);
  }

  /** The plan's own dose, scaled. */
  private static FinishedPlan finish(PlanProblem problem, ShapedBeams shaped, Progress progress)
      throws PlanRefusedException, IOException {
    PlanRequest request = problem.request();
    int fractions = request.template().protocol().fractions();
    FloatVolume dose =
        request.scenarios().getFirst().dose().dose(segments(shaped.beams(), fractions), progress);
    PlanVoxels voxels = problem.voxels();
    double scale = voxels.scale(request.template().scale(), voxels.doseOf(dose));
    for (int voxel = 0; voxel < dose.values().length; voxel++) {
      dose.values()[voxel] *= (float) scale;
    }
    List<Beam> beams =
        shaped.beams().stream()
            .map(beam -> beam.withMonitorUnits(scale * beam.monitorUnits()))
            .toList();
    return new FinishedPlan(
        TreatmentPlan.of(
            request.template().name(),
            request.template().protocol().target(),
            request.template().protocol().prescriptionGy(),
            fractions,
            beams),
        dose,
        shaped.fluence(),
        shaped.beforeSequencing(),
        voxels.judge(request.template().protocol().goals(), voxels.doseOf(dose)),
        voxels.missing(),
        shaped.objective(),
        shaped.violation());
  }

  /** The standing segments of beams, with the monitor units of all fractions. */
  static List<Segment> segments(List<Beam> beams, int fractions) {
    List<Segment> all = new ArrayList<>();
    for (Beam beam : beams) {
      for (Segment segment : beam.segments(SegmentSampling.USUAL)) {
        all.add(
            new Segment(segment.frame(), segment.aperture(), fractions * segment.monitorUnits()));
      }
    }
    return all;
  }
}
