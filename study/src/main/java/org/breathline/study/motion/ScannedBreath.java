package org.breathline.study.motion;

import org.breathline.core.motion.BreathCurve;
import org.breathline.core.motion.BreathState;
import org.breathline.core.motion.ScannedStates;

/**
 * The breath that a scan was taken in.
 *
 * @param states of each part of every phase
 * @param mean over the breath
 */
public record ScannedBreath(ScannedStates states, BreathState mean) {

  /** One state a phase. */
  static ScannedBreath of(BreathCurve curve) {
    return new ScannedBreath(ScannedStates.of(curve), curve.mean());
  }
}
