package org.breathline.study.documentation;

import java.util.List;
import org.breathline.study.output.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What a study amounts to as a bill; the JSON of {@code claim from --json} and documentation.json.
 * Nothing in it says whose it is.
 *
 * @param result the folder
 * @param billable whether a claim was written
 * @param answer the same in words
 * @param stale whether something was edited after it was signed
 * @param lacking what the documentation lacks
 * @param claimLacks what the claim lacks besides
 * @param remarks worth knowing, no reason against
 * @param figures how many the evidence has
 * @param objects how many they came from
 * @param chainEntries in the record of evidence
 * @param chainHead its last digest
 * @param files what was written
 * @param verdict of the coding rules on the claim; absent without one
 * @param findings of the coding rules on the claim, those that are in order left out
 * @param provenance how it came to be
 */
public record DocumentStudySummary(
    String result,
    boolean billable,
    String answer,
    boolean stale,
    List<Lack> lacking,
    List<String> claimLacks,
    List<String> remarks,
    int figures,
    int objects,
    int chainEntries,
    String chainHead,
    List<String> files,
    @Nullable String verdict,
    List<CodingFinding> findings,
    Provenance provenance) {

  /**
   * Something the documentation lacks.
   *
   * @param requirement its name
   * @param why in a sentence
   * @param mending what would meet it
   */
  public record Lack(String requirement, String why, String mending) {}

  /**
   * What a coding rule says of the claim.
   *
   * @param severity deny, warn or advise
   * @param lines of the claim, 1 for the first
   * @param statement in a sentence
   * @param carc that a remittance would give, if any
   * @param rarc that it would remark, if any
   * @param mending what to do, if anything
   */
  public record CodingFinding(
      String severity,
      List<Integer> lines,
      String statement,
      List<String> carc,
      List<String> rarc,
      String mending) {}
}
