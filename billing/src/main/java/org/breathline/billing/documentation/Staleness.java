package org.breathline.billing.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breathline.billing.claim.ClaimFormatException;

/**
 * Whether what was signed is still what is there. Report, evidence and claim rest on the same
 * signature, so they grow stale together.
 */
public final class Staleness {

  private Staleness() {}

  /**
   * What changed since a signature.
   *
   * @param by who signed
   * @param role as what
   * @param object its role and UID in words
   * @param what happened to it
   */
  public record Change(String by, String role, String object, What what) {

    /** In a sentence. */
    public String words() {
      return "The %s %s after the %s signed.".formatted(object, what.words, role);
    }
  }

  /** What may happen to an object. */
  public enum What {
    CHANGED("changed"),
    REMOVED("was removed"),
    ADDED("was added");

    private final String words;

    What(String words) {
      this.words = words;
    }
  }

  /**
   * Compares what every role's newest signature saw with what is there.
   *
   * @param chain with the signatures
   * @param now the objects of today
   * @return empty if nothing changed since, or nobody signed
   * @throws ClaimFormatException if the chain holds a signature that is none
   */
  public static List<Change> since(EvidenceChain chain, List<SourceObject> now)
      throws ClaimFormatException {
    List<Change> changes = new ArrayList<>();
    List<SourceObject> recorded = chain.objects();
    for (FrozenSign sign : newest(chain)) {
      sign.saw()
          .forEach((id, digest) -> {
            Optional<SourceObject> there = find(now, id);
            String words = words(there.or(() -> find(recorded, id)), id);
            if (there.isEmpty()) {
              changes.add(new Change(sign.by(), sign.role(), words, What.REMOVED));
            } else if (!there.get().sha256().equals(digest)) {
              changes.add(new Change(sign.by(), sign.role(), words, What.CHANGED));
            }
          });
      for (SourceObject object : now) {
        if (!sign.saw().containsKey(object.id())) {
          changes.add(
              new Change(
                  sign.by(), sign.role(), words(Optional.of(object), object.id()), What.ADDED));
        }
      }
    }
    return changes;
  }

  /** One a role: who signs anew has seen anew. */
  private static Iterable<FrozenSign> newest(EvidenceChain chain) throws ClaimFormatException {
    return chain.contents(ChainEntry.Kind.SIGNATURE, FrozenSign.class).stream()
        .collect(Collectors.toMap(FrozenSign::role, s -> s, (older, newer) -> newer))
        .values();
  }

  private static Optional<SourceObject> find(List<SourceObject> objects, String id) {
    return objects.stream().filter(o -> o.id().equals(id)).findFirst();
  }

  private static String words(Optional<SourceObject> object, String id) {
    return object.map(o -> o.role().words() + " " + o.uid()).orElse("object " + id);
  }
}
