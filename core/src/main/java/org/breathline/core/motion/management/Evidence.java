package org.breathline.core.motion.management;

import java.util.Optional;
import org.breathline.core.motion.MotionPath;
import org.breathline.core.motion.PeakToPeak;
import org.breathline.core.motion.SurrogateCorrelation;
import org.breathline.core.motion.TraceMotion;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingStatistics;

/**
 * What is known about a patient's motion; what is empty was not measured.
 *
 * @param target the path of the target's centroid in free breathing
 * @param trace the breaths of the external trace
 * @param correlation of the target with the trace
 * @param breathToBreath what the trace says about other breaths than the mean one
 * @param breathHolds repeated breath-hold scans
 * @param compressed the target's motion under abdominal compression
 */
public record Evidence(
    MotionPath target,
    Optional<BreathingCycles> trace,
    Optional<SurrogateCorrelation> correlation,
    Optional<TraceMotion> breathToBreath,
    Optional<BreathHoldScans> breathHolds,
    Optional<PeakToPeak> compressed) {

  /** What a 4DCT alone gives. */
  public static Evidence of(MotionPath target) {
    return new Evidence(
        target,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The figures of the breaths; empty without a trace or without breaths in it. */
  public Optional<BreathingStatistics> breathing() {
    return trace.filter(t -> !t.breaths().isEmpty()).map(BreathingStatistics::of);
  }
}
