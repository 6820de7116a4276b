package org.breathline.study.documentation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.breathline.billing.documentation.ChainEntry;
import org.breathline.billing.documentation.Documentation;
import org.breathline.billing.documentation.DocumentedStudy;
import org.breathline.billing.documentation.EvidenceRecord;
import org.breathline.billing.documentation.Figure;
import org.breathline.billing.documentation.Figure.Topic;
import org.breathline.billing.documentation.SourceObject;
import org.breathline.billing.documentation.Supplement;
import org.breathline.study.output.Version;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Column;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.KeyValue;
import org.breathline.study.report.Block.KeyValues;
import org.breathline.study.report.Block.Notice;
import org.breathline.study.report.Block.Notices;
import org.breathline.study.report.Block.Paragraph;
import org.breathline.study.report.Block.Severity;
import org.breathline.study.report.Block.SignOff;
import org.breathline.study.report.Block.Table;
import org.breathline.study.report.ReportDocument;
import org.jspecify.annotations.Nullable;

/**
 * The report of a motion management simulation for the patient's record. What nobody stated is
 * shown as missing, in its place; nothing is put into a person's mouth.
 */
final class DocumentationReport {

  private static final String MISSING = "MISSING: nobody stated it.";

  private final DocumentedStudy study;
  private final StudyEvidence.Patient patient;
  private final EvidenceRecord evidence;
  private final Supplement stated;
  private final List<Block> blocks = new ArrayList<>();

  private DocumentationReport(DocumentedStudy study, StudyEvidence.Patient patient) {
    this.study = study;
    this.patient = patient;
    this.evidence = study.evidence();
    this.stated = study.stated();
  }

  /** The report as it stands at a moment. */
  static ReportDocument of(DocumentedStudy study, StudyEvidence.Patient patient, Instant created) {
    DocumentationReport report = new DocumentationReport(study, patient);
    report.verdict();
    report.beforeTheScan();
    report.technique();
    report.measured();
    report.afterTheScan();
    report.signatures();
    report.evidence();
    return new ReportDocument(
        "Motion management simulation",
        "Report for the record, CPT 77293",
        "Breathline " + Version.current(),
        created,
        report.blocks);
  }

  private void verdict() {
    Documentation documentation = study.documentation();
    blocks.add(new Heading(1, "Summary"));
    List<KeyValue> whose = new ArrayList<>();
    whose.add(new KeyValue("Patient", name()));
    whose.add(new KeyValue("Patient ID", or(patient.id(), "not stated")));
    whose.add(
        new KeyValue(
            "Date of birth",
            patient.birthDate() == null ? "not stated" : patient.birthDate().toString()));
    whose.add(
        new KeyValue(
            "Date of the scan",
            evidence.scanDate() == null ? "not stated" : evidence.scanDate().toString()));
    whose.add(new KeyValue("Study", or(evidence.studyUid(), "no DICOM study")));
    whose.add(
        new KeyValue(
            "Documentation", documentation.billable() ? "complete" : Documentation.NOT_BILLABLE));
    if (study.isStale()) {
      whose.add(new KeyValue("State", "STALE: edited after it was signed"));
    }
    blocks.add(new KeyValues(whose));
    List<Notice> notices = new ArrayList<>();
    documentation
        .lacking()
        .forEach(l ->
            notices.add(
                new Notice(
                    Severity.REFUSAL,
                    "%s: %s Needed: %s".formatted(l.requirement().title(), l.why(), l.mending()))));
    evidence.warnings().forEach(w -> notices.add(new Notice(Severity.WARNING, w)));
    documentation.remarks().forEach(r -> notices.add(new Notice(Severity.NOTE, r)));
    blocks.add(new Notices(notices));
  }

  private void beforeTheScan() {
    Supplement.Order order = stated.order();
    section("Order", order == null ? null : order.text());
    if (order != null) {
      quiet("Ordered by %s on %s.".formatted(order.by(), order.date()));
    }
    Supplement.Indication indication = stated.indication();
    section("Indication, as known before the scan", indication == null ? null : indication.text());
    if (indication != null) {
      quiet(
          "Site: %s. Known on %s. Prior imaging: %s."
              .formatted(
                  indication.site(),
                  indication.knownOn(),
                  or(indication.priorImaging(), "not stated")));
    }
  }

  private void technique() {
    Supplement.Technique technique = stated.technique();
    blocks.add(new Heading(1, "Technique and surrogate"));
    List<KeyValue> how = new ArrayList<>();
    String modality = technique == null ? null : technique.modality();
    how.add(
        new KeyValue("Modality", modality != null ? modality : or(evidence.modality(), MISSING)));
    how.add(
        new KeyValue("Breathing", technique == null ? MISSING : technique.management().words()));
    how.add(
        new KeyValue(
            "Surrogate",
            technique != null && technique.surrogate() != null
                ? technique.surrogate()
                : evidence.about(Topic.SURROGATE).isEmpty() ? MISSING : "breathing trace, below"));
    how.add(
        new KeyValue(
            "Coaching", technique == null ? MISSING : or(technique.coaching(), "none stated")));
    how.add(
        new KeyValue(
            "Compression, breath-hold or other device",
            technique == null ? MISSING : or(technique.device(), "none stated")));
    how.add(
        new KeyValue(
            "Window or level of the breath",
            technique == null ? MISSING : or(technique.window(), "none stated")));
    blocks.add(new KeyValues(how));
    for (Topic topic :
        List.of(Topic.DEVICE, Topic.SURROGATE, Topic.BREATHING, Topic.PHASES, Topic.ARTEFACTS)) {
      figures(topic);
    }
  }

