package org.breathline.billing.rules;

import java.util.List;
import java.util.Set;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.fees.Component;

/** The same service again: on the claim, on an earlier claim, or in the same plan. */
final class RepetitionCheck implements Rule {

  private static final Set<String> REPEAT = Set.of("76", "77", "91");

  @Override
  public void examine(Examination claim) {
    for (int number = 1; number <= claim.lines().size(); number++) {
      onClaim(claim, number);
      before(claim, number);
    }
  }

  private static void onClaim(Examination claim, int number) {
    ClaimLine line = claim.line(number);
    for (int earlier = 1; earlier < number; earlier++) {
      ClaimLine other = claim.line(earlier);
      boolean same =
          other.code().equals(line.code())
              && other.date().equals(line.date())
              && other.modifiers().equals(line.modifiers());
      if (same && line.modifiers().stream().noneMatch(REPEAT::contains)) {
        claim.deny(
            "duplicate.line",
            List.of(earlier, number),
            "%s stands twice for %s.".formatted(line.code(), line.date()));
        return;
      }
    }
  }

  private static void before(Examination claim, int number) {
    ClaimLine line = claim.line(number);
    boolean replaces = !claim.claim().frequency().equals("1");
    for (ClaimContext.PriorService prior : claim.context().history()) {
      if (!prior.code().equals(line.code()) || component(prior) != Examination.component(line)) {
        continue;
      }
      if (prior.date().equals(line.date())) {
        if (!replaces && line.modifiers().stream().noneMatch(REPEAT::contains)) {
          claim.deny(
              "duplicate.line",
              List.of(number),
              "%s of %s was billed before.".formatted(line.code(), line.date()));
        }
      } else if (line.code().equals(Examination.SIMULATION)) {
        again(claim, number, prior);
      }
    }
  }

  private static Component component(ClaimContext.PriorService prior) {
    if (prior.modifiers().contains("26")) {
      return Component.PROFESSIONAL;
    }
    return prior.modifiers().contains("TC") ? Component.TECHNICAL : Component.GLOBAL;
  }

  /** A second simulation: one per plan, and a new plan has its reason. */
  private static void again(Examination claim, int number, ClaimContext.PriorService prior) {
    String plan = claim.context().plan();
    boolean samePlan = plan != null && plan.equals(prior.plan());
    boolean reason = claim.context().resimulationReason() != null;
    if (samePlan) {
      claim.deny(
          "frequency.plan",
          List.of(number),
          "77293 was billed for this plan on %s: it is billed once per plan."
              .formatted(prior.date()));
    } else if (reason && plan != null) {
      claim.advise(
          "frequency.plan",
          List.of(number),
          "77293 was billed on %s; a new plan with a reason may have its own."
              .formatted(prior.date()));
    } else {
      claim.warn(
          "frequency.plan",
          List.of(number),
          "77293 was billed on %s; whether this is a new plan, and why, is not said."
              .formatted(prior.date()));
    }
  }
}
