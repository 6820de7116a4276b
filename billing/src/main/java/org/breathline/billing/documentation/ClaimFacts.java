package org.breathline.billing.documentation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.breathline.billing.claim.Coverage;
import org.breathline.billing.claim.Diagnosis;
import org.breathline.billing.claim.InstitutionalDetails;
import org.breathline.billing.claim.Providers;
import org.breathline.billing.x12.Submitter;
import org.jspecify.annotations.Nullable;

/**
 * What a claim needs that neither images nor plan tell.
 *
 * @param id the provider's number for the claim
 * @param coverage who is asked to pay, for whom
 * @param providers who treated and who bills
 * @param diagnoses the principal one first
 * @param priorAuthorisation the payer's number, or absent
 * @param charges in US dollars, by code
 * @param modifiers by code; none where a code is left out
 * @param institutional of a hospital's claim, or absent
 * @param revenueCodes by code, of a hospital's claim
 * @param submitter who sends an 837, or absent: then none is written
 */
public record ClaimFacts(
    String id,
    Coverage coverage,
    Providers providers,
    List<Diagnosis> diagnoses,
    @Nullable String priorAuthorisation,
    Map<String, BigDecimal> charges,
    Map<String, List<String>> modifiers,
    @Nullable InstitutionalDetails institutional,
    Map<String, String> revenueCodes,
    @Nullable Submitter submitter) {

  /** Copies; what a file leaves out is empty. Throws {@link IllegalArgumentException}. */
  @SuppressWarnings("NullAway") // a file may leave anything out
  public ClaimFacts {
    if (id == null || coverage == null || providers == null) {
      throw new IllegalArgumentException("id, coverage or providers are missing");
    }
    diagnoses = diagnoses == null ? List.of() : List.copyOf(diagnoses);
    charges = charges == null ? Map.of() : Map.copyOf(charges);
    modifiers = modifiers == null ? Map.of() : Map.copyOf(modifiers);
    revenueCodes = revenueCodes == null ? Map.of() : Map.copyOf(revenueCodes);
  }

  /** Says nothing of the patient. */
  @Override
  public String toString() {
    return "ClaimFacts[withheld]";
  }
}
