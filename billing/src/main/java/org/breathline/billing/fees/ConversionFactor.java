package org.breathline.billing.fees;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Dollars for one relative value unit.
 *
 * @param from first date of service
 * @param through last date of service
 * @param factor US dollars
 * @param source where it stands
 */
public record ConversionFactor(
    LocalDate from, LocalDate through, BigDecimal factor, String source) {

  /** Whether it holds on a date. */
  public boolean holdsOn(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(through);
  }
}
