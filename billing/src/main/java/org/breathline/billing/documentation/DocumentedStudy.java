package org.breathline.billing.documentation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breathline.billing.claim.ClaimFormatException;
import org.breathline.billing.documentation.ChainEntry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Evidence and statements together, recorded in a chain, and what they amount to.
 *
 * @param evidence what the simulation left
 * @param stated what persons said
 * @param chain both, and every signature with what it saw
 * @param changes since signing
 * @param documentation whether it may be billed
 */
public record DocumentedStudy(
    EvidenceRecord evidence,
    Supplement stated,
    EvidenceChain chain,
    List<Staleness.Change> changes,
    Documentation documentation) {

  /**
   * Records what is not recorded yet and judges it all. A signature that is recorded already keeps
   * what it saw then: only a new one sees what is there now.
   *
   * @param earlier the chain so far; a broken one is continued as it is, and said to be broken
   * @param at when
   * @throws ClaimFormatException if the chain holds what it cannot
   */
  public static DocumentedStudy record(
      EvidenceRecord evidence, Supplement stated, EvidenceChain earlier, Instant at)
      throws ClaimFormatException {
    Optional<EvidenceChain.Break> broken = earlier.verify();
    EvidenceChain chain = earlier.plus(at, missing(evidence, stated, earlier));
    List<FrozenSign> signed = chain.contents(Kind.SIGNATURE, FrozenSign.class);
    List<Supplement.Sign> signs = new ArrayList<>(stated.reviews());
    if (stated.signature() != null) {
      signs.add(stated.signature());
    }
    for (Supplement.Sign sign : signs) {
      if (signed.stream().noneMatch(s -> s.is(sign))) {
        chain =
            chain.plus(
                at,
                List.of(
                    new EvidenceChain.Draft(
                        Kind.SIGNATURE, freeze(sign, evidence, stated, chain))));
      }
    }
    List<Staleness.Change> changes = Staleness.since(chain, seen(evidence, stated));
    return new DocumentedStudy(
        evidence, stated, chain, changes, DocumentationCheck.of(evidence, stated, changes, broken));
  }

  /** Whether something was edited after it was signed. */
  public boolean isStale() {
    return !changes.isEmpty();
  }

  private static List<EvidenceChain.Draft> missing(
      EvidenceRecord evidence, Supplement stated, EvidenceChain chain) throws ClaimFormatException {
    List<EvidenceChain.Draft> drafts = new ArrayList<>();
    List<SourceObject> recorded = chain.objects();
    evidence.objects().stream()
        .filter(o -> !recorded.contains(o))
        .forEach(o -> drafts.add(new EvidenceChain.Draft(Kind.OBJECT, o)));
    evidence.figures().forEach(f -> drafts.add(new EvidenceChain.Draft(Kind.FIGURE, f)));
    evidence
        .warnings()
        .forEach(w -> drafts.add(new EvidenceChain.Draft(Kind.WARNING, Map.of("words", w))));
    statements(stated)
        .forEach((name, said) ->
            drafts.add(new EvidenceChain.Draft(Kind.STATEMENT, Map.of(name, said))));
    return drafts.stream().filter(d -> d.kind() == Kind.OBJECT || !chain.holds(d)).toList();
  }

  private static Map<String, Object> statements(Supplement stated) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("order", stated.order());
    all.put("indication", stated.indication());
    all.put("technique", stated.technique());
    all.put("motion", stated.motion().isEmpty() ? null : stated.motion());
    all.put("decision", stated.decision());
    all.put("findings", stated.findings());
    all.put("planUse", stated.planUse());
    all.put("interpretation", stated.interpretation());
    Map<String, Object> said = new LinkedHashMap<>();
    all.forEach((name, value) -> {
      if (value != null) {
        said.put(name, value);
      }
    });
    return said;
  }

  private static FrozenSign freeze(
      Supplement.Sign sign, EvidenceRecord evidence, Supplement stated, EvidenceChain chain) {
    SortedMap<String, String> saw = new TreeMap<>();
    seen(evidence, stated).forEach(o -> saw.put(o.id(), o.sha256()));
    return new FrozenSign(sign.by(), sign.role(), sign.at(), sign.meaning(), saw, chain.head());
  }

  /** What a signature is under: the objects, and every statement as one. */
  private static List<SourceObject> seen(EvidenceRecord evidence, Supplement stated) {
    List<SourceObject> seen = new ArrayList<>(evidence.objects());
    statements(stated)
        .forEach((name, said) ->
            seen.add(
                new SourceObject(
                    "statement:" + name,
                    SourceObject.Role.STATEMENT,
                    null,
                    name,
                    0,
                    EvidenceChain.digestOf(said))));
    return seen;
  }
}
