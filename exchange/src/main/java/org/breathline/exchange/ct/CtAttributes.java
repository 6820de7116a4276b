package org.breathline.exchange.ct;

import java.util.Set;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Element;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.iod.PatientStudyModules;

/**
 * What an image made from another one takes over: the attributes of the CT Image IOD (PS3.3, A.3)
 * that stay true. Everything else (private elements, vendors' markings of a phase that is no longer
 * this one, retired and misplaced attributes) is left behind rather than carried on unread.
 */
final class CtAttributes {

  private static final Set<Integer> KEPT =
      Set.of(
          Tag.SPECIFIC_CHARACTER_SET,
          // Series, frame of reference, equipment
          Tag.MODALITY,
          Tag.SERIES_DATE,
          Tag.SERIES_TIME,
          Tag.PROTOCOL_NAME,
          Tag.BODY_PART_EXAMINED,
          Tag.LATERALITY,
          Tag.PATIENT_POSITION,
          Tag.OPERATORS_NAME,
          Tag.FRAME_OF_REFERENCE_UID,
          Tag.POSITION_REFERENCE_INDICATOR,
          Tag.MANUFACTURER,
          Tag.INSTITUTION_NAME,
          Tag.STATION_NAME,
          Tag.MANUFACTURER_MODEL_NAME,
          Tag.DEVICE_SERIAL_NUMBER,
          Tag.SOFTWARE_VERSIONS,
          // Image
          Tag.SOP_CLASS_UID,
          Tag.ACQUISITION_DATE,
          Tag.ACQUISITION_TIME,
          Tag.ACQUISITION_DATE_TIME,
          Tag.ACQUISITION_NUMBER,
          Tag.CONTENT_DATE,
          Tag.CONTENT_TIME,
          Tag.IMAGE_TYPE,
          Tag.IMAGE_POSITION_PATIENT,
          Tag.IMAGE_ORIENTATION_PATIENT,
          Tag.SLICE_LOCATION,
          Tag.PIXEL_SPACING,
          Tag.SLICE_THICKNESS,
          Tag.SAMPLES_PER_PIXEL,
          Tag.PHOTOMETRIC_INTERPRETATION,
          Tag.ROWS,
          Tag.COLUMNS,
          Tag.BITS_ALLOCATED,
          Tag.BITS_STORED,
          Tag.HIGH_BIT,
          Tag.PIXEL_REPRESENTATION,
          Tag.PIXEL_PADDING_VALUE,
          Tag.WINDOW_CENTER,
          Tag.WINDOW_WIDTH,
          Tag.RESCALE_INTERCEPT,
          Tag.RESCALE_SLOPE,
          Tag.RESCALE_TYPE,
          Tag.BURNED_IN_ANNOTATION,
          Tag.LOSSY_IMAGE_COMPRESSION,
          Tag.LOSSY_IMAGE_COMPRESSION_RATIO,
          Tag.LOSSY_IMAGE_COMPRESSION_METHOD,
          // CT image
          Tag.SCAN_OPTIONS,
          Tag.KVP,
          Tag.DATA_COLLECTION_DIAMETER,
          Tag.RECONSTRUCTION_DIAMETER,
          Tag.DISTANCE_SOURCE_TO_DETECTOR,
          Tag.DISTANCE_SOURCE_TO_PATIENT,
          Tag.GANTRY_DETECTOR_TILT,
          Tag.TABLE_HEIGHT,
          Tag.ROTATION_DIRECTION,
          Tag.EXPOSURE_TIME,
          Tag.XRAY_TUBE_CURRENT,
          Tag.EXPOSURE,
          Tag.FILTER_TYPE,
          Tag.CONVOLUTION_KERNEL,
          Tag.REVOLUTION_TIME,
          Tag.CONTRAST_BOLUS_AGENT);

  private CtAttributes() {}

  /** A new data set with what is kept of a source image's, less its pixel data. */
  static Dataset keptOf(Dataset source) {
    Dataset kept = new Dataset();
    source.find(Tag.SPECIFIC_CHARACTER_SET).ifPresent(kept::put);
    for (Element element : source) {
      if (KEPT.contains(element.tag()) || PatientStudyModules.TAGS.contains(element.tag())) {
        kept.put(element);
      }
    }
    return kept;
  }
}
