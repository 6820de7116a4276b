package org.breathline.core.phantom.tg119;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.RunLengthMask;

/**
 * A phantom to plan on.
 *
 * @param name what it is called
 * @param image HU
 * @param structures by name, on the image's grid, the outline first
 */
public record PlanningPhantom(
    String name, ShortVolume image, Map<String, RunLengthMask> structures) {

  /** Keeps a copy of the structures in their order. */
  public PlanningPhantom {
    structures = Collections.unmodifiableMap(new LinkedHashMap<>(structures));
  }
}
