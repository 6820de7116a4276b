package org.breathline.study.motion;

import java.time.Instant;
import org.breathline.core.motion.management.Decision;
import org.breathline.core.motion.management.Proposal;
import org.breathline.core.motion.management.Technique;
import org.breathline.study.UsageException;

/**
 * What a person decided about the motion.
 *
 * @param chosen the technique
 * @param by the person, as they wish to be recorded: a role is enough
 * @param because why; may be blank only where the proposal is followed
 */
public record DecisionRequest(Technique chosen, String by, String because) {

  /**
   * The decision about a proposal, made now.
   *
   * @throws UsageException if the person or, against the proposal, the reason is missing
   */
  Decision about(Proposal proposal) {
    try {
      return new Decision(proposal, chosen, by, Instant.now(), because);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--decide: " + e.getMessage() + " (--by, --because).");
    }
  }
}
