package org.breathline.study.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimForm;
import org.breathline.billing.claim.ClaimFormatException;
import org.breathline.billing.claim.ClaimJson;
import org.breathline.billing.documentation.ClaimFacts;
import org.breathline.billing.documentation.Documentation;
import org.breathline.billing.documentation.DocumentedStudy;
import org.breathline.billing.documentation.EvidenceChain;
import org.breathline.billing.documentation.SourceObject;
import org.breathline.billing.documentation.Supplement;
import org.breathline.billing.documentation.SupplementFile;
import org.breathline.billing.rules.CheckResult;
import org.breathline.billing.x12.ClaimWriter;
import org.breathline.billing.x12.Submitter;
import org.breathline.billing.x12.X12Exception;
import org.breathline.core.progress.Progress;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.billing.BillingFolder;
import org.breathline.study.billing.CheckClaim;
import org.breathline.study.billing.ClaimSummary;
import org.breathline.study.output.Digests;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.HtmlReport;
import org.breathline.study.report.PdfReport;
import org.breathline.study.report.ReportDocument;

/**
 * From a study to its report for the record, its record of evidence, and its claim; or, where the
 * documentation does not suffice, to the list of what it lacks. The report and the evidence are
 * written either way; a claim only where nothing lacks.
 */
public final class DocumentStudy {

  private static final String CLAIM = "claim.json";

  /** The first and only interchange of a file. */
  private static final int CONTROL = 1;

  private final DocumentStudyRequest request;
  private final BillingFolder billing;
  private final Instant now = Instant.now();

  private DocumentStudy(DocumentStudyRequest request, BillingFolder billing) {
    this.request = request;
    this.billing = billing;
  }

