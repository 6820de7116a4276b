package org.breathline.billing.claim;

import org.jspecify.annotations.Nullable;

/**
 * A physician, a group or a hospital.
 *
 * @param npi the National Provider Identifier, or absent where it is not known; its check digit is
 *     for {@link #hasValidNpi}
 * @param name of an organisation, or the family name of a person
 * @param firstName of a person; absent for an organisation
 * @param taxonomy Health Care Provider Taxonomy code, or absent
 * @param taxId employer identification number, nine digits, or absent
 * @param address or absent
 */
public record Provider(
    @Nullable String npi,
    String name,
    @Nullable String firstName,
    @Nullable String taxonomy,
    @Nullable String taxId,
    @Nullable Address address) {

  private static final int NPI_LENGTH = 10;

  /** What the Luhn sum of the prefix 80840, which stands before every NPI, contributes. */
  private static final int PREFIX_SUM = 24;

  /** Checks the texts; throws {@link IllegalArgumentException}. */
  public Provider {
    Texts.clean("npi", npi);
    Texts.present("name", name);
    Texts.clean("firstName", firstName);
    Texts.clean("taxonomy", taxonomy);
    Texts.clean("taxId", taxId);
  }

  /** Whether it is a person. */
  public boolean isPerson() {
    return firstName != null;
  }

  /**
   * Whether there is an NPI with ten digits and the right check digit (45 CFR 162.406; Luhn over
   * 80840 and the number).
   */
  public boolean hasValidNpi() {
    if (npi == null || npi.length() != NPI_LENGTH) {
      return false;
    }
    int sum = PREFIX_SUM;
    for (int i = 0; i < NPI_LENGTH; i++) {
      int digit = npi.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  /** Says the number alone. */
  @Override
  public String toString() {
    return "Provider[npi=" + npi + "]";
  }
}
