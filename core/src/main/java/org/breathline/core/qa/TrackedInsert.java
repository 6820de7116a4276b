package org.breathline.core.qa;

import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Vector3;

/**
 * An insert through the phases of a scan.
 *
 * @param insert which
 * @param phases one a phase of the scan, in its order
 * @param middle its centre in the middle of the motion; empty if it is seen in no phase
 * @param lagPercent by how much of a cycle the scan's phases lag behind the programmed motion; NaN
 *     if it is seen in less than three phases
 * @param lagUncertaintyPercent its standard uncertainty
 */
public record TrackedInsert(
    Insert insert,
    List<Phase> phases,
    Optional<Vector3> middle,
    double lagPercent,
    double lagUncertaintyPercent) {

  /**
   * An insert in a phase.
   *
   * @param percent the phase
   * @param programmed what the motion is in it
   * @param seen what the scan shows; empty if it is not found near its path
   * @param alongMm its place along the axis from the middle of the motion; NaN if it is not found
   * @param offAxisMm its distance from the line of the motion; NaN if it is not found
   */
  public record Phase(
      double percent,
      ProgrammedMotion.InPhase programmed,
      Optional<InsertInPhase> seen,
      double alongMm,
      double offAxisMm) {

    /** How far it is from where it should be, along the axis. */
    public double residualMm() {
      return alongMm - programmed.meanMm();
    }
  }

  /** Copies the list. */
  public TrackedInsert {
    phases = List.copyOf(phases);
  }

  /** The phases in which it is seen. */
  public List<Phase> seen() {
    return phases.stream().filter(p -> p.seen().isPresent()).toList();
  }

  /** From its lowest to its highest place along the axis; NaN if it is not seen. */
  public double amplitudeMm() {
    return seen().stream().mapToDouble(Phase::alongMm).max().orElse(Double.NaN)
        - seen().stream().mapToDouble(Phase::alongMm).min().orElse(Double.NaN);
  }

  /** The same of the programmed motion, blurred as the phases blur it. */
  public double expectedAmplitudeMm() {
    return phases.stream().mapToDouble(p -> p.programmed().meanMm()).max().orElse(Double.NaN)
        - phases.stream().mapToDouble(p -> p.programmed().meanMm()).min().orElse(Double.NaN);
  }
}
