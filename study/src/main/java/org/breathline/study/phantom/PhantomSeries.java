package org.breathline.study.phantom;

import java.time.LocalDate;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.scan.SliceGeometry;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomDate;
import org.breathline.dicom.data.DicomTime;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.study.output.Version;

/**
 * A series that a scanner made of the phantom: the headers of its CT images. Patient and day are
 * made up; all UIDs follow from the run's name, so that the same run gives the same files.
 *
 * @param run names the run
 * @param patientId of the phantom
 * @param number the SeriesNumber
 * @param description the SeriesDescription
 * @param scanOptions how the couch moved, in the scanner's words
 * @param geometry what the images share
 * @param sliceMm their thickness
 * @param rotationS the time of a rotation, seconds
 */
record PhantomSeries(
    String run,
    String patientId,
    int number,
    String description,
    String scanOptions,
    SliceGeometry geometry,
    double sliceMm,
    double rotationS) {

  /** A day on which nobody was scanned. */
  static final LocalDate DATE = LocalDate.of(2026, 1, 1);

  private static final double KVP = 120;
  private static final int LUNG_CENTRE_HU = -400;
  private static final int LUNG_WIDTH_HU = 1600;
  private static final double STUDY_TIME_S = 9.75 * 3600;

  /** The series' UID. */
  String uid() {
    return Uid.fromName(run + " series " + number);
  }

  /**
   * The header of an image, without what describes its pixels' samples.
   *
   * @param instance from 1
   * @param acquisition from 1; images with the same were taken together
   * @param positionMm its place along the axis
   * @param midTimeS the middle of its rotation, seconds of the day
   */
  Dataset header(int instance, int acquisition, double positionMm, double midTimeS) {
    Dataset header = new Dataset();
    identify(header, instance);
    double beginS = midTimeS - rotationS / 2;
    header
        .setString(Tag.ACQUISITION_DATE, DicomDate.format(DATE))
        .setString(Tag.ACQUISITION_TIME, DicomTime.format(beginS))
        .setString(Tag.CONTENT_DATE, DicomDate.format(DATE))
        .setString(Tag.CONTENT_TIME, DicomTime.format(beginS + rotationS))
        .setInteger(Tag.ACQUISITION_NUMBER, acquisition)
        .setString(Tag.SCAN_OPTIONS, scanOptions)
        .setDecimal(Tag.KVP, KVP)
        .setDecimal(Tag.REVOLUTION_TIME, rotationS);
    place(header, positionMm);
    return header;
  }

  private void identify(Dataset header, int instance) {
    header
        .setString(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE)
        .setString(Tag.SOP_INSTANCE_UID, Uid.fromName(run + " image " + number + "#" + instance))
        .setString(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
        .setString(Tag.PATIENT_NAME, "Phantom^Thorax")
        .setString(Tag.PATIENT_ID, patientId)
        .setString(Tag.PATIENT_BIRTH_DATE)
        .setString(Tag.PATIENT_SEX, "O")
        .setString(Tag.PATIENT_COMMENTS, "Simulated: a digital phantom, no person")
        .setString(Tag.STUDY_INSTANCE_UID, Uid.fromName(run + " study"))
        .setString(Tag.STUDY_DATE, DicomDate.format(DATE))
        .setString(Tag.STUDY_TIME, DicomTime.format(STUDY_TIME_S))
        .setString(Tag.STUDY_ID, "1")
        .setString(Tag.STUDY_DESCRIPTION, "Digital thorax phantom")
        .setString(Tag.ACCESSION_NUMBER)
        .setString(Tag.REFERRING_PHYSICIAN_NAME)
        .setString(Tag.MODALITY, "CT")
        .setString(Tag.SERIES_INSTANCE_UID, uid())
        .setInteger(Tag.SERIES_NUMBER, number)
        .setString(Tag.SERIES_DESCRIPTION, description)
        .setString(Tag.BODY_PART_EXAMINED, "CHEST")
        .setString(Tag.PATIENT_POSITION, "HFS")
        .setString(Tag.MANUFACTURER, "Breathline")
        .setString(Tag.MANUFACTURER_MODEL_NAME, "Simulated scanner")
        .setString(Tag.SOFTWARE_VERSIONS, Version.current())
        .setInteger(Tag.INSTANCE_NUMBER, instance);
  }

  private void place(Dataset header, double positionMm) {
    Vector3 corner = geometry.origin(positionMm);
    Vector3 row = geometry.orientation().row();
    Vector3 column = geometry.orientation().column();
    header
        .setString(Tag.FRAME_OF_REFERENCE_UID, Uid.fromName(run + " frame of reference"))
        .setString(Tag.POSITION_REFERENCE_INDICATOR)
        .setDecimal(Tag.IMAGE_POSITION_PATIENT, corner.x(), corner.y(), corner.z())
        .setDecimal(
            Tag.IMAGE_ORIENTATION_PATIENT,
            row.x(),
            row.y(),
            row.z(),
            column.x(),
            column.y(),
            column.z())
        .setDecimal(Tag.PIXEL_SPACING, geometry.rowSpacingMm(), geometry.columnSpacingMm())
        .setDecimal(Tag.SLICE_THICKNESS, sliceMm)
        .setInteger(Tag.SAMPLES_PER_PIXEL, 1)
        .setString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
        .setInteger(Tag.ROWS, geometry.rows())
        .setInteger(Tag.COLUMNS, geometry.columns())
        .setInteger(Tag.WINDOW_CENTER, LUNG_CENTRE_HU)
        .setInteger(Tag.WINDOW_WIDTH, LUNG_WIDTH_HU)
        .setString(Tag.RESCALE_TYPE, "HU");
  }
}
