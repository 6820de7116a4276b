package org.breathline.core.registration.quality;

import java.util.List;

/**
 * What the gate says of a field.
 *
 * @param outcome the gravest of the findings; PASS without any
 * @param findings the gravest first
 * @param proposed the uncertainty level that the figures speak for; a person decides
 * @param reason what the proposal rests on, in words
 */
public record QualityVerdict(
    Outcome outcome, List<QualityFinding> findings, UncertaintyLevel proposed, String reason) {

  /** Copies the list. */
  public QualityVerdict {
    findings = List.copyOf(findings);
  }
}
