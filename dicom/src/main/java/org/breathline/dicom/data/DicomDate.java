package org.breathline.dicom.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates: the representation DA, {@code YYYYMMDD} (PS3.5, section 6.2). */
public final class DicomDate {

  private static final Pattern FORM = Pattern.compile("(\\d{4})\\.?(\\d\\d)\\.?(\\d\\d)");

  private DicomDate() {}

  /** Reads a date; the old form with dots is understood. Nothing if the text is no date. */
  public static Optional<LocalDate> parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Writes a date. */
  public static String format(LocalDate date) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(date);
  }
}
