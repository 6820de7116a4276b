package org.breathline.billing.claim;

import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param line1 street
 * @param line2 or absent
 * @param city its name
 * @param state two letters, absent outside the United States and Canada
 * @param postalCode five or nine digits in the United States, without a hyphen
 * @param country ISO 3166 alpha-2, absent for the United States
 */
public record Address(
    String line1,
    @Nullable String line2,
    String city,
    @Nullable String state,
    @Nullable String postalCode,
    @Nullable String country) {

  /** Checks the texts; throws {@link IllegalArgumentException}. */
  public Address {
    Texts.present("line1", line1);
    Texts.clean("line2", line2);
    Texts.present("city", city);
    Texts.clean("state", state);
    Texts.clean("postalCode", postalCode);
    Texts.clean("country", country);
  }

  /** Says nothing of where it is. */
  @Override
  public String toString() {
    return "Address[withheld]";
  }
}
