package org.breathline.billing.rules;

import org.breathline.billing.edits.EditLibrary;
import org.breathline.billing.fees.FeeSchedule;
import org.breathline.billing.payer.PayerProfiles;

/**
 * What the rules look things up in.
 *
 * @param edits CMS's pairs, units and add-on codes
 * @param fees Medicare's fee schedule
 * @param payers profiles
 */
public record RuleData(EditLibrary edits, FeeSchedule fees, PayerProfiles payers) {

  /** What ships with the program. */
  public static RuleData shipped() {
    return new RuleData(EditLibrary.shipped(), FeeSchedule.shipped(), PayerProfiles.shipped());
  }

  /** The same with imported edits, which go before the part that ships. */
  public RuleData with(EditLibrary imported) {
    return new RuleData(imported.with(edits), fees, payers);
  }
}
