package org.breathline.core.planning.sequencing;

import java.util.List;

/**
 * A sliding window: leaves that cross the field once while the beam is on.
 *
 * @param weight fluence that an open beam would give meanwhile, in the unit of the beamlets'
 *     weights
 * @param moments where leaves stand from the start to the end, in equal steps of fluence; they move
 *     evenly in between
 */
public record LeafSweep(double weight, List<LeafShape> moments) {

  /** Keeps a copy of the list. */
  public LeafSweep {
    moments = List.copyOf(moments);
  }
}
