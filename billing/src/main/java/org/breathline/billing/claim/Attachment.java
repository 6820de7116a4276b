package org.breathline.billing.claim;

import org.jspecify.annotations.Nullable;

/**
 * Supporting documentation (X12 PWK).
 *
 * @param reportType PWK01, such as OZ (support data) or DG (diagnostic report)
 * @param transmission PWK02: how it comes, such as EL, BM, FX, or AA where it is held ready
 * @param controlNumber PWK06, or absent
 * @param description in words, or absent
 */
public record Attachment(
    String reportType,
    String transmission,
    @Nullable String controlNumber,
    @Nullable String description) {

  /** Checks the texts; throws {@link IllegalArgumentException}. */
  public Attachment {
    Texts.present("reportType", reportType);
    Texts.present("transmission", transmission);
    Texts.clean("controlNumber", controlNumber);
    Texts.clean("description", description);
  }
}
