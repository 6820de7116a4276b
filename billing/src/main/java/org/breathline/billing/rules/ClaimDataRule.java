package org.breathline.billing.rules;

import java.util.List;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.claim.InstitutionalDetails;
import org.breathline.billing.claim.Provider;

/** What every claim must have: numbers, sum, diagnoses, revenue codes, dates. */
final class ClaimDataRule implements Rule {

  private static final String RADIATION_THERAPY = "0333";

  @Override
  public void examine(Examination claim) {
    if (!claim.claim().providers().billing().hasValidNpi()) {
      claim.deny(
          "claim.npi",
          List.of(),
          "The billing provider's NPI is missing or its check digit is wrong.");
    }
    if (claim.claim().charge().compareTo(claim.claim().sumOfLines()) != 0) {
      claim.deny(
          "claim.charge",
          List.of(),
          "The claim's charge is %s, its lines sum to %s."
              .formatted(claim.claim().charge(), claim.claim().sumOfLines()));
    }
    if (claim.claim().diagnoses().isEmpty()) {
      claim.deny("claim.diagnosis", List.of(), "The claim has no diagnosis.");
    }
    for (int number = 1; number <= claim.lines().size(); number++) {
      examine(claim, number);
    }
  }

  private static void examine(Examination claim, int number) {
    ClaimLine line = claim.line(number);
    Provider rendering = claim.claim().rendering(line);
    if (!rendering.equals(claim.claim().providers().billing()) && !rendering.hasValidNpi()) {
      claim.deny(
          "claim.npi",
          List.of(number),
          "The rendering provider's NPI is missing or its check digit is wrong.");
    }
    if (claim.isProfessional()
        && line.diagnosisPointers().isEmpty()
        && !claim.claim().diagnoses().isEmpty()) {
      claim.deny("claim.diagnosis", List.of(number), "The line points to no diagnosis.");
    }
    InstitutionalDetails details = claim.claim().institutional();
    if (details == null) {
      return;
    }
    if (line.revenueCode() == null) {
      claim.deny("claim.revenue-code", List.of(number), "The line has no revenue code.");
    } else if (line.code().equals(Examination.SIMULATION)
        && !line.revenueCode().equals(RADIATION_THERAPY)) {
      claim.warn(
          "claim.revenue-code",
          List.of(number),
          "Revenue code %s is not that of radiation therapy.".formatted(line.revenueCode()));
    }
    if (line.date().isBefore(details.statementFrom())
        || line.date().isAfter(details.statementThrough())) {
      claim.deny(
          "claim.statement-dates",
          List.of(number),
          "The line's date lies outside the statement period.");
    }
  }
}
