package org.breathline.core.registration.quality;

import java.util.Locale;

/**
 * A measure of a field that is not as it should be.
 *
 * @param outcome what it means for the use of the field: WARN or REFUSE
 * @param what what is the matter, in words
 * @param figure what was measured
 * @param limit what was allowed
 * @param unit of both, or an empty text
 * @param source where the limit comes from
 */
public record QualityFinding(
    Outcome outcome, String what, double figure, double limit, String unit, String source) {

  /** One sentence for the user. */
  public String message() {
    String space = unit.isEmpty() ? "" : " ";
    return String.format(
        Locale.ROOT,
        "%s: %s%s%s, limit %s%s%s (%s).",
        what,
        number(figure),
        space,
        unit,
        number(limit),
        space,
        unit,
        source);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
