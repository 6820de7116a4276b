package org.breathline.dicom.iod;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.breathline.dicom.codec.PixelFormat;
import org.breathline.dicom.codec.PixelFrames;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomDateTime;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.DicomTime;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomFile;

/**
 * A CT Image (PS3.3, A.3): one slice, with its place in the patient (LPS, millimetres), its time
 * and its Hounsfield units.
 */
public final class CtImage {

  private final DicomFile file;
  private final Dataset dataset;
  private final PixelFormat format;
  private final double[] position;
  private final double[] orientation;
  private final double[] spacing;
  private final Rescale rescale;

  private CtImage(DicomFile file) throws DicomException {
    this.file = file;
    this.dataset = file.dataset();
    this.format = PixelFormat.of(dataset);
    this.position = dataset.requireDecimals(Tag.IMAGE_POSITION_PATIENT, 3);
    this.orientation = dataset.requireDecimals(Tag.IMAGE_ORIENTATION_PATIENT, 6);
    this.spacing = dataset.requireDecimals(Tag.PIXEL_SPACING, 2);
    this.rescale =
        new Rescale(
            dataset.decimal(Tag.RESCALE_SLOPE).orElse(1),
            dataset.decimal(Tag.RESCALE_INTERCEPT).orElse(0));
    if (!(spacing[0] > 0 && spacing[1] > 0)) {
      throw dataset.problem(Tag.PIXEL_SPACING, "expected distances above 0 mm");
    }
    if (format.samplesPerPixel() != 1 || format.bitsAllocated() != 16) {
      throw dataset.problem(Tag.BITS_ALLOCATED, "expected grey pixels of 16 bits in a CT image");
    }
  }

  /**
   * The view of a file that holds a CT image.
   *
   * @throws DicomException if an element that a CT image needs is missing or wrong
   */
  public static CtImage of(DicomFile file) throws DicomException {
    return new CtImage(file);
  }

  /** The data set. */
  public Dataset dataset() {
    return dataset;
  }

  /** How pixels are stored. */
  public PixelFormat format() {
    return format;
  }

  /** Pixels in a row. */
  public int columns() {
    return format.columns();
  }

  /** Pixels in a column. */
  public int rows() {
    return format.rows();
  }

  /** The centre of the first pixel, mm: x, y, z. */
  public double[] positionMm() {
    return position.clone();
  }

  /** The directions of the rows and of the columns, unit vectors: six numbers. */
  public double[] orientation() {
    return orientation.clone();
  }

  /** The distance between neighbouring rows, mm: the first value of PixelSpacing. */
  public double rowSpacingMm() {
    return spacing[0];
  }

  /** The distance between neighbouring columns, mm: the second value of PixelSpacing. */
  public double columnSpacingMm() {
    return spacing[1];
  }

  /** How stored values become Hounsfield units. */
  public Rescale rescale() {
    return rescale;
  }

  /** The stored value of pixels outside the reconstructed circle, if there is one. */
  public OptionalInt pixelPadding() throws DicomException {
    return dataset.integer(Tag.PIXEL_PADDING_VALUE);
  }

  /** AcquisitionTime, seconds since midnight. */
  public OptionalDouble acquisitionTimeS() throws DicomException {
    return time(Tag.ACQUISITION_TIME);
  }

  /** ContentTime, seconds since midnight. */
  public OptionalDouble contentTimeS() throws DicomException {
    return time(Tag.CONTENT_TIME);
  }

  /** AcquisitionDateTime. */
  public Optional<DicomDateTime> acquisitionDateTime() throws DicomException {
    Optional<String> text = dataset.string(Tag.ACQUISITION_DATE_TIME);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<DicomDateTime> value = DicomDateTime.parse(text.get());
    if (value.isEmpty()) {
      throw dataset.problem(
          Tag.ACQUISITION_DATE_TIME, "expected a date and time, YYYYMMDDHHMMSS.FFFFFF");
    }
    return value;
  }

  private OptionalDouble time(int tag) throws DicomException {
    Optional<String> text = dataset.string(tag);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble seconds = DicomTime.secondsOfDay(text.get());
    if (seconds.isEmpty()) {
      throw dataset.problem(tag, "expected a time, HHMMSS.FFFFFF");
    }
    return seconds;
  }

  /**
   * The pixel data as they are stored, without the bits beside BitsStored.
   *
   * @param stored receives columns x rows values, rows one after the other; unsigned 16-bit values
   *     come as {@code short}s of the same bits
   */
  public void readStored(short[] stored) throws IOException {
    int pixels = Math.toIntExact(format.pixels());
    if (stored.length < pixels) {
      throw new IllegalArgumentException(
          "the array holds " + stored.length + " values, the slice has " + pixels);
    }
    StoredValues.unpack(PixelFrames.of(file).read(0), format, stored, pixels);
  }

  /**
   * The Hounsfield units, rounded to whole ones and held within -32768 to 32767.
   *
   * @param hu receives columns x rows values, rows one after the other
   */
  public void readHu(short[] hu) throws IOException {
    readStored(hu);
    StoredValues.rescale(hu, Math.toIntExact(format.pixels()), format.signed(), rescale);
  }
}
