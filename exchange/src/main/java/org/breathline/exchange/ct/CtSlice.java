package org.breathline.exchange.ct;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.scan.SliceGeometry;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomDate;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.iod.CtImage;
import org.breathline.exchange.phase.RespiratoryMark;
import org.breathline.exchange.phase.RespiratoryMarks;

/**
 * One CT image file: what grouping, sorting and importing need of its header. The place is
 * projected from ImagePositionPatient on the slice normal; InstanceNumber, SliceLocation and
 * SliceThickness are not looked at.
 *
 * @param file where it is
 * @param sopInstanceUid its own UID
 * @param seriesUid its series
 * @param seriesDescription the series in the scanner's words, empty where not written
 * @param studyUid its study
 * @param frameOfReferenceUid its coordinate system, empty where not written
 * @param patientId whose it is: to be compared, never shown
 * @param acquisitionDate the day, if written
 * @param geometry pixel matrix and orientation
 * @param positionMm the place along the slice normal
 * @param timing when it was acquired, if written
 * @param mark the breathing phase it is marked with
 * @param gantryTiltDegrees the tilt that the header says, 0 where it says none
 */
public record CtSlice(
    Path file,
    String sopInstanceUid,
    String seriesUid,
    String seriesDescription,
    String studyUid,
    String frameOfReferenceUid,
    Optional<String> patientId,
    Optional<LocalDate> acquisitionDate,
    SliceGeometry geometry,
    double positionMm,
    Optional<SliceTiming> timing,
    RespiratoryMark mark,
    double gantryTiltDegrees) {

  /**
   * Reads a header.
   *
   * @throws DicomException if an element that a CT image needs is missing or wrong
   */
  public static CtSlice of(Path file, CtImage image) throws DicomException {
    Dataset header = image.dataset();
    double[] cosines = image.orientation();
    Orientation orientation;
    try {
      orientation =
          Orientation.of(
              new Vector3(cosines[0], cosines[1], cosines[2]),
              new Vector3(cosines[3], cosines[4], cosines[5]));
    } catch (IllegalArgumentException e) {
      throw header.problem(Tag.IMAGE_ORIENTATION_PATIENT, String.valueOf(e.getMessage()));
    }
    double[] corner = image.positionMm();
    Vector3 origin = new Vector3(corner[0], corner[1], corner[2]);
    double positionMm = origin.dot(orientation.normal());
    return new CtSlice(
        file,
        uid(header, Tag.SOP_INSTANCE_UID),
        uid(header, Tag.SERIES_INSTANCE_UID),
        header.string(Tag.SERIES_DESCRIPTION).orElse(""),
        uid(header, Tag.STUDY_INSTANCE_UID),
        header.string(Tag.FRAME_OF_REFERENCE_UID).orElse(""),
        header.string(Tag.PATIENT_ID),
        header.string(Tag.ACQUISITION_DATE).flatMap(DicomDate::parse),
        new SliceGeometry(
            image.columns(),
            image.rows(),
            image.columnSpacingMm(),
            image.rowSpacingMm(),
            origin.minus(orientation.normal().times(positionMm)),
            orientation),
        positionMm,
        SliceTiming.of(header),
        RespiratoryMarks.of(header),
        header.decimal(Tag.GANTRY_DETECTOR_TILT).orElse(0));
  }

  /**
   * What is made of a slice refers to it: digits and dots, if not always by the letter of PS3.5.
   */
  private static String uid(Dataset header, int tag) throws DicomException {
    String uid = header.requireString(tag);
    if (!uid.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
      throw header.problem(tag, "expected a UID: numbers joined by dots");
    }
    return uid;
  }

  /** Not the record's own text, which would show whose slice it is. */
  @Override
  public String toString() {
    return "CT slice at %.2f mm".formatted(positionMm);
  }
}
