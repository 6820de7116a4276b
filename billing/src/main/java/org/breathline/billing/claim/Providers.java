package org.breathline.billing.claim;

import org.jspecify.annotations.Nullable;

/**
 * Who treated and who bills.
 *
 * @param billing who is to be paid
 * @param rendering who did it; absent where it is the billing provider
 * @param referring who ordered it, or absent
 * @param supervising who supervised a technical service, or absent
 * @param attending of an institutional claim, else absent
 * @param serviceFacility where it was done if not at the billing provider's address, or absent
 */
public record Providers(
    Provider billing,
    @Nullable Provider rendering,
    @Nullable Provider referring,
    @Nullable Provider supervising,
    @Nullable Provider attending,
    @Nullable Provider serviceFacility) {

  /** Throws {@link IllegalArgumentException} without a billing provider. */
  public Providers {
    Texts.required("billing", billing);
  }
}
