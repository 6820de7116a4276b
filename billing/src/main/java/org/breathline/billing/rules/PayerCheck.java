package org.breathline.billing.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.breathline.billing.payer.Known;
import org.breathline.billing.payer.PayerProfile;

/** What is known of the payer, and what is not. */
final class PayerCheck implements Rule {

  @Override
  public void examine(Examination claim) {
    List<Integer> lines = claim.linesWith(Examination.SIMULATION);
    Optional<PayerProfile> payer = claim.payer();
    if (payer.isEmpty()) {
      claim.advise(
          "payer.unknown",
          List.of(),
          "No profile of this payer and line of business: only what holds for all was looked at.");
      return;
    }
    if (lines.isEmpty()) {
      return;
    }
    PayerProfile profile = payer.get();
    if (profile.criteriaFor77293() == null) {
      claim.advise(
          "payer.criteria",
          lines,
          "%s: criteria of its own for 77293 are not known.".formatted(profile.name()));
    }
    boolean number =
        claim.claim().priorAuthorisation() != null
            || lines.stream().allMatch(n -> claim.line(n).priorAuthorisation() != null);
    String who = profile.benefitManager() == null ? "" : " (" + profile.benefitManager() + ")";
    if (!number && profile.priorAuthorisation() == Known.YES) {
      claim.warn(
          "payer.authorisation",
          lines,
          "%s wants an authorisation%s; the claim has no number.".formatted(profile.name(), who));
    } else if (!number && profile.priorAuthorisation() == Known.UNKNOWN) {
      claim.advise(
          "payer.authorisation",
          lines,
          "%s: whether an authorisation is wanted%s is not known; the claim has no number."
              .formatted(profile.name(), who));
    }
    statements(claim, profile, claim.line(lines.getFirst()).date());
  }

  private static void statements(Examination claim, PayerProfile profile, LocalDate date) {
    for (PayerProfile.Statement statement : profile.statements()) {
      LocalDate from = statement.from();
      if (from != null && !date.isBefore(from)) {
        claim.advise(
            "payer.statement",
            List.of(),
            statement.text(),
            new RuleSource(statement.source(), from, null, profile.id()));
      }
    }
  }
}
