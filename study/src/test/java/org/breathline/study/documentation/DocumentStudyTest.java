package org.breathline.study.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.documentation.EvidenceChain;
import org.breathline.core.progress.Progress;
import org.breathline.study.InputException;
import org.breathline.study.billing.BillingFolder;
import org.breathline.study.billing.ClaimFile;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a study folder to a checked 837P and a PDF, or to the list of what lacks. */
final class DocumentStudyTest {

  private static final String FIGURES =
      """
      {"phases": [{"label": "0 %"}, {"label": "50 %"}], "fullestPhase": "0 %",
       "trace": {"format": "CSV", "durationS": 90},
       "chest": {"tidalMl": 440.5, "leftDomeMm": 9.5, "rightDomeMm": 11.25},
       "notices": [{"severity": "warning", "message": "One breath is long."}]}
      """;

  @TempDir private Path folder;
  private Path study = Path.of("");
  private String stated = "";

  @BeforeEach
  void aStudy() throws IOException {
    study = Files.createDirectory(folder.resolve("study"));
    Files.writeString(study.resolve("simulation.json"), FIGURES);
    stated =
        Files.readString(TestData.projectRoot().resolve("examples/supplement.yaml"))
            .replace("technique:\n", "technique:\n  modality: CT\n");
  }

  @Test
  void becomesACheckedClaimAndAReport() throws Exception {
    DocumentStudySummary summary = run(stated);
    assertThat(summary.claimLacks()).isEmpty();
    assertThat(summary.lacking()).isEmpty();
    assertThat(summary.findings()).noneMatch(f -> f.severity().equals("deny"));
    assertThat(summary.billable()).isTrue();
    assertThat(summary.files()).contains("77293-report.pdf", "claim.json", "claim.837p");
    assertThat(Files.readAllBytes(result("77293-report.pdf"))).startsWith('%', 'P', 'D', 'F');
    assertThat(Files.readString(result("77293-report.html")))
        .contains("right dome of the diaphragm", "11.25 mm", "simulation.json", summary.chainHead())
        .doesNotContain("MISSING");
    Claim claim = ClaimFile.readOne(result("claim.837p"));
    assertThat(claim).isEqualTo(ClaimFile.readOne(result("claim.json")));
    assertThat(claim.lines().stream().map(ClaimLine::code)).containsExactly("77301", "77293");
    assertThat(summary.chainHead())
        .startsWith(String.valueOf(claim.attachments().getFirst().controlNumber()));
    assertThat(EvidenceChain.read(result("evidence.jsonl")).verify()).isEmpty();
    assertThat(Files.readString(result("documentation.json"))).doesNotContain("PHANTOM", "1AB2C34");
  }

  @Test
  void withoutInterpretationItIsNotBillableAndSaysSo() throws Exception {
    String silent = stated.replaceAll("(?s)interpretation:.*?reviews:", "reviews:");
    DocumentStudySummary summary = run(silent);
    assertThat(summary.billable()).isFalse();
    assertThat(summary.answer()).isEqualTo("not billable as documented");
    assertThat(summary.lacking())
        .singleElement()
        .satisfies(l -> assertThat(l.requirement()).isEqualTo("interpretation"));
    assertThat(summary.files()).noneMatch(f -> f.startsWith("claim"));
    assertThat(Files.readString(result("77293-report.html"))).contains("MISSING");
  }

  @Test
  void nobodySaidAnything() throws Exception {
    DocumentStudySummary summary = run("");
    assertThat(summary.lacking()).hasSizeGreaterThan(7);
    assertThat(summary.billable()).isFalse();
  }

  @Test
  void anEditAfterSigningIsStale() throws Exception {
    assertThat(run(stated).stale()).isFalse();
    assertThat(run(stated).stale()).isFalse();
    Files.writeString(study.resolve("simulation.json"), FIGURES.replace("9.5", "4.5"));
    DocumentStudySummary edited = run(stated);
    assertThat(edited.stale()).isTrue();
    assertThat(edited.billable()).isFalse();
    assertThat(run(stated.replace("2026-01-12T1", "2026-01-13T1")).billable()).isTrue();
  }

  @Test
  void aTamperedRecordIsSaid() throws Exception {
    run(stated);
    Path chain = result("evidence.jsonl");
    Files.writeString(chain, Files.readString(chain).replace("11.25", "2.25"));
    DocumentStudySummary summary = run(stated);
    assertThat(summary.lacking().stream().map(DocumentStudySummary.Lack::requirement))
        .contains("unbroken record");
  }

  @Test
  void whatTheRulesDenyIsNotWritten() throws Exception {
    // In a facility the physician bills 26 alone.
    DocumentStudySummary summary = run(stated, "22");
    assertThat(summary.verdict()).isEqualTo("denied");
    assertThat(summary.files()).doesNotContain("claim.837p");
    assertThat(summary.billable()).isFalse();
  }

  @Test
  void aSupplementThatIsNoneIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> run(stated.replace("memberId:", "memberNo:")))
        .isInstanceOf(InputException.class)
        .message()
        .doesNotContain("1AB2C34", "PHANTOM");
  }

  private Path result(String name) {
    return folder.resolve("out").resolve(name);
  }

  private DocumentStudySummary run(String supplement) throws Exception {
    return run(supplement, "11");
  }

  private DocumentStudySummary run(String supplement, String place) throws Exception {
    Optional<Path> file = Optional.empty();
    if (!supplement.isEmpty()) {
      Path yaml = folder.resolve("supplement.yaml");
      Files.writeString(yaml, supplement);
      file = Optional.of(yaml);
    }
    return DocumentStudy.run(
        new DocumentStudyRequest(
            study, file, Optional.empty(), "medicare", place, "77301", LocalDate.of(2026, 1, 12)),
        new BillingFolder(folder.resolve("billing")),
        folder.resolve("out"),
        Progress.SILENT);
  }
}
