package org.breathline.study.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.breathline.study.output.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What Medicare allows; the JSON of {@code fee --json}.
 *
 * @param provenance how it came to be
 * @param code asked for
 * @param date of service
 * @param modifier 26, TC or empty
 * @param setting office or facility
 * @param locality such as AK-01, or national
 * @param allowed US dollars; null where the schedule answers NA, does not pay, or is not known
 * @param reason why there is no amount; absent where there is one
 * @param calculation what it is made of; absent without an amount
 * @param sources the files used
 * @param notes what to know before relying on it
 */
public record FeeSummary(
    Provenance provenance,
    String code,
    String date,
    String modifier,
    String setting,
    String locality,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal allowed,
    @Nullable String reason,
    @Nullable Calculation calculation,
    List<String> sources,
    List<String> notes) {

  /**
   * (work x index + expense x index + malpractice x index) x conversion factor.
   *
   * @param workRvu relative value units
   * @param expenseRvu of the setting
   * @param malpracticeRvu relative value units
   * @param workIndex GPCI
   * @param expenseIndex GPCI
   * @param malpracticeIndex GPCI
   * @param conversionFactor US dollars
   */
  public record Calculation(
      BigDecimal workRvu,
      BigDecimal expenseRvu,
      BigDecimal malpracticeRvu,
      BigDecimal workIndex,
      BigDecimal expenseIndex,
      BigDecimal malpracticeIndex,
      BigDecimal conversionFactor) {}
}