  /**
   * Runs.
   *
   * @param billing where a user's coding data are
   * @param out the result folder; a record of evidence that is in it is continued
   * @throws InputException if the study or the supplement cannot be understood
   * @throws IOException if something cannot be read or written
   */
  public static DocumentStudySummary run(
      DocumentStudyRequest request, BillingFolder billing, Path out, Progress progress)
      throws IOException, InputException {
    try {
      return new DocumentStudy(request, billing).run(out, progress);
    } catch (ClaimFormatException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  private DocumentStudySummary run(Path out, Progress progress)
      throws IOException, InputException, ClaimFormatException {
    if (!request.primary().equals("77301") && !request.primary().equals("77295")) {
      throw new UsageException("--primary is 77301 or 77295: 77293 is added to no other code.");
    }
    Supplement stated =
        request.supplement().isPresent()
            ? SupplementFile.read(request.supplement().get())
            : Supplement.NONE;
    EvidenceChain earlier = earlier(out);
    StudyEvidence evidence = StudyEvidence.read(request.study(), progress);
    DocumentedStudy study = DocumentedStudy.record(evidence.record(), stated, earlier, now);
    Optional<ClaimFacts> facts = Optional.ofNullable(stated.claim());
    ClaimDraft.Draft draft = ClaimDraft.of(request, facts, study.chain().head());
    List<String> lacks = new ArrayList<>(draft.lacks());
    Optional<Claim> claim =
        study.documentation().billable() && lacks.isEmpty() ? draft.claim() : Optional.empty();
    Provenance provenance = provenance(evidence);
    try (OutputFolder folder = OutputFolder.create(out, inputs())) {
      Path staging = folder.staging();
      Files.writeString(staging.resolve(StudyFolder.EVIDENCE), study.chain().text());
      ReportDocument report = DocumentationReport.of(study, evidence.patient(), now);
      PdfReport.write(report, staging.resolve("77293-report.pdf"));
      HtmlReport.write(report, staging.resolve("77293-report.html"));
      List<String> files =
          new ArrayList<>(List.of("77293-report.pdf", "77293-report.html", StudyFolder.EVIDENCE));
      Optional<ClaimSummary> check = Optional.empty();
      if (claim.isPresent()) {
        Files.writeString(staging.resolve(CLAIM), ClaimJson.text(claim.get()) + "\n");
        files.add(CLAIM);
        check = Optional.of(check(staging.resolve(CLAIM)));
        if (check.get().verdict() != CheckResult.Verdict.DENIED) {
          x12(claim.get(), facts.flatMap(f -> Optional.ofNullable(f.submitter())), staging, lacks)
              .ifPresent(files::add);
        }
      }
      DocumentStudySummary summary =
          summary(study, remarks(study, evidence, facts), check, lacks, files, out, provenance);
      Json.write(summary, staging.resolve("documentation.json"));
      Json.write(provenance, staging.resolve(OutputFolder.MANIFEST));
      folder.commit();
      return summary;
    }
  }

  private ClaimSummary check(Path claim) throws IOException, InputException {
    return CheckClaim.run(
        new CheckClaim.Request(
            claim, Optional.empty(), Optional.of(request.payer()), Optional.empty()),
        billing);
  }

  private EvidenceChain earlier(Path out) throws IOException, ClaimFormatException {
    Path file = request.earlier().orElse(out.resolve(StudyFolder.EVIDENCE));
    if (request.earlier().isEmpty() && !Files.exists(file)) {
      return EvidenceChain.empty();
    }
    return EvidenceChain.read(file);
  }

  /** The claim as X12 where somebody sends it; what X12 wants more is lacking. */
  private Optional<String> x12(
      Claim claim, Optional<Submitter> submitter, Path folder, List<String> lacks)
      throws IOException {
    if (submitter.isEmpty()) {
      lacks.add("Who sends it: claim.submitter of the supplement is missing.");
      return Optional.empty();
    }
    String name = claim.form() == ClaimForm.INSTITUTIONAL ? "claim.837i" : "claim.837p";
    try {
      String text = ClaimWriter.write(claim, submitter.get(), CONTROL, now, true);
      Files.writeString(folder.resolve(name), text);
      return Optional.of(name);
    } catch (X12Exception e) {
      lacks.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Path[] inputs() {
    List<Path> inputs = new ArrayList<>(List.of(request.study()));
    request.supplement().ifPresent(inputs::add);
    return inputs.toArray(Path[]::new);
  }

  private static List<String> remarks(
      DocumentedStudy study, StudyEvidence evidence, Optional<ClaimFacts> facts) {
    List<String> remarks = new ArrayList<>(study.documentation().remarks());
    facts.ifPresent(
        f -> remarks.addAll(ClaimDraft.differences(evidence.patient(), f.coverage().patient())));
    return remarks;
  }

  private static DocumentStudySummary summary(
      DocumentedStudy study,
      List<String> remarks,
      Optional<ClaimSummary> check,
      List<String> lacks,
      List<String> files,
      Path out,
      Provenance provenance) {
    Documentation documentation = study.documentation();
    boolean denied = check.map(c -> c.verdict() == CheckResult.Verdict.DENIED).orElse(false);
    boolean billable = check.isPresent() && !denied && lacks.isEmpty();
    return new DocumentStudySummary(
        out.toString(),
        billable,
        answer(documentation, denied, lacks),
        study.isStale(),
        documentation.lacking().stream()
            .map(l -> new DocumentStudySummary.Lack(l.requirement().title(), l.why(), l.mending()))
            .toList(),
        lacks,
        remarks,
        study.evidence().figures().size(),
        study.evidence().objects().size(),
        study.chain().entries().size(),
        study.chain().head(),
        files,
        check.map(c -> c.verdict().name().toLowerCase(Locale.ROOT)).orElse(null),
        check.stream()
            .flatMap(c -> c.findings().stream())
            .filter(f -> !f.severity().equals("ok"))
            .map(f ->
                new DocumentStudySummary.CodingFinding(
                    f.severity(), f.lines(), f.statement(), f.carc(), f.rarc(), f.mending()))
            .toList(),
        provenance);
  }

  private static String answer(Documentation documentation, boolean denied, List<String> lacks) {
    if (!documentation.billable()) {
      return Documentation.NOT_BILLABLE;
    }
    if (denied) {
      return "documented, but the coding rules deny the claim";
    }
    return lacks.isEmpty()
        ? "documented; the claim is written"
        : "documented, but the claim lacks something";
  }

  private Provenance provenance(StudyEvidence evidence) throws IOException {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("payer", request.payer());
    parameters.put("placeOfService", request.placeOfService());
    parameters.put("primary", request.primary());
    parameters.put("date", request.date().toString());
    List<Provenance.Input> inputs = new ArrayList<>();
    for (SourceObject object : evidence.record().objects()) {
      inputs.add(new Provenance.Input(object.role().words(), object.files(), object.sha256()));
    }
    if (request.supplement().isPresent()) {
      inputs.add(new Provenance.Input("supplement", 1, Digests.ofFile(request.supplement().get())));
    }
    return Provenance.of("claim from", parameters, inputs);
  }
}
