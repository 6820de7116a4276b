package org.breathline.billing.edits;

import java.time.LocalDate;

/**
 * Where a table comes from.
 *
 * @param file its name
 * @param effective from which date of service
 * @param whole whether it is the whole of CMS's table; otherwise the part that ships with the
 *     program
 */
public record EditSource(String file, LocalDate effective, boolean whole) {

  private static final int MONTHS = 3;

  /** The last day of its quarter: CMS replaces these tables every three months. */
  public LocalDate through() {
    return effective.plusMonths(MONTHS).minusDays(1);
  }

  /** Whether a later table must exist for a date of service. */
  public boolean isOlderThan(LocalDate date) {
    return date.isAfter(through());
  }

  /** Whether it was not yet in force on a date of service. */
  public boolean isNewerThan(LocalDate date) {
    return date.isBefore(effective);
  }
}
