package org.breathline.exchange.ct;

import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.iod.PatientStudyModules;

/**
 * What a new object of a CT's study takes from the header of one of its slices: patient, study and
 * frame of reference, and beside them what made it.
 */
public final class StudyHeader {

  private static final String SOFTWARE = "Breathline";

  private StudyHeader() {}

  /**
   * A new data set of the study.
   *
   * @param slice the header of a CT slice
   */
  public static Dataset of(Dataset slice) {
    Dataset header = new Dataset();
    PatientStudyModules.copy(slice, header);
    slice.find(Tag.FRAME_OF_REFERENCE_UID).ifPresent(header::put);
    slice.find(Tag.POSITION_REFERENCE_INDICATOR).ifPresent(header::put);
    PatientStudyModules.completeType2(header);
    if (!header.contains(Tag.POSITION_REFERENCE_INDICATOR)) {
      header.setString(Tag.POSITION_REFERENCE_INDICATOR);
    }
    header.setString(Tag.MANUFACTURER, SOFTWARE);
    header.setString(Tag.MANUFACTURER_MODEL_NAME, SOFTWARE);
    header.setString(Tag.DEVICE_SERIAL_NUMBER, "software");
    header.setString(Tag.SOFTWARE_VERSIONS, Uid.IMPLEMENTATION_VERSION);
    return header;
  }
}
