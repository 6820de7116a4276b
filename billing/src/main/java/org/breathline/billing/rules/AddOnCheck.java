package org.breathline.billing.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.edits.AddOnRule;
import org.breathline.billing.edits.AddOnTable;

/** An add-on code needs its primary: on the same day, by the same group, in the same component. */
final class AddOnCheck implements Rule {

  private static final String RULE = "add-on.primary";

  @Override
  public void examine(Examination claim) {
    for (int number = 1; number <= claim.lines().size(); number++) {
      ClaimLine line = claim.line(number);
      Optional<AddOnTable> table = claim.data().edits().addOns(line.date());
      Optional<AddOnRule> rule = table.flatMap(t -> t.find(line.code()));
      if (rule.isPresent()) {
        RuleSource source =
            new RuleSource(
                table.get().source().file(),
                table.get().source().effective(),
                table.get().source().through(),
                line.code() + ", type " + rule.get().type());
        examine(claim, number, rule.get(), source);
      }
    }
  }

  private static void examine(Examination claim, int number, AddOnRule rule, RuleSource source) {
    ClaimLine addOn = claim.line(number);
    List<Integer> primaries = new ArrayList<>();
    List<Integer> otherDay = new ArrayList<>();
    for (int i = 1; i <= claim.lines().size(); i++) {
      if (rule.primaries().contains(claim.line(i).code())) {
        (claim.line(i).date().equals(addOn.date()) ? primaries : otherDay).add(i);
      }
    }
    if (!primaries.isEmpty()) {
      component(claim, number, primaries, source);
      return;
    }
    String needed = String.join(" or ", rule.primaries());
    if (!otherDay.isEmpty()) {
      claim.deny(
          RULE,
          List.of(number, otherDay.getFirst()),
          "%s is billed for %s, its primary %s for %s: they must be of one date, the primary's."
              .formatted(
                  addOn.code(),
                  addOn.date(),
                  claim.line(otherDay.getFirst()).code(),
                  claim.line(otherDay.getFirst()).date()),
          source);
      return;
    }
    if (before(claim, number, rule, source)) {
      return;
    }
    if (rule.type() == 1) {
      claim.deny(
          RULE,
          List.of(number),
          "%s is an add-on code and may be billed with %s alone; the claim has %s."
              .formatted(addOn.code(), needed, others(claim, number)),
          source);
    } else {
      claim.warn(
          RULE,
          List.of(number),
          "%s is an add-on code%s; the payer decides with which codes it may be billed."
              .formatted(addOn.code(), needed.isEmpty() ? "" : ", usually of " + needed),
          source);
    }
  }

  private static String others(Examination claim, int number) {
    List<String> codes = new ArrayList<>();
    for (int i = 1; i <= claim.lines().size(); i++) {
      if (i != number) {
        codes.add(claim.line(i).code());
      }
    }
    return codes.isEmpty() ? "no other line" : String.join(", ", codes) + ", no primary of it";
  }

  /** A primary that was billed before on the same day; only the same group's counts. */
  private static boolean before(Examination claim, int number, AddOnRule rule, RuleSource source) {
    ClaimLine addOn = claim.line(number);
    for (ClaimContext.PriorService prior : claim.context().history()) {
      if (!rule.primaries().contains(prior.code())) {
        continue;
      }
      if (prior.date().equals(addOn.date()) && prior.sameGroup()) {
        claim.advise(
            RULE,
            List.of(number),
            "The primary %s was billed before, on another claim of the same group and date; one"
                    .formatted(prior.code())
                + " claim for both is safer.",
            source);
        return true;
      }
      if (prior.date().equals(addOn.date())) {
        claim.deny(
            RULE,
            List.of(number),
            "The primary %s of that date was billed by another group.".formatted(prior.code()),
            source);
        return true;
      }
    }
    return false;
  }

  private static void component(
      Examination claim, int number, List<Integer> primaries, RuleSource source) {
    ClaimLine addOn = claim.line(number);
    boolean fits =
        primaries.stream()
            .anyMatch(p -> Examination.component(claim.line(p)) == Examination.component(addOn));
    if (fits) {
      claim.ok(
          RULE,
          List.of(number, primaries.getFirst()),
          "%s goes with its primary %s of the same date."
              .formatted(addOn.code(), claim.line(primaries.getFirst()).code()),
          source);
    } else {
      claim.warn(
          "add-on.component",
          List.of(number, primaries.getFirst()),
          "%s and its primary %s are billed in different components."
              .formatted(addOn.code(), claim.line(primaries.getFirst()).code()));
    }
  }
}
