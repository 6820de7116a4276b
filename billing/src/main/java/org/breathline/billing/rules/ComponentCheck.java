package org.breathline.billing.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.fees.Component;

/** The whole, or its two parts: never both ways; and no parts of what has none. */
final class ComponentCheck implements Rule {

  private static final String CONFLICT = "component.conflict";

  /** PC/TC indicator 1: diagnostic and therapeutic services with both parts. */
  private static final String HAS_PARTS = "1";

  @Override
  public void examine(Examination claim) {
    Set<String> codes = new LinkedHashSet<>();
    for (int number = 1; number <= claim.lines().size(); number++) {
      ClaimLine line = claim.line(number);
      codes.add(line.code());
      if (line.has("26") && line.has("TC")) {
        claim.deny(CONFLICT, List.of(number), "26 and TC on one line contradict each other.");
      }
      if (!claim.isProfessional() && (line.has("26") || line.has("TC"))) {
        claim.deny(
            "hospital.component",
            List.of(number),
            "%s on a hospital's claim.".formatted(line.has("26") ? "26" : "TC"));
      } else if (line.has("26") || line.has("TC")) {
        parts(claim, number);
      }
    }
    codes.forEach(code -> together(claim, code));
  }

  private static void parts(Examination claim, int number) {
    ClaimLine line = claim.line(number);
    boolean known =
        claim
            .relativeValue(line, Component.GLOBAL)
            .map(r -> !r.pcTc().equals(HAS_PARTS))
            .orElse(false);
    if (known) {
      claim.deny(
          "component.none",
          List.of(number),
          "%s has no professional and technical part.".formatted(line.code()));
    }
  }

  /** The same code on the same day, the whole beside a part of it. */
  private static void together(Examination claim, String code) {
    List<Integer> numbers = claim.linesWith(code);
    for (int one : numbers) {
      List<Integer> sameDay = new ArrayList<>();
      EnumSet<Component> components = EnumSet.noneOf(Component.class);
      for (int two : numbers) {
        if (claim.line(two).date().equals(claim.line(one).date())) {
          sameDay.add(two);
          components.add(Examination.component(claim.line(two)));
        }
      }
      if (sameDay.getFirst() != one) {
        continue; // said with the first line of that day
      }
      if (components.contains(Component.GLOBAL) && components.size() > 1) {
        claim.deny(
            CONFLICT,
            sameDay,
            "%s is billed as a whole and in part on one day: the part is inside the whole."
                .formatted(code));
      } else if (components.size() == 2) {
        claim.advise(
            CONFLICT,
            sameDay,
            "%s is billed as 26 and TC by one provider: then it is the whole, without a modifier."
                .formatted(code));
      }
    }
  }
}
