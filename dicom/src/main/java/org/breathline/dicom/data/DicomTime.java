package org.breathline.dicom.data;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day: the representation TM, {@code HHMMSS.FFFFFF} (PS3.5, section 6.2). */
public final class DicomTime {

  private static final Pattern FORM =
      Pattern.compile("(\\d\\d)(?::?(\\d\\d)(?::?(\\d\\d)(?:\\.(\\d{1,9}))?)?)?");

  private DicomTime() {}

  /**
   * Reads a time; parts left out at the end are 0, and the old form with colons is understood.
   *
   * @return seconds since midnight, below 86,401 (a leap second is possible); nothing if the text
   *     is no time
   */
  public static OptionalDouble secondsOfDay(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      return OptionalDouble.empty();
    }
    int hours = number(parts.group(1));
    int minutes = number(parts.group(2));
    int seconds = number(parts.group(3));
    if (hours > 23 || minutes > 59 || seconds > 60) {
      return OptionalDouble.empty();
    }
    double fraction = parts.group(4) == null ? 0 : Double.parseDouble("0." + parts.group(4));
    return OptionalDouble.of(hours * 3600 + minutes * 60 + seconds + fraction);
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /**
   * Writes a time with microseconds.
   *
   * @param secondsOfDay seconds since midnight, 0 up to 86,400
   */
  public static String format(double secondsOfDay) {
    long micros = Math.round(secondsOfDay * 1e6);
    if (micros < 0 || micros >= 86_400_000_000L) {
      throw new IllegalArgumentException("not a time of day: " + secondsOfDay + " s");
    }
    long seconds = micros / 1_000_000;
    return String.format(
        Locale.ROOT,
        "%02d%02d%02d.%06d",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        micros % 1_000_000);
  }
}
