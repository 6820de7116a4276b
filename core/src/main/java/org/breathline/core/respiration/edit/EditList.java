package org.breathline.core.respiration.edit;

import java.util.List;
import org.breathline.core.respiration.BreathingCycles;

/**
 * Edits of one trace's breaths, in the order in which they apply.
 *
 * @param trace the trace they belong to
 * @param edits in their order
 */
public record EditList(TraceFingerprint trace, List<BreathEdit> edits) {

  /** Copies the list. */
  public EditList {
    edits = List.copyOf(edits);
  }

  /**
   * Applies the edits, one after the other. Turns must alternate when all are done, so that a
   * breath can be added with two edits. A breath with a turn that was edited is trusted: somebody
   * looked. Between two runs of breaths that did not touch there still is no breath, unless turns
   * were added there.
   *
   * @throws EditRefused in words if the edits belong to another trace, one names a turn that isn't
   *     there or lies outside the trace, or the turns do not alternate at the end
   */
  public BreathingCycles apply(BreathingCycles detected) throws EditRefused {
    TraceFingerprint found = TraceFingerprint.of(detected.trace());
    if (!found.equals(trace)) {
      throw new EditRefused(
          "the edits belong to another trace (%s), or to the same one turned over; this is %s"
              .formatted(trace, found));
    }
    TurnSequence turns = new TurnSequence(detected);
    for (BreathEdit edit : edits) {
      turns.apply(edit);
    }
    return new BreathingCycles(detected.trace(), turns.breaths());
  }
}
