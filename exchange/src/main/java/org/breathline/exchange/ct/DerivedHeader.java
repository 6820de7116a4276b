package org.breathline.exchange.ct;

import java.util.ArrayList;
import java.util.List;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.iod.PatientStudyModules;

/**
 * Composes the header of a CT image that is made from one or more source images: the source's
 * patient, study, frame of reference and geometry, a series and an instance of its own, and from
 * what it was derived (PS3.3, C.7.6.1.1.3) with what equipment (C.12.1, Contributing Equipment).
 */
public final class DerivedHeader {

  /** ContributionDescription is short text: 1024 characters at most. */
  private static final int SHORT_TEXT = 1024;

  private DerivedHeader() {}

  /**
   * Composes a header without pixel data.
   *
   * @param source the header whose place and acquisition the image shares
   * @param label the series it belongs to
   * @param instanceNumber from 1, in the order of position
   * @param sources the SOP Instance UIDs of all images it was made from
   */
  public static Dataset compose(
      Dataset source, SeriesLabel label, int instanceNumber, List<String> sources) {
    Dataset header = CtAttributes.keptOf(source);
    header.setString(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE);
    header.setString(Tag.SOP_INSTANCE_UID, Uid.fromName(label.uid() + "#" + instanceNumber));
    header.setString(Tag.SERIES_INSTANCE_UID, label.uid());
    header.setInteger(Tag.SERIES_NUMBER, label.number());
    header.setString(Tag.SERIES_DESCRIPTION, label.description());
    header.setInteger(Tag.INSTANCE_NUMBER, instanceNumber);
    header.setString(Tag.IMAGE_TYPE, label.imageType().toArray(String[]::new));
    header.setString(Tag.DERIVATION_DESCRIPTION, label.derivation());
    header.setItems(Tag.SOURCE_IMAGE_SEQUENCE, references(sources));
    header.setItems(Tag.CONTRIBUTING_EQUIPMENT_SEQUENCE, List.of(equipment(label)));
    if (label.phasePercent().isPresent()) {
      header.setDecimal(
          Tag.NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE, label.phasePercent().getAsDouble());
    }
    if (label.temporalPosition() > 0) {
      header.setInteger(Tag.TEMPORAL_POSITION_IDENTIFIER, label.temporalPosition());
      header.setInteger(Tag.NUMBER_OF_TEMPORAL_POSITIONS, label.temporalPositions());
    }
    completeType2(header);
    return header;
  }

  private static List<Dataset> references(List<String> sources) {
    List<Dataset> items = new ArrayList<>();
    for (String uid : sources) {
      items.add(
          new Dataset()
              .setString(Tag.REFERENCED_SOP_CLASS_UID, SopClass.CT_IMAGE)
              .setString(Tag.REFERENCED_SOP_INSTANCE_UID, uid)
              .setItems(
                  Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE,
                  List.of(code("121322", "Source image for image processing operation"))));
    }
    return items;
  }

  private static Dataset equipment(SeriesLabel label) {
    String words = label.processing();
    return new Dataset()
        .setItems(
            Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, List.of(code("109102", "Processing Equipment")))
        .setString(Tag.MANUFACTURER, "Breathline")
        .setString(Tag.MANUFACTURER_MODEL_NAME, "Breathline")
        .setString(
            Tag.CONTRIBUTION_DESCRIPTION,
            words.length() <= SHORT_TEXT ? words : words.substring(0, SHORT_TEXT));
  }

  private static Dataset code(String value, String meaning) {
    return new Dataset()
        .setString(Tag.CODE_VALUE, value)
        .setString(Tag.CODING_SCHEME_DESIGNATOR, "DCM")
        .setString(Tag.CODE_MEANING, meaning);
  }

  /**
   * Attributes that must be there, with or without a value (types 2 and 2C in the CT Image IOD).
   */
  private static void completeType2(Dataset header) {
    PatientStudyModules.completeType2(header);
    for (int tag :
        new int[] {
          Tag.MANUFACTURER,
          Tag.POSITION_REFERENCE_INDICATOR,
          Tag.ACQUISITION_NUMBER,
          Tag.SLICE_THICKNESS,
          Tag.KVP
        }) {
      if (!header.contains(tag)) {
        header.setString(tag);
      }
    }
    // Wanted where the body part may be a paired one, forbidden where it is not; the source knows.
    if (!header.contains(Tag.LATERALITY) && !header.contains(Tag.BODY_PART_EXAMINED)) {
      header.setString(Tag.LATERALITY);
    }
  }
}
