package org.breathline.billing.edits;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A pair of codes that are not both paid on one day (PTP edit). Column 1 is paid, column 2 denied.
 *
 * @param column1 paid
 * @param column2 denied
 * @param indicator 0: no modifier opens it; 1: a modifier does, where the record supports it; 9:
 *     deleted as if it had never been
 * @param effective first date of service, where the file says
 * @param deleted last date of service, where there is one
 * @param rationale CMS's reason; empty where the file has none
 */
public record PairEdit(
    String column1,
    String column2,
    int indicator,
    Optional<LocalDate> effective,
    Optional<LocalDate> deleted,
    String rationale) {

  /** Whether it applies to a date of service. */
  public boolean appliesOn(LocalDate date) {
    return indicator != 9
        && effective.map(e -> !date.isBefore(e)).orElse(true)
        && deleted.map(d -> !date.isAfter(d)).orElse(true);
  }
}
