package org.breathline.study.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.breathline.study.output.Provenance;

/** The report on the registration of a 4DCT alone. */
public final class RegistrationPages {

  private RegistrationPages() {}

  /**
   * Writes {@code report.html} and {@code report.pdf}.
   *
   * @throws IOException if a file cannot be written; none is left half-written
   */
  public static void write(
      RegistrationResult result, Provenance provenance, Instant created, Path folder)
      throws IOException {
    ReportDocument document = document(result, provenance, created);
    HtmlReport.write(document, folder.resolve("report.html"));
    PdfReport.write(document, folder.resolve("report.pdf"));
  }

  private static ReportDocument document(
      RegistrationResult result, Provenance provenance, Instant created) {
    RegistrationSection section = new RegistrationSection(result);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "Warnings and notes"));
    blocks.add(new Block.Notices(FindingNotices.sorted(section.notices())));
    blocks.addAll(section.blocks());
    blocks.addAll(ProvenanceSection.blocks(provenance));
    blocks.addAll(ProvenanceSection.approval());
    return new ReportDocument(
        "Registration report",
        "Respiration-correlated CT, %d phases".formatted(result.phases().size()),
        ProvenanceSection.product(provenance),
        created,
        blocks);
  }
}
