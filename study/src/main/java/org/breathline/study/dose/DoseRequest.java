package org.breathline.study.dose;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.breathline.core.treatment.SegmentSampling;
import org.breathline.study.UsageException;

/**
 * Which dose is to be calculated.
 *
 * @param plan the RT Plan
 * @param ct the folder of the CT that it was made on
 * @param structures the RT Structure Set
 * @param machine the name of a machine that comes with the project, or a machine file; empty: as
 *     the plan's beams say
 * @param calibration the scanner's table from HU to densities; empty: a generic one
 * @param protocol the name of a protocol, or a file of goals; empty: none is judged
 * @param gridMm distance of the dose's voxels along all axes, mm, {@value #FINEST_MM} to {@value
 *     #COARSEST_MM}
 */
public record DoseRequest(
    Path plan,
    Path ct,
    Path structures,
    Optional<String> machine,
    Optional<Path> calibration,
    Optional<String> protocol,
    double gridMm) {

  /** The finest grid, mm. */
  public static final double FINEST_MM = 1;

  /** The coarsest grid, mm. */
  public static final double COARSEST_MM = 10;

  /** The grid when nothing else is asked for, mm. */
  public static final double USUAL_MM = 2.5;

  /** How moving beams are cut into standing ones. */
  static final SegmentSampling SAMPLING = SegmentSampling.USUAL;

  /** Checks the grid; throws {@link UsageException}. */
  public DoseRequest {
    if (!(gridMm >= FINEST_MM && gridMm <= COARSEST_MM)) {
      throw new UsageException(
          "The dose grid is %.0f to %.0f mm, not %s.".formatted(FINEST_MM, COARSEST_MM, gridMm));
    }
  }

  /** What is read, and must not be replaced by results. */
  Path[] files() {
    return Stream.concat(Stream.of(plan, ct, structures), calibration.stream())
        .toArray(Path[]::new);
  }

  Map<String, Object> parameters(PlannedMachine chosen) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("machine", chosen.machine().name());
    parameters.put("calibration", calibration.isPresent() ? "file" : "generic");
    parameters.put("protocol", protocol.orElse("none"));
    parameters.put("gridMm", gridMm);
    parameters.put("leafStepMm", SAMPLING.leafStepMm());
    parameters.put("turnDeg", SAMPLING.turnDeg());
    return parameters;
  }
}
