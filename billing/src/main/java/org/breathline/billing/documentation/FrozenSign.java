package org.breathline.billing.documentation;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A review or signature with what it saw.
 *
 * @param by who
 * @param role such as physician
 * @param signedAt when, as stated
 * @param meaning what it stands for
 * @param saw the SHA-256 of every object and statement there was, by its id
 * @param head the digest of the chain that was signed
 */
public record FrozenSign(
    String by,
    String role,
    String signedAt,
    String meaning,
    SortedMap<String, String> saw,
    String head) {

  /** Copies; nothing seen is an empty map. */
  @SuppressWarnings("NullAway") // a file may leave it out
  public FrozenSign {
    saw = saw == null ? new TreeMap<>() : new TreeMap<>(saw);
  }

  /** Whether it is the same act as a stated one. */
  boolean is(Supplement.Sign sign) {
    return by.equals(sign.by())
        && role.equals(sign.role())
        && signedAt.equals(sign.at())
        && meaning.equals(sign.meaning());
  }
}
