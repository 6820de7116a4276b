package org.breathline.study.register;

import java.util.List;
import org.breathline.core.registration.LevelReport;
import org.breathline.core.registration.TargetRegistrationError;
import org.breathline.study.output.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What a registration gave; the JSON of {@code register --fixed --moving --json}.
 *
 * @param result the field's file
 * @param fieldSize points of the field along its axes
 * @param fieldSpacingMm from point to point along its axes
 * @param meanDisplacementMm over all points of the field
 * @param greatestDisplacementMm over all points of the field
 * @param unfolded places (3 mm) where the field had to be smoothed to be one to one
 * @param verdict of the quality gate: pass, warn or refuse
 * @param findings what is not as it should be
 * @param levels what happened, coarse to fine, part by part
 * @param landmarks the error at landmarks, if there were any
 * @param provenance how it came to be
 */
public record RegisterPairSummary(
    String result,
    List<Integer> fieldSize,
    List<Double> fieldSpacingMm,
    double meanDisplacementMm,
    double greatestDisplacementMm,
    int unfolded,
    String verdict,
    List<String> findings,
    List<LevelReport> levels,
    @Nullable Landmarks landmarks,
    Provenance provenance) {

  /** Copies the lists. */
  public RegisterPairSummary {
    fieldSize = List.copyOf(fieldSize);
    fieldSpacingMm = List.copyOf(fieldSpacingMm);
    findings = List.copyOf(findings);
    levels = List.copyOf(levels);
  }

  /**
   * The error at landmarks.
   *
   * @param before how far they move
   * @param after how far the field takes them from where they are
   */
  public record Landmarks(TargetRegistrationError before, TargetRegistrationError after) {}
}
