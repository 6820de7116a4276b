package org.breathline.billing.fees;

import java.math.BigDecimal;

/**
 * A Medicare payment locality with its geographic practice cost indices of one year.
 *
 * @param mac the contractor's number
 * @param state two letters
 * @param number two digits
 * @param name in words
 * @param work index of the physician's work, the floor of 1.0 applied where it was law
 * @param expense index of the practice expense
 * @param malpractice index
 */
public record Locality(
    String mac,
    String state,
    String number,
    String name,
    BigDecimal work,
    BigDecimal expense,
    BigDecimal malpractice) {

  /** The nation: all indices 1. */
  public static final Locality NATIONAL =
      new Locality("", "", "", "national", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);

  /** What it is asked for by, such as AK-01; "national" for the nation. */
  public String key() {
    return state.isEmpty() ? name : state + "-" + number;
  }
}
