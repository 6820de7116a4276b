package org.breathline.study.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.study.output.Json;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.KeyValue;
import org.breathline.study.report.Block.KeyValues;
import org.breathline.study.report.Block.Notice;
import org.breathline.study.report.Block.Notices;

/** The report on a breathing trace alone: its plot, its figures and every breath. */
public final class TraceReport {

  /**
   * The figures of a trace as JSON.
   *
   * @param provenance how they came to be
   * @param trace the figures
   * @param warnings in words
   */
  public record Figures(Provenance provenance, TraceFigures trace, List<String> warnings) {}

  private TraceReport() {}

  /**
   * Writes {@code trace.html}, {@code trace.pdf} and {@code trace.json}.
   *
   * @param folder where to, created if need be
   * @throws IOException if a file cannot be written; none is left half-written
   */
  public static void write(
      BreathingResult breathing, Provenance provenance, Instant created, Path folder)
      throws IOException {
    ReportDocument document = document(breathing, provenance, created);
    HtmlReport.write(document, folder.resolve("trace.html"));
    PdfReport.write(document, folder.resolve("trace.pdf"));
    Json.write(figures(breathing, provenance), folder.resolve("trace.json"));
  }

  /** The figures, as {@code trace --json} prints them. */
  public static Figures figures(BreathingResult breathing, Provenance provenance) {
    return new Figures(
        provenance,
        TraceFigures.of(breathing),
        breathing.interpretation().warnings().stream().map(TraceWarning::message).toList());
  }

  /** The report. */
  public static ReportDocument document(
      BreathingResult breathing, Provenance provenance, Instant created) {
    BreathingSection section = new BreathingSection(breathing);
    List<Notice> notices =
        breathing.interpretation().warnings().stream().map(FindingNotices::of).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "Result"));
    blocks.add(
        new KeyValues(
            List.of(
                new KeyValue("Breaths", section.breaths()),
                new KeyValue("Period", section.period()),
                new KeyValue("Amplitude", section.amplitude()))));
    blocks.add(new Heading(2, "Warnings and notes"));
    blocks.add(new Notices(FindingNotices.sorted(notices)));
    blocks.addAll(section.overview(Optional.empty()));
    blocks.addAll(section.breathTable());
    blocks.addAll(ProvenanceSection.blocks(provenance));
    return new ReportDocument(
        "Breathing trace",
        breathing.cycles().trace().origin().format(),
        ProvenanceSection.product(provenance),
        created,
        blocks);
  }
}
