package org.breathline.billing.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.edits.EditSetting;
import org.breathline.billing.edits.UnitLimit;
import org.breathline.billing.edits.UnitTable;

/**
 * Medically Unlikely Edits: more units than a patient can have on one day. MAI 1 is judged line by
 * line, 2 and 3 over all lines of a date.
 */
final class UnitCheck implements Rule {

  private record CodeAndDate(String code, LocalDate date) {}

  @Override
  public void examine(Examination claim) {
    Optional<EditSetting> setting = claim.editSetting();
    if (setting.isEmpty()) {
      return;
    }
    Map<CodeAndDate, List<Integer>> groups = new LinkedHashMap<>();
    for (int number = 1; number <= claim.lines().size(); number++) {
      ClaimLine line = claim.line(number);
      groups
          .computeIfAbsent(new CodeAndDate(line.code(), line.date()), _ -> new ArrayList<>())
          .add(number);
    }
    groups.forEach((key, lines) -> examine(claim, setting.get(), key, lines));
  }

  private static void examine(
      Examination claim, EditSetting setting, CodeAndDate key, List<Integer> lines) {
    Optional<UnitTable> table = claim.data().edits().units(setting, key.date());
    Optional<UnitLimit> limit = table.flatMap(t -> t.find(key.code()));
    if (limit.isEmpty()) {
      return;
    }
    RuleSource source =
        new RuleSource(
            table.get().source().file(),
            table.get().source().effective(),
            table.get().source().through(),
            "%s, %d, MAI %d"
                .formatted(key.code(), limit.get().units(), limit.get().adjudication()));
    if (limit.get().adjudication() == 1) {
      lines.forEach(n -> judge(claim, List.of(n), claim.line(n).units(), limit.get(), source));
    } else {
      BigDecimal sum = units(claim, lines);
      judge(claim, lines, sum, limit.get(), source);
    }
  }

  /** 26 and TC of one service are one unit, not two. */
  private static BigDecimal units(Examination claim, List<Integer> lines) {
    BigDecimal professional = BigDecimal.ZERO;
    BigDecimal technical = BigDecimal.ZERO;
    for (int number : lines) {
      ClaimLine line = claim.line(number);
      switch (Examination.component(line)) {
        case GLOBAL -> {
          professional = professional.add(line.units());
          technical = technical.add(line.units());
        }
        case PROFESSIONAL -> professional = professional.add(line.units());
        case TECHNICAL -> technical = technical.add(line.units());
      }
    }
    return professional.max(technical);
  }

  private static void judge(
      Examination claim,
      List<Integer> lines,
      BigDecimal units,
      UnitLimit limit,
      RuleSource source) {
    String code = claim.line(lines.getFirst()).code();
    if (units.compareTo(BigDecimal.valueOf(limit.units())) > 0) {
      claim.denyByNcci(
          "units.mue",
          lines,
          "%s: %s units on one date; the limit is %d (%s)."
              .formatted(
                  code,
                  units.toPlainString(),
                  limit.units(),
                  switch (limit.adjudication()) {
                    case 1 -> "MAI 1, line by line";
                    case 2 -> "MAI 2, by policy: never more";
                    default -> "MAI 3, by date: more on appeal with proof";
                  }),
          source);
    } else if (code.equals(Examination.SIMULATION)) {
      claim.ok("units.mue", lines, "The units are within the limit.", source);
    }
  }
}
