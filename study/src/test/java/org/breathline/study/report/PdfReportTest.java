package org.breathline.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PdfReportTest {

  private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeAll
  void write(@TempDir Path temporary) throws IOException {
    folder = temporary;
    file = folder.resolve("report.pdf");
    PdfReport.write(Samples.document(), file);
  }

  @Test
  void everyPageSaysItsNumberAndIntendedUse() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      int count = pdf.getNumberOfPages();
      assertThat(count).isGreaterThan(2);
      for (int page = 1; page <= count; page++) {
        assertThat(text(pdf, page))
            .contains(ReportDocument.INTENDED_USE)
            .contains("page %d of %d".formatted(page, count));
      }
    }
  }

  @Test
  void tableHeadsAreRepeated() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      int heads = 0;
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        String text = text(pdf, page);
        if (text.contains("yes")) {
          assertThat(text).contains("Period (s)");
          heads++;
        }
      }
      assertThat(heads).isGreaterThan(1);
    }
  }

  @Test
  void theOnlyFontIsEmbedded() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      for (PDPage page : pdf.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).isTrue();
          assertThat(font.getName()).contains("LiberationSans");
        }
      }
    }
  }

  @Test
  void structureTellsWhatThePiecesAre() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
      List<PDStructureElement> elements = new ArrayList<>();
      collect(pdf.getDocumentCatalog().getStructureTreeRoot(), elements);
      assertThat(elements)
          .extracting(PDStructureElement::getStructureType)
          .contains("H1", "H2", "P", "Figure", "Table", "TR", "TH", "TD");
      assertThat(elements)
          .filteredOn(e -> "Figure".equals(e.getStructureType()))
          .extracting(PDStructureElement::getAlternateDescription)
          .containsExactly("Lung volume from 4876 to 5290 mL");
      assertThat(elements).filteredOn(e -> "TR".equals(e.getStructureType())).hasSize(121);
    }
  }

  @Test
  void outlineHoldsTheSections() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      List<String> titles = new ArrayList<>();
      for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
        titles.add(item.getTitle());
      }
      assertThat(titles).containsExactly("Result", "Breaths", "Approval");
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Motion report");
    }
  }

  @Test
  void sameReportSameBytes() throws IOException {
    Path again = folder.resolve("again.pdf");
    PdfReport.write(Samples.document(), again);
    assertThat(Files.mismatch(file, again)).isEqualTo(-1);
  }

  private static void collect(PDStructureNode node, List<PDStructureElement> into) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        into.add(element);
        collect(element, into);
      }
    }
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf);
  }
}
