package org.breathline.billing.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.payer.PayerProfile;
import org.breathline.billing.payer.PayerProfile.PlanPackage;

/** Codes that are inside the payment of a plan, by the payer's profile. */
final class PackageCheck implements Rule {

  @Override
  public void examine(Examination claim) {
    Optional<PayerProfile> payer = claim.payer();
    if (payer.isEmpty()) {
      return;
    }
    for (PlanPackage inside : payer.get().packages()) {
      if (!inside.hospitalOnly() || claim.isHospitalOutpatient()) {
        examine(claim, payer.get(), inside);
      }
    }
  }

  private static void examine(Examination claim, PayerProfile payer, PlanPackage inside) {
    List<LocalDate> plans = new ArrayList<>();
    claim.linesWith(inside.plan()).forEach(n -> plans.add(claim.line(n).date()));
    claim.context().history().stream()
        .filter(p -> p.code().equals(inside.plan()))
        .forEach(p -> plans.add(p.date()));
    for (int number = 1; number <= claim.lines().size(); number++) {
      ClaimLine line = claim.line(number);
      if (!inside.codes().contains(line.code()) || !inside.holdsOn(line.date())) {
        continue;
      }
      for (LocalDate plan : plans) {
        Integer days = inside.days();
        if (days == null || Math.abs(ChronoUnit.DAYS.between(plan, line.date())) <= days) {
          claim.deny(
              "package.plan",
              List.of(number),
              "%s: %s is inside the payment of %s of %s%s."
                  .formatted(
                      payer.name(),
                      line.code(),
                      inside.plan(),
                      plan,
                      days == null
                          ? ", whatever the date"
                          : ", within %d days before or after it".formatted(days)),
              new RuleSource(
                  inside.source(),
                  inside.from(),
                  inside.through(),
                  String.join(" ", inside.codes())));
          break;
        }
      }
    }
  }
}
