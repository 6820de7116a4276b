package org.breathline.study.simulate;

import java.util.List;
import java.util.Optional;
import org.breathline.core.motion.ThoraxMotion;
import org.breathline.study.motion.MotionSummary;
import org.breathline.study.report.Block;
import org.breathline.study.report.RegistrationResult;
import org.breathline.study.target.TargetSummary;

/**
 * What whole phases tell: motion, the fields, the target. Holds no volumes.
 *
 * @param thorax lungs and domes
 * @param summary every figure of the motion
 * @param sections of the report about what moves
 * @param fieldSections of the report about what fields tell beyond it
 * @param registration the fields, judged; empty where they were not made
 * @param target that was made; empty if none was asked for, or was refused
 * @param repairs of phases; empty unless they were asked for
 * @param notices about the target
 */
record MotionResult(
    ThoraxMotion thorax,
    MotionSummary summary,
    List<Block> sections,
    List<Block> fieldSections,
    Optional<RegistrationResult> registration,
    Optional<Target> target,
    List<RepairSummary> repairs,
    List<Block.Notice> notices) {

  /**
   * A target.
   *
   * @param summary every figure of it
   * @param sections of the report about it
   */
  record Target(TargetSummary summary, List<Block> sections) {

    Target {
      sections = List.copyOf(sections);
    }
  }

  MotionResult {
    sections = List.copyOf(sections);
    fieldSections = List.copyOf(fieldSections);
    repairs = List.copyOf(repairs);
    notices = List.copyOf(notices);
  }
}
