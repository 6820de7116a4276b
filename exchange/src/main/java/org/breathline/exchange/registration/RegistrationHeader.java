package org.breathline.exchange.registration;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomDate;
import org.breathline.dicom.data.DicomTime;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.StudyHeader;

/** Composes what both kinds of registration objects have in common. */
final class RegistrationHeader {

  /** FrameOfReferenceTransformationComment is a long string. */
  private static final int LONG_STRING = 64;

  private static final int SHORT_TEXT = 1024;

  private RegistrationHeader() {}

  /**
   * Composes the header.
   *
   * @param content the transform's bytes, for the UIDs
   */
  static Dataset compose(RegistrationContext context, String sopClass, byte[] content) {
    Dataset header = StudyHeader.of(context.header());
    String made =
        String.join(
            "|",
            "registration",
            sopClass,
            context.fixed().getFirst().seriesUid(),
            context.moving().getFirst().seriesUid(),
            context.created().toString(),
            digest(content));
    LocalDateTime created = context.created();
    String day = DicomDate.format(created.toLocalDate());
    long micros = created.toLocalTime().toNanoOfDay() / 1000;
    header.setString(Tag.SOP_CLASS_UID, sopClass);
    header.setString(Tag.SOP_INSTANCE_UID, Uid.fromName(made + "|instance"));
    header.setString(Tag.SERIES_INSTANCE_UID, Uid.fromName(made + "|series"));
    header.setString(Tag.MODALITY, "REG");
    header.setString(Tag.SERIES_NUMBER);
    header.setString(Tag.SERIES_DESCRIPTION, context.description());
    header.setString(Tag.BODY_PART_EXAMINED, "CHEST");
    header.setInteger(Tag.INSTANCE_NUMBER, 1);
    header.setString(Tag.CONTENT_DATE, day);
    header.setString(Tag.CONTENT_TIME, DicomTime.format(micros / 1e6));
    header.setString(Tag.CONTENT_LABEL, "REGISTRATION");
    header.setString(Tag.CONTENT_DESCRIPTION, context.description());
    header.setString(Tag.CONTENT_CREATOR_NAME);
    header.setString(Tag.FRAME_OF_REFERENCE_UID, context.fixed().getFirst().frameOfReferenceUid());
    header.setItems(Tag.CONTRIBUTING_EQUIPMENT_SEQUENCE, List.of(equipment(context)));
    instances(context, header);
    return header;
  }

  private static Dataset equipment(RegistrationContext context) {
    String words = context.comment();
    return new Dataset()
        .setItems(
            Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, List.of(code("109102", "Processing Equipment")))
        .setString(Tag.MANUFACTURER, "Breathline")
        .setString(
            Tag.CONTRIBUTION_DESCRIPTION,
            words.length() <= SHORT_TEXT ? words : words.substring(0, SHORT_TEXT));
  }

  /** The method of the registration (PS3.16, CID 7100). */
  static List<Dataset> method() {
    return List.of(code("125024", "Image Content-based Alignment"));
  }

  private static Dataset code(String value, String meaning) {
    return new Dataset()
        .setString(Tag.CODE_VALUE, value)
        .setString(Tag.CODING_SCHEME_DESIGNATOR, "DCM")
        .setString(Tag.CODE_MEANING, meaning);
  }

  /** The comment that stands beside a transform. */
  static String comment(RegistrationContext context) {
    String words = context.comment();
    return words.length() <= LONG_STRING ? words : words.substring(0, LONG_STRING);
  }

  /** References to the images of one side. */
  static List<Dataset> images(List<CtSlice> slices) {
    return slices.stream()
        .map(slice ->
            new Dataset()
                .setString(Tag.REFERENCED_SOP_CLASS_UID, SopClass.CT_IMAGE)
                .setString(Tag.REFERENCED_SOP_INSTANCE_UID, slice.sopInstanceUid()))
        .toList();
  }

  /** Common Instance Reference (PS3.3, C.12.2): by series, those of other studies apart. */
  private static void instances(RegistrationContext context, Dataset header) {
    String study = header.string(Tag.STUDY_INSTANCE_UID).orElse("");
    Map<String, Map<String, List<CtSlice>>> studies = new LinkedHashMap<>();
    for (List<CtSlice> side : List.of(context.fixed(), context.moving())) {
      for (CtSlice slice : side) {
        studies
            .computeIfAbsent(slice.studyUid(), uid -> new LinkedHashMap<>())
            .computeIfAbsent(slice.seriesUid(), uid -> new ArrayList<>())
            .add(slice);
      }
    }
    List<Dataset> others = new ArrayList<>();
    studies.forEach((uid, series) -> {
      if (uid.equals(study)) {
        header.setItems(Tag.REFERENCED_SERIES_SEQUENCE, series(series));
      } else {
        others.add(
            new Dataset()
                .setString(Tag.STUDY_INSTANCE_UID, uid)
                .setItems(Tag.REFERENCED_SERIES_SEQUENCE, series(series)));
      }
    });
    if (!others.isEmpty()) {
      header.setItems(Tag.STUDIES_CONTAINING_OTHER_REFERENCED_INSTANCES_SEQUENCE, others);
    }
  }

  private static List<Dataset> series(Map<String, List<CtSlice>> series) {
    List<Dataset> items = new ArrayList<>();
    series.forEach((uid, slices) ->
        items.add(
            new Dataset()
                .setString(Tag.SERIES_INSTANCE_UID, uid)
                .setItems(Tag.REFERENCED_INSTANCE_SEQUENCE, images(slices))));
    return items;
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
