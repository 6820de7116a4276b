package org.breathline.billing.fees;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the fee schedule answers.
 *
 * @param code asked for
 * @param date of service
 * @param component asked for
 * @param setting asked for
 * @param locality asked for, such as AK-01, or "national"
 * @param allowed US dollars to the cent, before coinsurance and sequestration; absent where the
 *     schedule does not pay or is not known
 * @param reason why there is no amount; absent where there is one
 * @param calculation what the amount is made of; absent without one
 * @param sources the files that were used
 * @param notes what to know before relying on it
 */
public record Fee(
    String code,
    LocalDate date,
    Component component,
    FeeSetting setting,
    String locality,
    @Nullable BigDecimal allowed,
    @Nullable String reason,
    @Nullable Calculation calculation,
    List<String> sources,
    List<String> notes) {

  /**
   * (work x index + expense x index + malpractice x index) x factor.
   *
   * @param work RVU
   * @param expense RVU, of the setting
   * @param malpractice RVU
   * @param workIndex GPCI
   * @param expenseIndex GPCI
   * @param malpracticeIndex GPCI
   * @param conversionFactor US dollars
   */
  public record Calculation(
      BigDecimal work,
      BigDecimal expense,
      BigDecimal malpractice,
      BigDecimal workIndex,
      BigDecimal expenseIndex,
      BigDecimal malpracticeIndex,
      BigDecimal conversionFactor) {

    /**
     * The amount, rounded half up to the cent once, at the end (CMS, PFS Relative Value Files,
     * "non-facility pricing amount" and "facility pricing amount").
     */
    public BigDecimal amount() {
      return work.multiply(workIndex)
          .add(expense.multiply(expenseIndex))
          .add(malpractice.multiply(malpracticeIndex))
          .multiply(conversionFactor)
          .setScale(2, RoundingMode.HALF_UP);
    }
  }

  /** Copies the lists. */
  public Fee {
    sources = List.copyOf(sources);
    notes = List.copyOf(notes);
  }
}
