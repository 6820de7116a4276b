package org.breathline.study.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.breathline.core.geometry.Grid;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.Block;
import org.breathline.study.report.BreathingResult;
import org.breathline.study.report.Cut;
import org.breathline.study.report.SortingResult;

/**
 * All that a simulation found, for its report. It holds cuts, not volumes.
 *
 * @param provenance how it came to be
 * @param created when
 * @param identity whose scan it is; shown in the report and nowhere else
 * @param grid of the phase volumes
 * @param trace the breathing; empty for a 4DCT that the scanner sorted
 * @param sorting how the phases were sorted; empty for a 4DCT that the scanner sorted
 * @param phases one a bin, in the order of the bins
 * @param projections over the phases
 * @param motion what whole phases tell; empty where a phase has gaps
 * @param notices every finding of every step
 */
record SimulationResult(
    Provenance provenance,
    Instant created,
    Identity identity,
    Grid grid,
    Optional<BreathingResult> trace,
    Optional<SortingResult> sorting,
    List<Phase> phases,
    List<Projection> projections,
    Optional<MotionResult> motion,
    List<Block.Notice> notices) {

  private static final Comparator<Phase> BY_VOLUME =
      Comparator.comparingDouble(p -> p.lungVolumeMl().orElse(Double.NaN));

  /**
   * Whose scan it is, as far as the files say.
   *
   * @param patientId (0010,0020)
   * @param scanDate the day of the scan
   */
  public record Identity(Optional<String> patientId, Optional<LocalDate> scanDate) {}

  /**
   * One phase.
   *
   * @param label such as "30 %"
   * @param coronal a cut from side to side
   * @param sagittal a cut from front to back
   * @param lungVolumeMl connected air inside the body, airways included; empty if not measured
   */
  public record Phase(String label, Cut coronal, Cut sagittal, OptionalDouble lungVolumeMl) {}

  /**
   * A projection over the phases.
   *
   * @param name "MIP", "MinIP" or "Average"
   */
  public record Projection(String name, Cut coronal, Cut sagittal) {}

  /** Copies the lists. */
  public SimulationResult {
    phases = List.copyOf(phases);
    projections = List.copyOf(projections);
    notices = List.copyOf(notices);
  }

  /** The phase with the largest lungs, if volumes were measured. */
  public Optional<Phase> fullest() {
    return measured().max(BY_VOLUME);
  }

  /** The phase with the smallest lungs, if volumes were measured. */
  public Optional<Phase> emptiest() {
    return measured().min(BY_VOLUME);
  }

  private Stream<Phase> measured() {
    return phases.stream().filter(p -> p.lungVolumeMl().isPresent());
  }
}