  private void measured() {
    blocks.add(new Heading(1, "Measured motion"));
    if (evidence.about(Topic.MOTION).isEmpty() && stated.motion().isEmpty()) {
      blocks.add(new Paragraph("MISSING: no motion was measured, here or elsewhere.", false));
    }
    figures(Topic.MOTION);
    if (!stated.motion().isEmpty()) {
      blocks.add(
          new Table(
              "Measured elsewhere, as stated.",
              List.of(
                  Column.words("Structure"),
                  Column.numbers("mm"),
                  Column.words("Method"),
                  Column.words("Object")),
              stated.motion().stream()
                  .map(m ->
                      List.of(
                          m.structure(),
                          String.valueOf(m.valueMm()),
                          m.method(),
                          or(m.objectUid(), "not stated")))
                  .toList()));
    }
    figures(Topic.TARGET);
  }

  private void afterTheScan() {
    Supplement.Decision decision = stated.decision();
    section(
        "Management decided on it",
        decision == null ? null : decision.management().words() + ": " + decision.reason());
    if (decision != null) {
      quiet("Decided by %s on %s.".formatted(decision.by(), decision.date()));
    }
    section("Findings", stated.findings());
    section("How the plan uses them", stated.planUse());
    Supplement.Interpretation interpretation = stated.interpretation();
    section("Interpretation", interpretation == null ? null : interpretation.text());
    if (interpretation != null) {
      quiet("Interpreted by %s on %s.".formatted(interpretation.by(), interpretation.date()));
    }
  }

  private void signatures() {
    blocks.add(new Heading(1, "Reviews and signatures"));
    List<Supplement.Sign> signs = new ArrayList<>(stated.reviews());
    if (stated.signature() != null) {
      signs.add(stated.signature());
    }
    if (!signs.isEmpty()) {
      blocks.add(
          new Table(
              "Each froze the digests of the objects and statements that it saw.",
              List.of(
                  Column.words("Who"),
                  Column.words("As"),
                  Column.words("When, UTC"),
                  Column.words("Meaning")),
              signs.stream().map(s -> List.of(s.by(), s.role(), s.at(), s.meaning())).toList()));
    }
    if (stated.signature() == null) {
      blocks.add(new Paragraph("MISSING: the physician's signature.", false));
      blocks.add(
          new SignOff(
              "I interpreted this simulation and approve this report.",
              List.of("Radiation oncologist")));
    }
  }

  private void evidence() {
    blocks.add(new Heading(1, "Evidence"));
    blocks.add(
        new Table(
            "The objects, with the digests of what they hold.",
            List.of(
                Column.words("What"),
                Column.words("UID or file"),
                Column.numbers("Files"),
                Column.words("SHA-256")),
            evidence.objects().stream().map(DocumentationReport::row).toList()));
    long entries = study.chain().entries().size();
    long signed =
        study.chain().entries().stream().filter(e -> e.kind() == ChainEntry.Kind.SIGNATURE).count();
    blocks.add(
        new Paragraph(
            "The record of evidence has %d entries, %d of them signatures. Its last digest is %s."
                .formatted(entries, signed, study.chain().head()),
            false));
  }

  private static List<String> row(SourceObject object) {
    return List.of(
        object.role().words(), object.uid(), String.valueOf(object.files()), object.sha256());
  }

  private void figures(Topic topic) {
    List<Figure> figures = evidence.about(topic);
    if (!figures.isEmpty()) {
      blocks.add(new Heading(2, topic.title()));
      blocks.add(
          new Table(
              "Each figure with the object that it came from.",
              List.of(Column.words("Figure"), Column.numbers("Value"), Column.words("From")),
              figures.stream().map(f -> List.of(f.name(), f.shown(), from(f))).toList()));
    }
  }

  private String from(Figure figure) {
    return evidence.object(figure.object()).map(SourceObject::uid).orElse(figure.object());
  }

  private void section(String title, @Nullable String text) {
    blocks.add(new Heading(1, title));
    blocks.add(new Paragraph(text == null || text.isBlank() ? MISSING : text, false));
  }

  private void quiet(String text) {
    blocks.add(new Paragraph(text, true));
  }

  private String name() {
    String family = or(patient.family(), "");
    String given = or(patient.given(), "");
    String whole = (family + (given.isEmpty() ? "" : ", " + given)).strip();
    return whole.isEmpty() ? "not stated" : whole;
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text;
  }
}
