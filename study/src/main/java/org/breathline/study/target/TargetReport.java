package org.breathline.study.target;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.study.report.Block;
import org.breathline.study.report.FindingNotices;
import org.breathline.study.report.HtmlReport;
import org.breathline.study.report.PdfReport;
import org.breathline.study.report.ProvenanceSection;
import org.breathline.study.report.ReportDocument;

/** The pages about a target. */
final class TargetReport {

  private TargetReport() {}

  /** Writes {@code itv.html} and {@code itv.pdf}. */
  static void write(TargetResult result, Optional<PlanningStep.Carried> carried, Path folder)
      throws IOException {
    ReportDocument document = document(result, carried);
    HtmlReport.write(document, folder.resolve("itv.html"));
    PdfReport.write(document, folder.resolve("itv.pdf"));
  }

  private static ReportDocument document(
      TargetResult result, Optional<PlanningStep.Carried> carried) {
    TargetSummary summary = result.summary();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "What to know first"));
    blocks.add(new Block.Notices(FindingNotices.sorted(result.notices())));
    blocks.addAll(result.sections(1));
    carried.ifPresent(
        c -> blocks.addAll(new PlanningSection(c, summary.referencePercent()).blocks()));
    blocks.addAll(ProvenanceSection.blocks(summary.provenance()));
    return new ReportDocument(
        "Internal target volume",
        "By " + summary.method() + ", phases " + summary.window(),
        ProvenanceSection.product(summary.provenance()),
        Instant.now(),
        blocks);
  }
}
