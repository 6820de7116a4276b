package org.breathline.exchange.ct;

import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomDate;
import org.breathline.dicom.data.DicomDateTime;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.DicomTime;
import org.breathline.dicom.data.Element;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.ValueElement;

/**
 * When a slice was acquired, and by which clock. The standard's acquisition times say when the
 * acquisition started; half a rotation is added to get to its middle.
 *
 * @param midTimeS the middle of the acquisition, seconds; only differences mean something
 * @param rotationS the rotation time, seconds; 0 where the header does not say it
 * @param clock where the time was found
 */
public record SliceTiming(double midTimeS, double rotationS, Clock clock) {

  /** Where a time was found, the most trusted first. Times of different clocks do not compare. */
  public enum Clock {
    /** GE's mid-scan time, private element (0019,xx24) of GEMS_ACQU_01. */
    GE_MID_SCAN("the private mid-scan time of GE"),
    ACQUISITION_DATE_TIME("AcquisitionDateTime"),
    ACQUISITION_TIME("AcquisitionTime"),
    /** When the pixel data were made: often the reconstruction's time. */
    CONTENT_TIME("ContentTime");

    private final String words;

    Clock(String words) {
      this.words = words;
    }

    /** The attribute, for a message. */
    public String words() {
      return words;
    }
  }

  private static final String GE = "GEMS_ACQU_01";
  private static final int GE_MID_SCAN_TIME = 0x24;
  private static final int GE_ROTATION_TIME = 0x27;
  private static final double DAY_S = 86_400;

  /**
   * Reads the time of a slice.
   *
   * @return nothing where no time is written
   * @throws DicomException if a number that is there cannot be understood
   */
  public static Optional<SliceTiming> of(Dataset slice) throws DicomException {
    double rotationS = rotationS(slice);
    OptionalDouble midScan = privateDecimal(slice, GE_MID_SCAN_TIME);
    if (midScan.isPresent()) {
      return Optional.of(new SliceTiming(midScan.getAsDouble(), rotationS, Clock.GE_MID_SCAN));
    }
    OptionalDouble started = acquisitionDateTime(slice);
    Clock clock = Clock.ACQUISITION_DATE_TIME;
    if (started.isEmpty()) {
      started = dayAndTime(slice, Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME);
      clock = Clock.ACQUISITION_TIME;
    }
    if (started.isEmpty()) {
      started = dayAndTime(slice, Tag.CONTENT_DATE, Tag.CONTENT_TIME);
      clock = Clock.CONTENT_TIME;
    }
    return started.isEmpty()
        ? Optional.empty()
        : Optional.of(new SliceTiming(started.getAsDouble() + rotationS / 2, rotationS, clock));
  }

  private static OptionalDouble acquisitionDateTime(Dataset slice) {
    Optional<DicomDateTime> moment =
        slice.string(Tag.ACQUISITION_DATE_TIME).flatMap(DicomDateTime::parse);
    return moment.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(moment.get().date().toEpochDay() * DAY_S + moment.get().secondsOfDay());
  }

  private static OptionalDouble dayAndTime(Dataset slice, int dateTag, int timeTag) {
    OptionalDouble time =
        slice.string(timeTag).map(DicomTime::secondsOfDay).orElse(OptionalDouble.empty());
    if (time.isEmpty()) {
      return time;
    }
    // A scan may run over midnight.
    double day =
        slice.string(dateTag).flatMap(DicomDate::parse).map(d -> d.toEpochDay()).orElse(0L);
    return OptionalDouble.of(day * DAY_S + time.getAsDouble());
  }

  private static double rotationS(Dataset slice) throws DicomException {
    OptionalDouble standard = slice.decimal(Tag.REVOLUTION_TIME);
    if (standard.isPresent()) {
      return Math.max(0, standard.getAsDouble());
    }
    return Math.max(0, privateDecimal(slice, GE_ROTATION_TIME).orElse(0));
  }

  private static OptionalDouble privateDecimal(Dataset slice, int element) {
    Optional<Element> found = slice.privateElement(0x0019, GE, element);
    if (found.isEmpty() || !(found.get() instanceof ValueElement value)) {
      return OptionalDouble.empty();
    }
    try {
      double[] numbers = value.decimals();
      return numbers.length == 0 || !Double.isFinite(numbers[0])
          ? OptionalDouble.empty()
          : OptionalDouble.of(numbers[0]);
    } catch (NumberFormatException e) {
      // A private element is only a hint: another creator's use of the number is no error.
      return OptionalDouble.empty();
    }
  }
}
