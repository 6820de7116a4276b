package org.breathline.exchange.segmentation;

import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.StructureType;

/**
 * One segment of a segmentation.
 *
 * @param name what it is called, 1 to 64 characters
 * @param type what it is for
 * @param mask its voxels, on the grid of the images that it is on
 */
public record Segment(String name, StructureType type, RunLengthMask mask) {

  /** Checks the name. */
  public Segment {
    if (name.isBlank() || name.length() > 64) {
      throw new IllegalArgumentException(
          "a segment's name has 1 to 64 characters, not " + name.length());
    }
  }
}
