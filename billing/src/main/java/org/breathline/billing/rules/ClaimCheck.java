package org.breathline.billing.rules;

import java.util.List;
import org.breathline.billing.claim.Claim;

/** Checks claims. Keeps nothing between them; may be used by several threads. */
public final class ClaimCheck {

  private static final List<Rule> RULES =
      List.of(
          new ClaimDataRule(),
          new CodeCheck(),
          new AddOnCheck(),
          new UnitCheck(),
          new PairCheck(),
          new ModifierCheck(),
          new ComponentCheck(),
          new PlaceCheck(),
          new RepetitionCheck(),
          new PackageCheck(),
          new LateralityCheck(),
          new PayerCheck(),
          new DataAgeCheck());

  private final RuleData data;

  /** With what the rules look things up in. */
  public ClaimCheck(RuleData data) {
    this.data = data;
  }

  /** Looks at a claim by all rules. */
  public CheckResult check(Claim claim, ClaimContext context) {
    Examination examination = new Examination(claim, context, data);
    for (Rule rule : RULES) {
      rule.examine(examination);
    }
    return new CheckResult(examination.findings());
  }
}
