package org.breathline.billing.rules;

import java.util.List;

/**
 * The codes by which a remittance would say it. Our reading: a payer may choose others.
 *
 * @param carc Claim Adjustment Reason Codes, the likeliest first
 * @param rarc Remittance Advice Remark Codes
 */
public record Denial(List<String> carc, List<String> rarc) {

  /** Copies the lists. */
  public Denial {
    carc = List.copyOf(carc);
    rarc = List.copyOf(rarc);
  }
}
