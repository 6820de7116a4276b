package org.breathline.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.study.documentation.DocumentStudy;
import org.breathline.study.documentation.DocumentStudyRequest;
import org.breathline.study.documentation.DocumentStudySummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "from",
    description =
        "From a study to its report for the record, its evidence, and its claim; or to what they"
            + " lack.")
final class ClaimFromCommand extends Verb {

  @Parameters(
      paramLabel = "STUDY",
      description = "A folder with results of simulate, itv or motion, and DICOM objects.")
  private Path study = Path.of("");

  @Option(
      names = "--supplement",
      paramLabel = "FILE",
      description =
          "What persons state (order, indication, interpretation, signature, who is billed), as"
              + " YAML or JSON; what is not in it is missing.")
  private @Nullable Path supplement;

  @Option(
      names = "--payer",
      required = true,
      paramLabel = "ID",
      description = "The payer profile to judge by.")
  private String payer = "";

  @Option(names = "--pos", required = true, paramLabel = "N", description = "Place of service.")
  private String placeOfService = "";

  @Option(
      names = "--primary",
      required = true,
      paramLabel = "CODE",
      description = "The planning code: 77301 or 77295.")
  private String primary = "";

  @Option(
      names = "--date",
      required = true,
      paramLabel = "D",
      description = "Date of service of the primary, such as 2026-03-14.")
  private LocalDate date = LocalDate.EPOCH;

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "An earlier evidence.jsonl to go on with (default: that in the result folder).")
  private @Nullable Path evidence;

  @Mixin private final ResultFolderOption out = new ResultFolderOption();
  @Mixin private final BillingFolderOption billing = new BillingFolderOption();

  @Override
  Outcome run(Terminal progress) throws Exception {
    DocumentStudySummary summary =
        DocumentStudy.run(
            new DocumentStudyRequest(
                study,
                Optional.ofNullable(supplement),
                Optional.ofNullable(evidence),
                payer,
                placeOfService,
                primary,
                date),
            billing.folder(),
            out.path(),
            progress);
    return new Outcome(
        summary,
        words(summary),
        out.path().resolve("77293-report.pdf"),
        summary.billable() ? 0 : ExitCode.REFUSED);
  }

  private static String words(DocumentStudySummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s%s."
            .formatted(
                summary.answer().substring(0, 1).toUpperCase(Locale.ROOT),
                summary.answer().substring(1)));
    if (summary.stale()) {
      lines.add("  stale        report, evidence and claim: edited after they were signed");
    }
    summary
        .lacking()
        .forEach(l -> lines.add("  lacking      %s: %s".formatted(l.requirement(), l.why())));
    summary.claimLacks().forEach(l -> lines.add("  lacking      " + l));
    summary
        .findings()
        .forEach(f -> {
          lines.add("  %-12s %s".formatted(f.severity(), f.statement()));
          if (!f.carc().isEmpty()) {
            lines.add(
                "               as %s; mended: %s"
                    .formatted(String.join(", ", f.carc()), f.mending()));
          }
        });
    summary.remarks().forEach(r -> lines.add("  note         " + r));
    lines.add(
        "  evidence     %d figures of %d objects, %d entries, last digest %s"
            .formatted(
                summary.figures(), summary.objects(), summary.chainEntries(), summary.chainHead()));
    lines.add("  written      " + String.join(", ", summary.files()));
    return String.join(System.lineSeparator(), lines);
  }
}
