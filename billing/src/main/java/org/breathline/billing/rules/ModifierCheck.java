package org.breathline.billing.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.edits.EditSetting;
import org.breathline.billing.edits.PairEdit;
import org.breathline.billing.edits.PairTable;
import org.breathline.billing.fees.Component;
import org.breathline.billing.rules.ModifierAdviser.Advice;

/** Modifiers that are none, that stand twice, or that say nothing where they stand. */
final class ModifierCheck implements Rule {

  private static final String USE = "modifier.use";
  private static final String WEEKLY_MANAGEMENT = "77427";
  private static final Set<String> DISTINCT = Set.of("59", "XE", "XS", "XP", "XU");
  private static final Set<String> MEDICARE_ONLY = Set.of("GA", "GY", "GZ");

  @Override
  public void examine(Examination claim) {
    for (int number = 1; number <= claim.lines().size(); number++) {
      ClaimLine line = claim.line(number);
      Set<String> seen = new HashSet<>();
      for (String modifier : line.modifiers()) {
        if (!seen.add(modifier)) {
          claim.deny(USE, List.of(number), "Modifier %s stands there twice.".formatted(modifier));
        }
        examine(claim, number, modifier);
      }
      if (seen.contains("59") && seen.stream().anyMatch(m -> m.startsWith("X"))) {
        claim.warn(USE, List.of(number), "59 and an X modifier on one line: choose one.");
      }
    }
  }

  private static void examine(Examination claim, int number, String modifier) {
    ModifierAdviser adviser = ModifierAdviser.shipped();
    ClaimLine line = claim.line(number);
    if (!adviser.isModifier(modifier)) {
      claim.deny(
          "modifier.not-one",
          List.of(number),
          adviser.isFacility(modifier).isPresent()
              ? "%s is a place of service, not a modifier.".formatted(modifier)
              : "%s is not a modifier.".formatted(modifier));
      return;
    }
    if (modifier.equals("59") && line.code().equals(WEEKLY_MANAGEMENT)) {
      claim.deny(USE, List.of(number), "59 is listed as wrong on 77427.", source("Noridian", "59"));
      return;
    }
    if (Examination.isVisit(line.code())) {
      if (DISTINCT.contains(modifier)) {
        claim.deny(
            USE,
            List.of(number),
            "%s is not for a visit; 25 is.".formatted(modifier),
            source("Noridian modifier 59", modifier));
      }
      return;
    }
    Optional<Advice> advice = adviser.advice(modifier);
    if (advice.isPresent() && goesWithSimulation(claim, line)) {
      judge(claim, number, advice.get());
    }
  }

  /** The advice is for services that have no surgical global period. */
  private static boolean goesWithSimulation(Examination claim, ClaimLine line) {
    return line.code().equals(Examination.SIMULATION)
        || claim
            .relativeValue(line, Component.GLOBAL)
            .map(r -> r.globalDays().equals("ZZZ") || r.globalDays().equals("XXX"))
            .orElse(false);
  }

  private static void judge(Examination claim, int number, Advice advice) {
    ClaimLine line = claim.line(number);
    List<Integer> lines = List.of(number);
    RuleSource source = source(advice.source(), advice.modifier());
    String text =
        line.code().equals(Examination.SIMULATION)
            ? advice.text()
            : "On %s as on 77293: %s".formatted(line.code(), advice.text());
    if (MEDICARE_ONLY.contains(advice.modifier()) && !claim.isMedicare()) {
      claim.warn(USE, lines, text + " It is for Medicare.", source);
      return;
    }
    if (!claim.isProfessional() && advice.modifier().equals("53")) {
      claim.deny(USE, lines, text, source);
      return;
    }
    switch (advice.verdict()) {
      case "deny" -> claim.deny(USE, lines, text, source);
      case "warn" -> claim.warn(USE, lines, text, source);
      case "advise" -> claim.advise(USE, lines, text, source);
      case "notice" -> notice(claim, lines, text, source);
      case "pair" -> pair(claim, number, text, source);
      case "repeat" -> repeat(claim, number, text, source);
      default -> {
        // In order where it is; whether it is the right one is for ComponentCheck and PlaceCheck.
      }
    }
  }

  private static void notice(
      Examination claim, List<Integer> lines, String text, RuleSource source) {
    if (Boolean.TRUE.equals(claim.context().noticeSigned())) {
      claim.advise(USE, lines, text + " The notice is there.", source);
    } else {
      claim.warn(USE, lines, text + " No signed notice is known here.", source);
    }
  }

  /** Whether there is a pair for it to open; that an indicator 0 stays shut is said elsewhere. */
  private static void pair(Examination claim, int number, String text, RuleSource source) {
    ClaimLine line = claim.line(number);
    Optional<EditSetting> setting = claim.editSetting();
    for (ClaimLine other : claim.lines()) {
      if (setting.isEmpty() || !other.date().equals(line.date())) {
        continue;
      }
      Optional<PairTable> table = claim.data().edits().pairs(setting.get(), line.date());
      Optional<PairEdit> edit =
          table
              .flatMap(t -> t.find(line.code(), other.code(), line.date()))
              .or(() -> table.flatMap(t -> t.find(other.code(), line.code(), line.date())));
      if (edit.isPresent()) {
        return;
      }
    }
    claim.warn(USE, List.of(number), text + " There is no pair on this claim to open.", source);
  }

  private static void repeat(Examination claim, int number, String text, RuleSource source) {
    ClaimLine line = claim.line(number);
    boolean repeated = false;
    for (int i = 1; i <= claim.lines().size(); i++) {
      repeated |=
          i != number
              && claim.line(i).code().equals(line.code())
              && claim.line(i).date().equals(line.date());
    }
    repeated |=
        claim.context().history().stream()
            .anyMatch(p -> p.code().equals(line.code()) && p.date().equals(line.date()));
    if (repeated) {
      claim.advise(USE, List.of(number), text, source);
    } else {
      claim.warn(USE, List.of(number), text + " There is no first one on that date here.", source);
    }
  }

  private static RuleSource source(String file, String modifier) {
    return new RuleSource(file, null, null, "modifier " + modifier);
  }
}
