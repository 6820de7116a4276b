package org.breathline.exchange.ct;

import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;

/**
 * What a new object of a CT's study takes from the header of one of its slices: patient, study and
 * frame of reference, and beside them what made it.
 */
public final class StudyHeader {

  private static final String SOFTWARE = "Breathline";

  private static final int[] TAKEN = {
    Tag.PATIENT_NAME,
    Tag.PATIENT_ID,
    Tag.ISSUER_OF_PATIENT_ID,
    Tag.PATIENT_BIRTH_DATE,
    Tag.PATIENT_SEX,
    Tag.PATIENT_AGE,
    Tag.PATIENT_SIZE,
    Tag.PATIENT_WEIGHT,
    Tag.PATIENT_IDENTITY_REMOVED,
    Tag.DEIDENTIFICATION_METHOD,
    Tag.STUDY_INSTANCE_UID,
    Tag.STUDY_DATE,
    Tag.STUDY_TIME,
    Tag.STUDY_ID,
    Tag.STUDY_DESCRIPTION,
    Tag.ACCESSION_NUMBER,
    Tag.REFERRING_PHYSICIAN_NAME,
    Tag.TIMEZONE_OFFSET_FROM_UTC,
    Tag.FRAME_OF_REFERENCE_UID,
    Tag.POSITION_REFERENCE_INDICATOR
  };

  /** There, with or without a value (type 2). */
  private static final int[] TYPE_2 = {
    Tag.PATIENT_NAME,
    Tag.PATIENT_ID,
    Tag.PATIENT_BIRTH_DATE,
    Tag.PATIENT_SEX,
    Tag.STUDY_DATE,
    Tag.STUDY_TIME,
    Tag.STUDY_ID,
    Tag.ACCESSION_NUMBER,
    Tag.REFERRING_PHYSICIAN_NAME,
    Tag.POSITION_REFERENCE_INDICATOR
  };

  private StudyHeader() {}

  /**
   * A new data set of the study.
   *
   * @param slice the header of a CT slice
   */
  public static Dataset of(Dataset slice) {
    Dataset header = new Dataset();
    slice.find(Tag.SPECIFIC_CHARACTER_SET).ifPresent(header::put);
    for (int tag : TAKEN) {
      slice.find(tag).ifPresent(header::put);
    }
    for (int tag : TYPE_2) {
      if (!header.contains(tag)) {
        header.setString(tag);
      }
    }
    header.setString(Tag.MANUFACTURER, SOFTWARE);
    header.setString(Tag.MANUFACTURER_MODEL_NAME, SOFTWARE);
    header.setString(Tag.DEVICE_SERIAL_NUMBER, "software");
    header.setString(Tag.SOFTWARE_VERSIONS, Uid.IMPLEMENTATION_VERSION);
    return header;
  }
}
