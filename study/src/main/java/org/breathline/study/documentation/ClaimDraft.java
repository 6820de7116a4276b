package org.breathline.study.documentation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breathline.billing.claim.Attachment;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimForm;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.claim.Person;
import org.breathline.billing.documentation.ClaimFacts;

/**
 * The claim for a documented simulation: the primary and 77293, one unit each, on the primary's
 * date. What nobody stated is lacking, and then there is no claim.
 */
final class ClaimDraft {

  static final String SIMULATION = "77293";

  private static final int MOST_POINTERS = 4;

  /** PWK06 is at most 50 characters; so many of the digest tell records apart. */
  private static final int CONTROL_LENGTH = 32;

  private final List<String> lacks = new ArrayList<>();
  private final DocumentStudyRequest request;

  private ClaimDraft(DocumentStudyRequest request) {
    this.request = request;
  }

  /**
   * A claim, or what it lacks.
   *
   * @param claim empty if something lacks
   */
  record Draft(Optional<Claim> claim, List<String> lacks) {}

  static Draft of(DocumentStudyRequest request, Optional<ClaimFacts> facts, String chainHead) {
    ClaimDraft draft = new ClaimDraft(request);
    if (facts.isEmpty()) {
      draft.lacks.add("Who is billed for whom: the part \"claim\" of the supplement is missing.");
      return new Draft(Optional.empty(), draft.lacks);
    }
    Optional<Claim> claim = draft.claim(facts.get(), chainHead);
    return new Draft(claim, draft.lacks);
  }

  private Optional<Claim> claim(ClaimFacts facts, String chainHead) {
    boolean hospital = facts.institutional() != null;
    if (facts.diagnoses().isEmpty()) {
      lacks.add("A diagnosis (claim.diagnoses).");
    }
    List<ClaimLine> lines = new ArrayList<>();
    for (String code : List.of(request.primary(), SIMULATION)) {
      line(facts, code, hospital).ifPresent(lines::add);
    }
    if (!lacks.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal charge =
        lines.stream().map(ClaimLine::charge).reduce(BigDecimal.ZERO, BigDecimal::add);
    try {
      return Optional.of(
          new Claim(
              facts.id(),
              hospital ? ClaimForm.INSTITUTIONAL : ClaimForm.PROFESSIONAL,
              "1",
              null,
              facts.coverage(),
              facts.providers(),
              hospital ? null : request.placeOfService(),
              facts.institutional(),
              facts.diagnoses(),
              facts.priorAuthorisation(),
              null,
              List.of(new Attachment("DG", "AA", chainHead.substring(0, CONTROL_LENGTH), null)),
              charge,
              lines));
    } catch (IllegalArgumentException e) {
      lacks.add("The part \"claim\" of the supplement: " + e.getMessage() + ".");
      return Optional.empty();
    }
  }

  private Optional<ClaimLine> line(ClaimFacts facts, String code, boolean hospital) {
    BigDecimal charge = facts.charges().get(code);
    if (charge == null) {
      lacks.add("The charge for " + code + " (claim.charges).");
    }
    String revenue = facts.revenueCodes().get(code);
    if (hospital && revenue == null) {
      lacks.add("The revenue code for " + code + " (claim.revenueCodes).");
    }
    if (charge == null || !lacks.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> pointers =
        hospital
            ? List.of()
            : IntStream.rangeClosed(1, Math.min(MOST_POINTERS, facts.diagnoses().size()))
                .boxed()
                .toList();
    return Optional.of(
        new ClaimLine(
            code,
            facts.modifiers().getOrDefault(code, List.of()),
            null,
            BigDecimal.ONE,
            request.date(),
            null,
            pointers,
            charge,
            hospital ? revenue : null,
            null,
            null,
            null));
  }

  /** What of the patient differs between the images and the claim; in words that tell neither. */
  static List<String> differences(StudyEvidence.Patient images, Person claimed) {
    List<String> differences = new ArrayList<>();
    if (images.family() != null && !images.family().equalsIgnoreCase(claimed.lastName())) {
      differences.add("The patient's family name on the claim is not that of the images.");
    }
    if (images.birthDate() != null
        && claimed.birthDate() != null
        && !images.birthDate().equals(claimed.birthDate())) {
      differences.add("The patient's date of birth on the claim is not that of the images.");
    }
    return differences;
  }
}
