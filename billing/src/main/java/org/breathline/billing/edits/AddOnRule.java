package org.breathline.billing.edits;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an add-on code needs.
 *
 * @param type 1: one of the primaries, a closed list; 2: primaries that the payer defines; 3: some
 *     primaries are listed, the payer may accept others
 * @param primaries the codes listed
 */
public record AddOnRule(int type, Set<String> primaries) {

  /** Copies the set. */
  public AddOnRule {
    primaries = Collections.unmodifiableSet(new TreeSet<>(primaries));
  }
}
