package org.breathline.billing.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.fees.Component;
import org.breathline.billing.fees.RelativeValue;
import org.breathline.billing.fees.Release;
import org.breathline.billing.resource.YamlFile;

/** Codes that ended, codes that the fee schedule does not pay, and what is easily mixed up. */
final class CodeCheck implements Rule {

  /** Codes that ended on a day. */
  private record Ended(List<String> codes, LocalDate through, String instead, String source) {}

  private record ChangeList(List<Ended> ended) {}

  private static final List<Ended> ENDED =
      YamlFile.resource(CodeCheck.class, "code-changes.yaml", ChangeList.class).ended();

  private static final String DELIVERY = "77412";

  @Override
  public void examine(Examination claim) {
    for (int number = 1; number <= claim.lines().size(); number++) {
      if (!ended(claim, number)) {
        status(claim, number);
      }
    }
    List<Integer> simulations = claim.linesWith(Examination.SIMULATION);
    for (int number : claim.linesWith(DELIVERY)) {
      claim.advise(
          "delivery.apart",
          List.of(number),
          "77412 for motion stands on active management at delivery; a simulation (77293) is no"
              + " evidence of it, nor is breath-hold by itself.");
    }
    if (!simulations.isEmpty() && claim.context().measuredMotionMm() != null) {
      claim.ok(
          "necessity.motion",
          simulations,
          "Motion of %s mm was measured. It chooses the management; how small it is is never a"
                  .formatted(claim.context().measuredMotionMm().toPlainString())
              + " reason to deny, for necessity precedes the scan.");
    }
    for (int number : simulations) {
      claim
          .relativeValue(claim.line(number), Component.GLOBAL)
          .filter(r -> r.multipleProcedure().equals("0"))
          .ifPresent(_ ->
              claim.ok(
                  "multiple.none",
                  List.of(number),
                  "No reduction for several procedures (indicator 0)."));
    }
  }

  private static boolean ended(Examination claim, int number) {
    ClaimLine line = claim.line(number);
    for (Ended ended : ENDED) {
      if (ended.codes().contains(line.code()) && line.date().isAfter(ended.through())) {
        claim.deny(
            "code.changed",
            List.of(number),
            "%s ended on %s. %s".formatted(line.code(), ended.through(), ended.instead()),
            new RuleSource(ended.source(), null, ended.through(), line.code()));
        return true;
      }
    }
    return false;
  }

  private static void status(Examination claim, int number) {
    if (!claim.isMedicare() || !claim.isProfessional()) {
      return;
    }
    ClaimLine line = claim.line(number);
    Optional<Release> release = claim.data().fees().release(line.date());
    Optional<RelativeValue> value = claim.relativeValue(line, Examination.component(line));
    if (value.isEmpty() || value.get().isPayable() || value.get().status().equals("C")) {
      return;
    }
    claim.deny(
        "code.status",
        List.of(number),
        "%s%s: the fee schedule does not pay it (status %s)."
            .formatted(
                line.code(),
                Examination.component(line) == Component.GLOBAL
                    ? ""
                    : "-" + Examination.component(line).modifier(),
                value.get().status()),
        new RuleSource(
            "CMS relative values " + release.map(Release::name).orElse(""),
            release.map(Release::effective).orElse(null),
            null,
            line.code() + ", status " + value.get().status()));
  }
}
