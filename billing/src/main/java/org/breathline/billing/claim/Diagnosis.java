package org.breathline.billing.claim;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis.
 *
 * @param code ICD-10-CM, kept with its dot, given with or without: C34.11
 * @param presentOnAdmission Y, N, U or W on an inpatient claim, else absent
 */
public record Diagnosis(String code, @Nullable String presentOnAdmission) {

  private static final Pattern ICD_10_CM =
      Pattern.compile("[A-Z][0-9][0-9A-Z](\\.?[0-9A-Z]{1,4})?");
  private static final int CATEGORY = 3;

  /** Puts the dot in its place; throws {@link IllegalArgumentException} on any other text. */
  public Diagnosis {
    Texts.present("code", code);
    code = code.toUpperCase(Locale.ROOT);
    if (!ICD_10_CM.matcher(code).matches()) {
      throw new IllegalArgumentException("code is not an ICD-10-CM code such as C34.11");
    }
    if (code.length() > CATEGORY && code.charAt(CATEGORY) != '.') {
      code = code.substring(0, CATEGORY) + "." + code.substring(CATEGORY);
    }
    Texts.clean("presentOnAdmission", presentOnAdmission);
  }

  /** A diagnosis of an outpatient. */
  public static Diagnosis of(String code) {
    return new Diagnosis(code, null);
  }

  /** The code as X12 has it, without the dot. */
  public String withoutDot() {
    return code.replace(".", "");
  }
}
