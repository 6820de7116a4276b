package org.breathline.dicom.iod;

import java.util.List;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;

/**
 * Whose an object is and of which study: the modules Patient, General Study and Patient Study
 * (PS3.3, C.7.1.1, C.7.2.1, C.7.2.2), which all objects of a study share.
 */
public final class PatientStudyModules {

  /** The attributes that a new object of a study takes from another one. */
  public static final List<Integer> TAGS =
      List.of(
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
          Tag.TIMEZONE_OFFSET_FROM_UTC);

  /** There, with or without a value (type 2). */
  private static final List<Integer> TYPE_2 =
      List.of(
          Tag.PATIENT_NAME,
          Tag.PATIENT_ID,
          Tag.PATIENT_BIRTH_DATE,
          Tag.PATIENT_SEX,
          Tag.STUDY_DATE,
          Tag.STUDY_TIME,
          Tag.STUDY_ID,
          Tag.ACCESSION_NUMBER,
          Tag.REFERRING_PHYSICIAN_NAME);

  private PatientStudyModules() {}

  /** Copies what is there, and the character set that it is written in. */
  public static void copy(Dataset from, Dataset to) {
    from.find(Tag.SPECIFIC_CHARACTER_SET).ifPresent(to::put);
    for (int tag : TAGS) {
      from.find(tag).ifPresent(to::put);
    }
  }

  /** Adds, empty, what must be there and is not. */
  public static void completeType2(Dataset header) {
    for (int tag : TYPE_2) {
      if (!header.contains(tag)) {
        header.setString(tag);
      }
    }
  }
}
