package org.breathline.study.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.breathline.study.plot.Ink;
import org.breathline.study.plot.LiberationSans;
import org.breathline.study.plot.PdfFont;
import org.breathline.study.plot.Stroke;
import org.breathline.study.plot.TextStyle;

/**
 * A report as PDF on A4: tagged, with an outline, its one font embedded, and the page number and
 * intended use on every page.
 */
public final class PdfReport {

  private static final TextStyle RUNNING = TextStyle.of(7.5, Ink.MUTED);

  private PdfReport() {}

  /**
   * Writes a report, replacing what is there.
   *
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public static void write(ReportDocument document, Path file) throws IOException {
    FileInPlace.write(file, out -> render(document, out));
  }

  private static void render(ReportDocument document, OutputStream out) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      PdfFont font = LiberationSans.embed(pdf);
      PdfTags tags = new PdfTags();
      PdfOutline outline = new PdfOutline();
      List<PdfPart> parts = new PdfBlocks(tags, outline).parts(document);
      List<List<PdfPagination.Placed>> pages = PdfPagination.paginate(parts, PdfPage.HEIGHT);
      for (int i = 0; i < pages.size(); i++) {
        try (PdfPage page = new PdfPage(pdf, font, tags)) {
          running(page, document, i + 1, pages.size());
          for (PdfPagination.Placed placed : pages.get(i)) {
            placed.part().drawing().draw(page, placed.top());
          }
        }
      }
      tags.finish(pdf);
      describe(pdf, document, outline);
      pdf.save(out);
    }
  }

  private static void running(PdfPage page, ReportDocument document, int number, int count) {
    page.artefact(c -> {
      double foot = PdfPage.HEIGHT + 26;
      c.line(0, foot - 12, PdfPage.WIDTH, foot - 12, Stroke.solid(Ink.RULE, 0.5));
      c.text(ReportDocument.INTENDED_USE, 0, foot, RUNNING);
      String pages = "page %d of %d".formatted(number, count);
      c.text(pages, PdfPage.WIDTH, foot, RUNNING.ending());
      if (number > 1) {
        c.text(document.title() + " · " + document.subtitle(), 0, -22, RUNNING);
        c.text(document.createdText(), PdfPage.WIDTH, -22, RUNNING.ending());
        c.line(0, -16, PdfPage.WIDTH, -16, Stroke.solid(Ink.RULE, 0.5));
      }
    });
  }

  private static void describe(PDDocument pdf, ReportDocument document, PdfOutline outline) {
    PDDocumentInformation information = pdf.getDocumentInformation();
    information.setTitle(document.title());
    information.setSubject(document.subtitle());
    information.setCreator(document.product());
    information.setProducer(document.product());
    Calendar created = GregorianCalendar.from(document.created().atZone(ZoneOffset.UTC));
    information.setCreationDate(created);
    // The file's identifier comes from this, so that the same report gives the same bytes.
    pdf.setDocumentId(document.created().toEpochMilli());
    PDDocumentCatalog catalog = pdf.getDocumentCatalog();
    catalog.setLanguage(ReportDocument.LANGUAGE);
    catalog.setDocumentOutline(outline.outline());
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
  }
}
