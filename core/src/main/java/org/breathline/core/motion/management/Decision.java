package org.breathline.core.motion.management;

import java.time.Instant;

/**
 * Which technique a person chose. The system never makes one: who and when are what it was told.
 *
 * @param proposal what the figures spoke for
 * @param chosen the technique
 * @param decidedBy the person, as they wish to be recorded; not blank
 * @param decidedAt when, as told
 * @param rationale why; may be blank only where the proposal is followed
 */
public record Decision(
    Proposal proposal, Technique chosen, String decidedBy, Instant decidedAt, String rationale) {

  /** Checks; throws {@link IllegalArgumentException} in words. */
  public Decision {
    if (decidedBy.isBlank()) {
      throw new IllegalArgumentException("a decision needs the person who made it");
    }
    if (chosen != proposal.proposed() && rationale.isBlank()) {
      throw new IllegalArgumentException(
          "a decision for %s against the proposal of %s needs a reason"
              .formatted(chosen.words(), proposal.proposed().words()));
    }
  }

  /** Whether the proposal was followed. */
  public boolean followsProposal() {
    return chosen == proposal.proposed();
  }
}
