package org.breathline.study.phantom;

import java.util.List;
import org.breathline.core.phantom.BreathingDrive;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.TimeInterval;

/**
 * The typical breath of a scan: at every phase, linear in time between ends of inhalation, the mean
 * state over the breaths that were scanned.
 */
final class NominalBreath {

  private final List<Breath> breaths;
  private final BreathingDrive drive;

  NominalBreath(BreathingCycles cycles, BreathingDrive drive, TimeInterval scan) {
    List<Breath> scanned =
        cycles.breaths().stream()
            .filter(b -> b.endS() > scan.startS() && b.startS() < scan.endS())
            .toList();
    List<Breath> trusted = scanned.stream().filter(Breath::trusted).toList();
    this.breaths = trusted.isEmpty() ? scanned : trusted;
    this.drive = drive;
  }

  /** The state at a phase, 0 to below 100 %. */
  MotionState at(double phasePercent) {
    double amplitude = 0;
    double lagged = 0;
    for (Breath breath : breaths) {
      MotionState state = drive.stateAt(breath.startS() + phasePercent / 100 * breath.periodS());
      amplitude += state.amplitude();
      lagged += state.lagged();
    }
    return new MotionState(amplitude / breaths.size(), lagged / breaths.size());
  }
}
