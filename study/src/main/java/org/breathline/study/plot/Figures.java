package org.breathline.study.plot;

import java.util.Locale;

/** How numbers are written for readers: no exponent, a true minus sign, a dash where none is. */
public final class Figures {

  /** Stands where there is no number. */
  public static final String NONE = "–";

  private Figures() {}

  /** A number with so many decimals; {@link #NONE} if it is not finite. */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    String written = String.format(Locale.ROOT, "%." + decimals + "f", value);
    if (!written.startsWith("-")) {
      return written;
    }
    // A value that rounds to zero has no sign.
    String digits = written.substring(1);
    return digits.chars().allMatch(c -> c == '0' || c == '.') ? digits : "\u2212" + digits;
  }

  /** A number with its sign always written. */
  public static String signed(double value, int decimals) {
    String written = fixed(value, decimals);
    boolean bare = !Double.isFinite(value) || written.startsWith("\u2212");
    return bare || fixed(0, decimals).equals(written) ? written : "+" + written;
  }

  /** A share, 0 to 1, as whole per cent. */
  public static String percent(double share) {
    return Double.isFinite(share) ? fixed(100 * share, 0) + " %" : NONE;
  }
}
