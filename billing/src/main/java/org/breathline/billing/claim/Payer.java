package org.breathline.billing.claim;

import org.jspecify.annotations.Nullable;

/**
 * Who is asked to pay.
 *
 * @param name as the claim has it
 * @param id the payer identifier of the clearing house or the national plan
 * @param lineOfBusiness what kind of cover this is
 * @param filingCode X12 SBR09, such as MB or 16, or absent: then it follows from the line of
 *     business
 */
public record Payer(
    String name, String id, LineOfBusiness lineOfBusiness, @Nullable String filingCode) {

  /** Checks the texts; throws {@link IllegalArgumentException}. */
  public Payer {
    Texts.present("name", name);
    Texts.present("id", id);
    Texts.required("lineOfBusiness", lineOfBusiness);
    Texts.clean("filingCode", filingCode);
  }
}
