package org.breathline.study.simulate;

import java.io.IOException;
import java.util.Optional;
import org.breathline.core.motion.ThoraxMotion;
import org.breathline.core.progress.Progress;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.phases.RegisteredPhases;
import org.breathline.study.register.JudgedPhases;
import org.breathline.study.report.RegistrationResult;

/**
 * What follows from whole phases: the motion of the chest, and the registration of every phase with
 * one. Holds no volumes.
 *
 * @param thorax lungs and domes
 * @param registration the fields, judged; empty where it was not asked for
 */
record FollowedMotion(ThoraxMotion thorax, Optional<RegistrationResult> registration) {

  static FollowedMotion of(LoadedPhases phases, boolean register, Progress progress)
      throws IOException {
    ThoraxMotion thorax = ThoraxMotion.of(phases.series(), progress);
    return new FollowedMotion(
        thorax,
        register
            ? Optional.of(
                JudgedPhases.of(
                    RegisteredPhases.register(phases, RegisteredPhases.REFERENCE_PERCENT, progress),
                    progress))
            : Optional.empty());
  }
}
