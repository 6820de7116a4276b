package org.breathline.exchange.waveform;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomDate;
import org.breathline.dicom.data.DicomTime;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.iod.PatientStudyModules;

/** Composes all but the waveform of a Respiratory Waveform object (PS3.3, table A.34.9-1). */
final class WaveformHeader {

  /** SeriesDescription is long string. */
  private static final int LONG_STRING = 64;

  private static final String SOFTWARE = "Breathline";

  private WaveformHeader() {}

  /**
   * Composes the header.
   *
   * @param digest of the samples, for the UIDs
   */
  static Dataset compose(BreathingTrace trace, WaveformContext context, String digest) {
    Dataset header = new Dataset();
    context.study().ifPresent(study -> takeFrom(study, header));
    if (context.study().isEmpty()) {
      trace.origin().patientId().ifPresent(id -> header.setString(Tag.PATIENT_ID, id));
      trace.origin().date().ifPresent(d -> header.setString(Tag.STUDY_DATE, DicomDate.format(d)));
    }
    String name =
        String.join("|", "waveform", header.string(Tag.STUDY_INSTANCE_UID).orElse(""), digest);
    if (!header.contains(Tag.STUDY_INSTANCE_UID)) {
      header.setString(Tag.STUDY_INSTANCE_UID, Uid.fromName(name + "|study"));
    }
    if (!header.contains(Tag.SYNCHRONIZATION_FRAME_OF_REFERENCE_UID)) {
      header.setString(
          Tag.SYNCHRONIZATION_FRAME_OF_REFERENCE_UID, Uid.fromName(name + "|synchronization"));
    }
    PatientStudyModules.completeType2(header);
    String made = name + "|" + context.created();
    header.setString(Tag.SOP_CLASS_UID, SopClass.RESPIRATORY_WAVEFORM);
    header.setString(Tag.SOP_INSTANCE_UID, Uid.fromName(made + "|instance"));
    header.setString(Tag.SERIES_INSTANCE_UID, Uid.fromName(made + "|series"));
    header.setString(Tag.MODALITY, "RESP");
    header.setString(Tag.SERIES_NUMBER);
    header.setString(
        Tag.SERIES_DESCRIPTION, shortened("Breathing trace: " + trace.origin().format()));
    // Not a paired structure: Laterality has no place.
    header.setString(Tag.BODY_PART_EXAMINED, "CHEST");
    header.setInteger(Tag.INSTANCE_NUMBER, 1);
    equipment(header);
    times(header, trace, context);
    header.setItems(Tag.ACQUISITION_CONTEXT_SEQUENCE, List.of());
    return header;
  }

  private static void takeFrom(Dataset study, Dataset header) {
    PatientStudyModules.copy(study, header);
    study.find(Tag.INSTITUTION_NAME).ifPresent(header::put);
    study.find(Tag.SYNCHRONIZATION_FRAME_OF_REFERENCE_UID).ifPresent(header::put);
  }

  private static String shortened(String words) {
    String plain = words.replace('\\', '/');
    return plain.length() <= LONG_STRING ? plain : plain.substring(0, LONG_STRING);
  }

  /** What wrote the object; a trace does not name the device that recorded it. */
  private static void equipment(Dataset header) {
    header.setString(Tag.MANUFACTURER, SOFTWARE);
    header.setString(Tag.MANUFACTURER_MODEL_NAME, SOFTWARE);
    header.setString(Tag.DEVICE_SERIAL_NUMBER, "software");
    header.setString(Tag.SOFTWARE_VERSIONS, Uid.IMPLEMENTATION_VERSION);
  }

  private static void times(Dataset header, BreathingTrace trace, WaveformContext context) {
    LocalDateTime created = context.created();
    header.setString(Tag.CONTENT_DATE, DicomDate.format(created.toLocalDate()));
    header.setString(Tag.CONTENT_TIME, timeOfDay(created));
    Optional<LocalDate> day = trace.origin().date();
    header.setString(
        Tag.ACQUISITION_DATE_TIME,
        context
            .clockZero()
            .map(zero -> DicomDate.format(zero.toLocalDate()) + timeOfDay(zero))
            .orElseGet(() -> DicomDate.format(day.orElse(created.toLocalDate()))));
    header.setString(Tag.SYNCHRONIZATION_TRIGGER, "NO TRIGGER");
    header.setString(Tag.ACQUISITION_TIME_SYNCHRONIZED, "N");
  }

  private static String timeOfDay(LocalDateTime moment) {
    long micros = moment.toLocalTime().toNanoOfDay() / 1000;
    return DicomTime.format(micros / 1e6);
  }

  /** Whether the day of the recording is known, and not only the day of writing. */
  static boolean isDayKnown(BreathingTrace trace, WaveformContext context) {
    return context.clockZero().isPresent() || trace.origin().date().isPresent();
  }
}
