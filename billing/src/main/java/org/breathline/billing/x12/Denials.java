package org.breathline.billing.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.breathline.billing.x12.Remittance.Adjustment;
import org.breathline.billing.x12.Remittance.PaidClaim;
import org.breathline.billing.x12.Remittance.PaidLine;
import org.jspecify.annotations.Nullable;

/**
 * What of a remittance is a denial. The contract's reduction (45), sequestration (253) and the
 * patient's share (group PR with 1, 2 or 3) are not: they are how a paid service is paid.
 */
public final class Denials {

  private static final Set<String> CONTRACTUAL = Set.of("45", "253", "237", "144");
  private static final Set<String> PATIENT_SHARE = Set.of("1", "2", "3");

  private Denials() {}

  /** The denials of a remittance, in its order. */
  public static List<Denial> of(Remittance remittance) {
    List<Denial> denials = new ArrayList<>();
    for (PaidClaim claim : remittance.claims()) {
      for (Adjustment adjustment : claim.adjustments()) {
        add(denials, claim, 0, null, adjustment, claim.remarks());
      }
      int number = 0;
      for (PaidLine line : claim.lines()) {
        number++;
        for (Adjustment adjustment : line.adjustments()) {
          add(denials, claim, number, line.code(), adjustment, line.remarks());
        }
      }
    }
    return List.copyOf(denials);
  }

  private static void add(
      List<Denial> denials,
      PaidClaim claim,
      int line,
      @Nullable String code,
      Adjustment adjustment,
      List<String> remarks) {
    boolean ordinary =
        CONTRACTUAL.contains(adjustment.reason())
            || (adjustment.group().equals("PR") && PATIENT_SHARE.contains(adjustment.reason()));
    if (ordinary || adjustment.amount().signum() <= 0) {
      return;
    }
    Denial.Cause cause = Denial.Cause.of(adjustment.reason());
    denials.add(
        new Denial(
            claim.id(),
            line,
            code,
            adjustment.group(),
            adjustment.reason(),
            remarks,
            adjustment.amount(),
            cause,
            cause.mending()));
  }
}
