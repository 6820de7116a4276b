package org.breathline.billing.claim;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A claim.
 *
 * @param id the provider's own number for it (X12 CLM01), at most 20 characters
 * @param form professional or institutional
 * @param frequency 1 original, 7 replacement, 8 void (X12 CLM05-3)
 * @param originalReference the payer's number of the claim replaced or voided, else absent
 * @param coverage who is asked to pay, for whom
 * @param providers who treated and who bills
 * @param placeOfService of a professional claim, two digits; absent on an institutional one
 * @param institutional of an institutional claim, else absent
 * @param diagnoses the principal one first, at most 25
 * @param priorAuthorisation the payer's number, or absent
 * @param referralNumber or absent
 * @param attachments supporting documentation
 * @param charge in US dollars, of the whole claim
 * @param lines at least one, at most 999
 */
public record Claim(
    String id,
    ClaimForm form,
    String frequency,
    @Nullable String originalReference,
    Coverage coverage,
    Providers providers,
    @Nullable String placeOfService,
    @Nullable InstitutionalDetails institutional,
    List<Diagnosis> diagnoses,
    @Nullable String priorAuthorisation,
    @Nullable String referralNumber,
    List<Attachment> attachments,
    BigDecimal charge,
    List<ClaimLine> lines) {

  private static final int LONGEST_ID = 20;
  private static final int MOST_DIAGNOSES = 25;

  /** As many as an 837I holds. */
  private static final int MOST_LINES = 999;

  /** Checks the shape, not the sense; throws {@link IllegalArgumentException}. */
  public Claim {
    Texts.present("id", id);
    if (id.length() > LONGEST_ID) {
      throw new IllegalArgumentException("id is longer than 20 characters");
    }
    Texts.required("form", form);
    Texts.present("frequency", frequency);
    Texts.clean("originalReference", originalReference);
    Texts.required("coverage", coverage);
    Texts.required("providers", providers);
    Texts.clean("placeOfService", placeOfService);
    if ((form == ClaimForm.INSTITUTIONAL) != (institutional != null)) {
      throw new IllegalArgumentException(
          "institutional is given if, and only if, the form is \"institutional\"");
    }
    if (institutional != null && !institutional.typeOfBill().endsWith(frequency)) {
      throw new IllegalArgumentException("frequency is not the last digit of typeOfBill");
    }
    diagnoses = Texts.list(diagnoses);
    attachments = Texts.list(attachments);
    Texts.clean("priorAuthorisation", priorAuthorisation);
    Texts.clean("referralNumber", referralNumber);
    Texts.required("charge", charge);
    lines = Texts.list(lines);
    Texts.between("diagnoses", diagnoses.size(), 0, MOST_DIAGNOSES);
    Texts.between("lines", lines.size(), 1, MOST_LINES);
    Set<Diagnosis> different = new HashSet<>(diagnoses);
    if (different.size() < diagnoses.size()) {
      throw new IllegalArgumentException("diagnoses hold the same code twice");
    }
    for (ClaimLine line : lines) {
      for (int pointer : line.diagnosisPointers()) {
        Texts.between("diagnosisPointers", pointer, 1, diagnoses.size());
      }
    }
  }

  /** The place of service of a line: its own, else the claim's; absent on a hospital's claim. */
  public Optional<String> placeOfService(ClaimLine line) {
    String own = line.placeOfService();
    return Optional.ofNullable(own == null ? placeOfService : own);
  }

  /** The provider who did a line: its own, else the claim's, else who bills. */
  public Provider rendering(ClaimLine line) {
    Provider own = line.rendering();
    Provider ofClaim = providers.rendering();
    return own != null ? own : ofClaim != null ? ofClaim : providers.billing();
  }

  /** The diagnoses a line points to; all of them where it points to none. */
  public List<Diagnosis> diagnoses(ClaimLine line) {
    return line.diagnosisPointers().isEmpty()
        ? diagnoses
        : line.diagnosisPointers().stream().map(p -> diagnoses.get(p - 1)).toList();
  }

  /** The sum of the lines' charges, which {@link #charge} ought to be. */
  public BigDecimal sumOfLines() {
    return lines.stream().map(ClaimLine::charge).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Says what is billed, not for whom. */
  @Override
  public String toString() {
    return "Claim[" + form + ", " + lines.stream().map(ClaimLine::code).toList() + "]";
  }
}
