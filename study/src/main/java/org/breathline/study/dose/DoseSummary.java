package org.breathline.study.dose;

import java.util.List;
import java.util.Locale;
import org.breathline.core.evaluation.GoalResult;
import org.breathline.core.geometry.Grid;
import org.breathline.core.treatment.ControlPoint;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.Block.Notice;
import org.jspecify.annotations.Nullable;

/**
 * A plan's dose in figures; the JSON of {@code dose --json} and dose.json.
 *
 * @param result the folder
 * @param machine what the machine is called that it was calculated with
 * @param fractions of the plan, one group after the other
 * @param prescriptionGy the highest dose that the plan prescribes to a target; absent where it says
 *     none
 * @param grid the dose's voxels
 * @param maximumGy the highest dose, Gy
 * @param beams in the order of the plan
 * @param structures those with contours, in the order of the structure set
 * @param protocol whose goals are judged; absent unless asked for
 * @param goals of the structures that are there
 * @param notJudged structures that the protocol speaks of and nobody contoured
 * @param notices what has to be known before relying on it
 * @param provenance how it came to be
 */
public record DoseSummary(
    String result,
    String machine,
    int fractions,
    @Nullable Double prescriptionGy,
    GridFigures grid,
    double maximumGy,
    List<BeamFigures> beams,
    List<StructureFigures> structures,
    @Nullable String protocol,
    List<GoalFigures> goals,
    List<String> notJudged,
    List<NoticeFigures> notices,
    Provenance provenance) {

  /** Copies the lists. */
  public DoseSummary {
    beams = List.copyOf(beams);
    structures = List.copyOf(structures);
    goals = List.copyOf(goals);
    notJudged = List.copyOf(notJudged);
    notices = List.copyOf(notices);
  }

  /**
   * The dose's voxels.
   *
   * @param spacingMm along all axes
   */
  public record GridFigures(int nx, int ny, int nz, double spacingMm) {

    static GridFigures of(Grid grid) {
      return new GridFigures(grid.nx(), grid.ny(), grid.nz(), grid.spacing().x());
    }
  }

  /**
   * A beam.
   *
   * @param number in the plan
   * @param technique what moves while it is on
   * @param quality its photons
   * @param gantryDeg where it begins, IEC 61217
   * @param gantryEndDeg where it ends
   * @param monitorUnits in a fraction
   * @param fractions in which it is given
   * @param segments into how many standing parts it was cut
   * @param frames from how many directions they come
   * @param maximumGy the highest dose that it gives in all of them
   */
  public record BeamFigures(
      int number,
      String technique,
      String quality,
      double gantryDeg,
      double gantryEndDeg,
      double monitorUnits,
      int fractions,
      int segments,
      int frames,
      double maximumGy) {

    static BeamFigures of(PlanDose.OfBeam given, int fractions) {
      List<ControlPoint> points = given.beam().controlPoints();
      return new BeamFigures(
          given.beam().number(),
          given.beam().technique().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          given.beam().quality().toString(),
          points.getFirst().gantry().degrees(),
          points.getLast().gantry().degrees(),
          given.beam().monitorUnits(),
          fractions,
          given.segments(),
          given.frames(),
          given.maximumGy());
    }
  }

  /**
   * How the plan does by a goal.
   *
   * @param goal as a file of goals has it
   * @param figure what was found, in the goal's unit
   * @param met whether the goal is met
   */
  public record GoalFigures(String goal, double figure, boolean met) {

    static GoalFigures of(GoalResult result) {
      return new GoalFigures(result.goal().toString(), result.figure(), result.met());
    }
  }

  /** Something to know: NOTE, WARNING or REFUSAL. */
  public record NoticeFigures(String severity, String message) {

    static NoticeFigures of(Notice notice) {
      return new NoticeFigures(notice.severity().name(), notice.text());
    }
  }
}
