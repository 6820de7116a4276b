package org.breathline.billing.fees;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A question to the fee schedule.
 *
 * @param code CPT or HCPCS code
 * @param date of service
 * @param component which part
 * @param setting where
 * @param locality such as AK-01; absent for the nation
 * @param conversionFactor US dollars, where it shall not be the schedule's (as for a qualifying APM
 *     participant)
 */
public record FeeRequest(
    String code,
    LocalDate date,
    Component component,
    FeeSetting setting,
    Optional<String> locality,
    Optional<BigDecimal> conversionFactor) {

  /** The nation's amount. */
  public static FeeRequest national(
      String code, LocalDate date, Component component, FeeSetting setting) {
    return new FeeRequest(code, date, component, setting, Optional.empty(), Optional.empty());
  }

  /** The same in a locality. */
  public FeeRequest in(String where) {
    return new FeeRequest(code, date, component, setting, Optional.of(where), conversionFactor);
  }
}
