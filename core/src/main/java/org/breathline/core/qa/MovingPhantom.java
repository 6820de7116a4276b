package org.breathline.core.qa;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A motion platform with its inserts, and how well a scan has to show them.
 *
 * @param motion what the platform was told to do
 * @param inserts what it moves; at least one, names differing
 * @param tolerances of the figures
 */
public record MovingPhantom(ProgrammedMotion motion, List<Insert> inserts, Tolerances tolerances) {

  /** Copies the list; throws {@link IllegalArgumentException}. */
  public MovingPhantom {
    inserts = List.copyOf(inserts);
    Set<String> names = inserts.stream().map(Insert::name).collect(Collectors.toSet());
    if (inserts.isEmpty() || names.size() != inserts.size()) {
      throw new IllegalArgumentException("a phantom needs inserts, each with a name of its own");
    }
  }
}
