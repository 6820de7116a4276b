package org.breathline.billing.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One service of a claim.
 *
 * @param code CPT or HCPCS code, five characters
 * @param modifiers up to four, in the order of the claim; what is wrong with them is a finding
 * @param placeOfService two digits, or absent where the claim's own holds
 * @param units more than 0
 * @param date of service, the first where there are several
 * @param endDate the last where there are several, else absent
 * @param diagnosisPointers 1 for the claim's first diagnosis
 * @param charge what is asked for, in US dollars
 * @param revenueCode four digits on an institutional claim, else absent
 * @param rendering who did it where it is not the claim's, else absent
 * @param priorAuthorisation of this line alone, else absent
 * @param note in words, or absent
 */
public record ClaimLine(
    String code,
    List<String> modifiers,
    @Nullable String placeOfService,
    BigDecimal units,
    LocalDate date,
    @Nullable LocalDate endDate,
    List<Integer> diagnosisPointers,
    BigDecimal charge,
    @Nullable String revenueCode,
    @Nullable Provider rendering,
    @Nullable String priorAuthorisation,
    @Nullable String note) {

  private static final int CODE_LENGTH = 5;
  private static final int MOST_MODIFIERS = 4;

  /** Checks the shape, not the sense; throws {@link IllegalArgumentException}. */
  public ClaimLine {
    Texts.present("code", code);
    code = code.toUpperCase(Locale.ROOT);
    if (code.length() != CODE_LENGTH || !Texts.isAlphanumeric(code)) {
      throw new IllegalArgumentException("code is not five letters or digits");
    }
    modifiers = Texts.list(modifiers).stream().map(m -> m.toUpperCase(Locale.ROOT)).toList();
    if (modifiers.size() > MOST_MODIFIERS) {
      throw new IllegalArgumentException("modifiers are more than four");
    }
    for (String modifier : modifiers) {
      if (modifier.length() != 2 || !Texts.isAlphanumeric(modifier)) {
        throw new IllegalArgumentException("modifiers are not two letters or digits each");
      }
    }
    Texts.clean("placeOfService", placeOfService);
    Texts.required("units", units);
    if (units.signum() <= 0) {
      throw new IllegalArgumentException("units are not more than 0");
    }
    Texts.required("date", date);
    if (endDate != null && endDate.isBefore(date)) {
      throw new IllegalArgumentException("endDate is before date");
    }
    diagnosisPointers = Texts.list(diagnosisPointers);
    Texts.required("charge", charge);
    if (charge.signum() < 0) {
      throw new IllegalArgumentException("charge is negative");
    }
    Texts.clean("revenueCode", revenueCode);
    Texts.clean("priorAuthorisation", priorAuthorisation);
    Texts.clean("note", note);
  }

  /** Whether it carries a modifier. */
  public boolean has(String modifier) {
    return modifiers.contains(modifier);
  }
}
