package org.breathline.study.billing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breathline.billing.code.CodeEntry;
import org.breathline.billing.code.CodeReference;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.Block;
import org.breathline.study.report.HtmlReport;
import org.breathline.study.report.ReportDocument;

/** The reference page of a code: as a value, and as one HTML file. */
public final class ShowCode {

  private ShowCode() {}

  /** What is known of a code for a date of service. */
  public static CodeSummary show(String code, LocalDate date, BillingFolder folder)
      throws IOException, InputException {
    CodeEntry page =
        new CodeReference(folder.ruleData(), date)
            .page(code)
            .orElseThrow(() ->
                new UsageException(
                    "There is no page of %s; there are %s."
                        .formatted(code, String.join(", ", CodeReference.codes()))));
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("code", code);
    parameters.put("date", date.toString());
    return new CodeSummary(
        Provenance.of("code", parameters, List.of()),
        date.toString(),
        page,
        CodeReference.AMA_NOTICE);
  }

  /** Writes the page. */
  public static void write(CodeSummary summary, Instant created, Path file) throws IOException {
    CodeEntry page = summary.page();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(page.words(), false));
    blocks.add(new Block.Paragraph(summary.notice(), true));
    for (CodeEntry.Section section : page.sections()) {
      blocks.add(new Block.Heading(1, section.title()));
      blocks.add(
          new Block.Table(
              "For a date of service of " + summary.date(),
              List.of(
                  Block.Column.words("Statement"),
                  Block.Column.words("Source"),
                  Block.Column.words("Of")),
              section.statements().stream()
                  .map(s -> List.of(s.text(), s.source(), s.date()))
                  .toList()));
    }
    HtmlReport.write(
        new ReportDocument(
            "CPT " + page.code(),
            page.serviceType(),
            "Breathline " + summary.provenance().version(),
            created,
            blocks),
        file);
  }
}
