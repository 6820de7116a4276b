package org.breathline.dicom.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text: the representations DS and IS (PS3.5, section 6.2). */
public final class DecimalString {

  /** The most characters of a DS. */
  public static final int MAX_LENGTH = 16;

  private DecimalString() {}

  /**
   * Reads a number; blanks around it do not matter.
   *
   * @throws NumberFormatException if the text is none; the message does not repeat it
   */
  public static double parse(String text) {
    String trimmed = text.strip();
    for (int i = 0; i < trimmed.length(); i++) {
      // Java would accept "NaN", "0x1p3" and "1d" too.
      if ("0123456789+-.eE".indexOf(trimmed.charAt(i)) < 0) {
        throw new NumberFormatException("expected a decimal number");
      }
    }
    try {
      return Double.parseDouble(trimmed);
    } catch (NumberFormatException e) {
      throw new NumberFormatException("expected a decimal number");
    }
  }

  /**
   * The shortest text that reads back as the number, or, if that has more than 16 characters, the
   * nearest number that has not.
   *
   * @throws IllegalArgumentException for NaN and infinities
   */
  public static String format(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("a decimal string holds finite numbers only");
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    BigDecimal exact = new BigDecimal(Double.toString(number));
    for (int digits = 17; digits > 1; digits--) {
      BigDecimal rounded =
          exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
      String plain = rounded.toPlainString();
      String scientific = scientific(rounded);
      String shorter = plain.length() <= scientific.length() ? plain : scientific;
      if (shorter.length() <= MAX_LENGTH) {
        return shorter;
      }
    }
    return scientific(exact.round(new MathContext(1, RoundingMode.HALF_EVEN)));
  }

  /** One digit, the others after the point, the exponent: BigDecimal has no such form. */
  private static String scientific(BigDecimal number) {
    String digits = number.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - number.scale();
    return (number.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + "E"
        + exponent;
  }
}
