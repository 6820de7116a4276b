package org.breathline.core.planning.motion;

import java.util.List;
import org.breathline.core.planning.DoseModel;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.target.BreathingMargin;

/**
 * What a strategy chooses from.
 *
 * @param phases of the breath
 * @param reference what beams do to the anatomy that structures are drawn on: the mid-ventilation
 *     phase
 * @param average what beams do to the mean of all phases
 * @param overridden the same, where the target is wherever it ever is as dense as the target
 * @param clinicalTarget on the reference
 * @param internalTarget where the clinical target ever is
 * @param margins around both, which the same errors give
 */
public record BreathingPatient(
    List<BreathingPhase> phases,
    DoseModel reference,
    DoseModel average,
    DoseModel overridden,
    RunLengthMask clinicalTarget,
    RunLengthMask internalTarget,
    BreathingMargin margins) {

  /** Keeps a copy of the list. */
  public BreathingPatient {
    phases = List.copyOf(phases);
  }

  /** The dose accumulated over the breath. */
  public DoseModel accumulated() {
    return new BreathingDose(reference.grid(), phases);
  }
}
