package org.breathline.dicom.data;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date with a time of day: the representation DT, {@code YYYYMMDDHHMMSS.FFFFFF&ZZXX} (PS3.5,
 * section 6.2).
 *
 * @param date the date
 * @param secondsOfDay seconds since midnight
 * @param offset the offset from UTC, if said
 */
public record DicomDateTime(LocalDate date, double secondsOfDay, Optional<ZoneOffset> offset) {

  private static final Pattern FORM =
      Pattern.compile("(\\d{8})(\\d{2,6}(?:\\.\\d{1,9})?)?(?:([+-]\\d\\d)(\\d\\d))?");

  /** Reads a value that says at least the day. Nothing if the text is no such value. */
  public static Optional<DicomDateTime> parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<LocalDate> date = DicomDate.parse(parts.group(1));
    OptionalDouble time =
        parts.group(2) == null ? OptionalDouble.of(0) : DicomTime.secondsOfDay(parts.group(2));
    if (date.isEmpty() || time.isEmpty()) {
      return Optional.empty();
    }
    if (parts.group(3) == null) {
      return Optional.of(new DicomDateTime(date.get(), time.getAsDouble(), Optional.empty()));
    }
    int hours = Integer.parseInt(parts.group(3));
    int minutes = Integer.parseInt(parts.group(4));
    if (Math.abs(hours) > 17 || minutes > 59) {
      return Optional.empty();
    }
    ZoneOffset offset =
        ZoneOffset.ofHoursMinutes(hours, parts.group(3).startsWith("-") ? -minutes : minutes);
    return Optional.of(new DicomDateTime(date.get(), time.getAsDouble(), Optional.of(offset)));
  }
}
