package org.breathline.study.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.motion.ThoraxMotion;
import org.breathline.study.motion.MotionSummary;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.Block;
import org.breathline.study.report.FindingNotices;
import org.breathline.study.report.JsonNumbers;
import org.breathline.study.report.RegistrationFigures;
import org.breathline.study.report.SortingFigures;
import org.breathline.study.report.TraceFigures;
import org.breathline.study.target.TargetSummary;
import org.jspecify.annotations.Nullable;

/**
 * All figures of a simulation as JSON has them ({@code docs/schemas/simulation.schema.json}). Every
 * number is finite; what was not measured is absent. No patient data.
 *
 * @param provenance how they came to be
 * @param createdUtc when, ISO 8601
 * @param volume the grid of the phases
 * @param trace the breathing; absent for a 4DCT that the scanner sorted
 * @param sorting how the phases were sorted; absent for a 4DCT that the scanner sorted
 * @param phases in the order of the bins
 * @param fullestPhase the label of the phase with the largest lungs; absent if not measured
 * @param emptiestPhase the label of the phase with the smallest lungs; absent if not measured
 * @param chest how lungs and diaphragm move; absent if not measured
 * @param motion of structures, lungs and domes, as {@code motion --json} has it; absent if not
 *     measured
 * @param target as {@code itv --json} has it; absent unless one was asked for and made
 * @param repairs of phases with slabs that show another moment; absent unless asked for
 * @param registration of every phase with one; absent if not made
 * @param notices every finding, the gravest first
 */
public record SimulationFigures(
    Provenance provenance,
    String createdUtc,
    Volume volume,
    @Nullable TraceFigures trace,
    @Nullable SortingFigures sorting,
    List<PhaseFigures> phases,
    @Nullable String fullestPhase,
    @Nullable String emptiestPhase,
    @Nullable Chest chest,
    @Nullable MotionSummary motion,
    @Nullable TargetSummary target,
    @Nullable List<RepairSummary> repairs,
    @Nullable RegistrationFigures registration,
    List<Finding> notices) {

  /** The grid: columns, rows and slices, and their spacings. */
  public record Volume(
      int columns,
      int rows,
      int slices,
      double columnSpacingMm,
      double rowSpacingMm,
      double sliceSpacingMm) {}

  /** One phase; the volume is absent if not measured. */
  public record PhaseFigures(String label, @Nullable Double lungVolumeMl) {}

  /**
   * How the chest moves.
   *
   * @param tidalMl the lungs' air in the fullest phase less that in the emptiest
   * @param leftDomeMm how far the left dome of the diaphragm moves along the body
   * @param rightDomeMm how far the right one does
   */
  public record Chest(double tidalMl, @Nullable Double leftDomeMm, @Nullable Double rightDomeMm) {

    private static Chest of(ThoraxMotion thorax) {
      return new Chest(
          JsonNumbers.rounded(thorax.tidalMl()),
          thorax.leftDome().map(p -> JsonNumbers.rounded(p.peakToPeak().siMm())).orElse(null),
          thorax.rightDome().map(p -> JsonNumbers.rounded(p.peakToPeak().siMm())).orElse(null));
    }
  }

  /**
   * Something found.
   *
   * @param severity "note", "warning" or "refusal"
   */
  public record Finding(String severity, String message) {}

  private static List<Block.Notice> notices(SimulationResult result) {
    List<Block.Notice> notices = new ArrayList<>(result.notices());
    result.motion().ifPresent(m -> notices.addAll(m.notices()));
    return notices;
  }

  /** The figures of a result. */
  static SimulationFigures of(SimulationResult result) {
    return new SimulationFigures(
        result.provenance(),
        result.created().toString(),
        new Volume(
            result.grid().nx(),
            result.grid().ny(),
            result.grid().nz(),
            JsonNumbers.rounded(result.grid().spacing().x()),
            JsonNumbers.rounded(result.grid().spacing().y()),
            JsonNumbers.rounded(result.grid().spacing().z())),
        result.trace().map(TraceFigures::of).orElse(null),
        result.sorting().map(SortingFigures::of).orElse(null),
        result.phases().stream()
            .map(p ->
                new PhaseFigures(
                    p.label(), JsonNumbers.roundedOrAbsent(p.lungVolumeMl().orElse(Double.NaN))))
            .toList(),
        result.fullest().map(SimulationResult.Phase::label).orElse(null),
        result.emptiest().map(SimulationResult.Phase::label).orElse(null),
        result.motion().map(m -> Chest.of(m.thorax())).orElse(null),
        result.motion().map(MotionResult::summary).orElse(null),
        result
            .motion()
            .flatMap(MotionResult::target)
            .map(MotionResult.Target::summary)
            .orElse(null),
        result.motion().map(MotionResult::repairs).filter(r -> !r.isEmpty()).orElse(null),
        result
            .motion()
            .flatMap(MotionResult::registration)
            .map(RegistrationFigures::of)
            .orElse(null),
        FindingNotices.sorted(notices(result)).stream()
            .map(n -> new Finding(n.severity().name().toLowerCase(Locale.ROOT), n.text()))
            .toList());
  }
}
