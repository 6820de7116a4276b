package org.breathline.study.documentation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.billing.documentation.EvidenceRecord;
import org.breathline.billing.documentation.Figure;
import org.breathline.billing.documentation.Figure.Topic;
import org.breathline.billing.documentation.SourceObject.Role;
import org.breathline.core.progress.Progress;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.PersonName;
import org.breathline.dicom.data.Tag;
import org.breathline.study.InputException;
import org.breathline.study.output.Version;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that a study folder holds, and whose it is.
 *
 * @param record the evidence, in which nothing says whose it is
 * @param patient as the images have it
 */
public record StudyEvidence(EvidenceRecord record, Patient patient) {

  private static final DateTimeFormatter DICOM_DATE = DateTimeFormatter.BASIC_ISO_DATE;

  /**
   * Whose study it is; shown in the report for the record and nowhere else.
   *
   * @param id (0010,0020), or absent
   * @param family name, or absent
   * @param given name, or absent
   * @param birthDate or absent
   */
  public record Patient(
      @Nullable String id,
      @Nullable String family,
      @Nullable String given,
      @Nullable LocalDate birthDate) {

    /** Says nothing of who it is. */
    @Override
    public String toString() {
      return "Patient[withheld]";
    }
  }

  /**
   * Reads a study.
   *
   * @param folder with results of {@code simulate}, {@code itv} or {@code motion} and DICOM objects
   *     anywhere in it
   * @throws InputException if it is no study, or of more than one patient
   * @throws IOException if it cannot be read
   */
  public static StudyEvidence read(Path folder, Progress progress)
      throws IOException, InputException {
    List<StudyFolder.Found> found = StudyFolder.read(folder, progress);
    requireOnePatient(folder, found);
    List<Figure> figures = new ArrayList<>();
    Optional<StudyFolder.Found> images =
        found.stream().filter(f -> f.object().role() == Role.IMAGES).findFirst();
    images.ifPresent(f -> device(f, figures));
    for (StudyFolder.Found each : found) {
      if (each.object().role() == Role.TRACE) {
        figures.add(
            Figure.of(
                Topic.SURROGATE,
                "breathing trace",
                "recorded, file or waveform",
                each.object().id()));
      }
      approval(each, figures);
    }
    List<String> warnings = new ArrayList<>();
    new RecordedFigures(figures, warnings).of(folder, found);
    Optional<Dataset> header =
        images
            .or(() -> found.stream().filter(f -> f.header().isPresent()).findFirst())
            .flatMap(StudyFolder.Found::header);
    return new StudyEvidence(
        new EvidenceRecord(
            header.flatMap(h -> h.string(Tag.STUDY_INSTANCE_UID)).orElse(null),
            images
                .flatMap(StudyFolder.Found::header)
                .flatMap(h -> h.string(Tag.MODALITY))
                .orElse(null),
            images.flatMap(StudyFolder.Found::header).flatMap(StudyEvidence::scanDate).orElse(null),
            "Breathline " + Version.current(),
            found.stream().map(StudyFolder.Found::object).toList(),
            figures,
            warnings),
        patient(header));
  }

  private static void requireOnePatient(Path folder, List<StudyFolder.Found> found)
      throws InputException {
    long patients =
        found.stream()
            .flatMap(f -> f.header().stream())
            .map(h -> h.string(Tag.PATIENT_ID).orElse(""))
            .distinct()
            .count();
    if (patients > 1) {
      throw new InputException(
          "%s holds objects of %d patient IDs; a claim is for one.".formatted(folder, patients));
    }
  }

  private static Optional<LocalDate> scanDate(Dataset header) {
    return header
        .string(Tag.ACQUISITION_DATE)
        .or(() -> header.string(Tag.STUDY_DATE))
        .flatMap(StudyEvidence::date);
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip(), DICOM_DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Patient patient(Optional<Dataset> header) {
    if (header.isEmpty()) {
      return new Patient(null, null, null, null);
    }
    Dataset h = header.get();
    Optional<PersonName> name = h.string(Tag.PATIENT_NAME).map(PersonName::parse);
    return new Patient(
        h.string(Tag.PATIENT_ID).orElse(null),
        name.map(PersonName::family).filter(n -> !n.isEmpty()).orElse(null),
        name.map(PersonName::given).filter(n -> !n.isEmpty()).orElse(null),
        h.string(Tag.PATIENT_BIRTH_DATE).flatMap(StudyEvidence::date).orElse(null));
  }

  private static void device(StudyFolder.Found images, List<Figure> figures) {
    Dataset header = images.header().orElseThrow();
    String device =
        (header.string(Tag.MANUFACTURER).orElse("")
                + " "
                + header.string(Tag.MANUFACTURER_MODEL_NAME).orElse(""))
            .strip();
    if (!device.isEmpty()) {
      figures.add(Figure.of(Topic.DEVICE, "scanner", device, images.object().id()));
    }
  }

  /** Who approved contours and plans, as the objects themselves say (PS3.3 C.8.8.16). */
  private static void approval(StudyFolder.Found found, List<Figure> figures) {
    found
        .header()
        .flatMap(h -> h.string(Tag.APPROVAL_STATUS))
        .ifPresent(status -> {
          Dataset header = found.header().orElseThrow();
          String by = header.string(Tag.REVIEWER_NAME).map(n -> " by " + n).orElse("");
          String on =
              header
                  .string(Tag.REVIEW_DATE)
                  .flatMap(StudyEvidence::date)
                  .map(d -> " on " + d)
                  .orElse("");
          figures.add(
              Figure.of(
                  Topic.TARGET,
                  "approval of the " + found.object().role().words(),
                  status + by + on,
                  found.object().id()));
        });
  }
}
