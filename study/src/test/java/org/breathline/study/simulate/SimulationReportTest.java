package org.breathline.study.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.breathline.study.output.Json;
import org.breathline.study.report.Block;
import org.breathline.study.report.Schemas;
import org.breathline.study.report.TraceReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationReportTest {

  private final SimulationResult result = SampleSimulation.result();

  @Test
  void bothFormsSayTheSame(@TempDir Path folder) throws IOException {
    SimulationReport.write(result, folder);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("report.html", "report.pdf", "simulation.json");
    }
    String html = Files.readString(folder.resolve("report.html"));
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("report.pdf").toFile())) {
      String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
      for (Block block : SimulationReport.document(result).blocks()) {
        if (block instanceof Block.Heading heading) {
          assertThat(text).contains(heading.text());
          assertThat(html).contains(heading.text());
        }
      }
      for (Block.Notice notice : result.notices()) {
        assertThat(text).contains(notice.text());
        assertThat(html).contains(notice.text().replace("'", "&#39;"));
      }
      assertThat(text).contains("0123456789abcdef").contains("Signature").contains("5200 mL");
      assertThat(text).contains(SampleSimulation.PATIENT);
    }
  }

  @Test
  void gravestFindingsComeFirst() {
    assertThat(SimulationFigures.of(result).notices())
        .extracting(SimulationFigures.Finding::severity)
        .containsExactly("warning", "warning");
    assertThat(SimulationFigures.of(result).fullestPhase()).isEqualTo("0 %");
    assertThat(SimulationFigures.of(result).emptiestPhase()).isEqualTo("50 %");
  }

  @Test
  void figuresMatchTheirSchemaAndNameNobody() throws IOException {
    String json = Json.text(SimulationFigures.of(result));
    assertThat(Schemas.check("simulation", json)).isEmpty();
    assertThat(json).doesNotContain(SampleSimulation.PATIENT).doesNotContain("NaN");
    assertThat(json).contains("nothing-near").contains("\"verdict\" : \"corrected\"");
  }

  @Test
  void aSeriesSortedByTheScannerHasAReportToo(@TempDir Path folder) throws IOException {
    SimulationReport.write(SampleSimulation.imported(), folder);
    String json = Files.readString(folder.resolve("simulation.json"));
    assertThat(Schemas.check("simulation", json)).isEmpty();
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("The phases are those that the scanner sorted.")
        .contains("No warnings.");
  }

  @Test
  void traceFiguresMatchTheirSchema(@TempDir Path folder) throws IOException {
    TraceReport.write(
        SampleSimulation.breathing(),
        SampleSimulation.provenance("trace"),
        result.created(),
        folder);
    String json = Files.readString(folder.resolve("trace.json"));
    assertThat(Schemas.check("trace", json)).isEmpty();
    assertThat(json).doesNotContain(SampleSimulation.PATIENT);
    assertThat(folder.resolve("trace.pdf")).isNotEmptyFile();
  }

  @Test
  void schemasNoticeWhatIsWrong() throws IOException {
    ObjectNode tree = Schemas.tree(Json.text(SimulationFigures.of(result)));
    ObjectNode extra = tree.deepCopy();
    extra.put("patientName", "somebody");
    assertThat(Schemas.check("simulation", extra.toString())).isNotEmpty();
    ObjectNode missing = tree.deepCopy();
    missing.withObject("/volume").remove("slices");
    assertThat(Schemas.check("simulation", missing.toString())).isNotEmpty();
    ObjectNode within = tree.deepCopy();
    within.withObject("/trace").put("amplitudeUnit", "cm");
    assertThat(Schemas.check("simulation", within.toString())).isNotEmpty();
  }
}
