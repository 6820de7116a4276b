package org.breathline.study.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.util.Matrix;
import org.breathline.study.plot.Canvas;
import org.breathline.study.plot.Figure;
import org.breathline.study.plot.PdfCanvas;
import org.breathline.study.plot.PdfFont;

/** One A4 page of a report while it is drawn. */
final class PdfPage implements AutoCloseable {

  /** Blank to the left and right, points. */
  static final double MARGIN = 51;

  /** The width of the text area, points. */
  static final double WIDTH = ReportDocument.WIDTH;

  /** From the upper edge of the paper to the text area, points. */
  private static final double TOP = 62;

  /** The height of the text area, points. */
  static final double HEIGHT = 714;

  private final PDDocument document;
  private final PDPage page;
  private final PDPageContentStream content;
  private final PdfFont font;
  private final PdfTags tags;
  private final Canvas canvas;

  PdfPage(PDDocument document, PdfFont font, PdfTags tags) throws IOException {
    this.document = document;
    this.font = font;
    this.tags = tags;
    this.page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    this.content = new PDPageContentStream(document, page);
    double top = PDRectangle.A4.getHeight() - TOP;
    this.canvas = new PdfCanvas(document, content, font, MARGIN, top);
  }

  PDPage page() {
    return page;
  }

  /** Draws content that is part of a structure element; the origin is the text area's corner. */
  void tagged(PDStructureElement element, Consumer<Canvas> drawing) {
    try {
      COSName type = COSName.getPDFName(element.getStructureType());
      content.beginMarkedContent(type, tags.mark(element, page));
      drawing.accept(canvas);
      content.endMarkedContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Draws content that is no part of the document's text: rules, page numbers, repeated heads. */
  void artefact(Consumer<Canvas> drawing) {
    try {
      content.beginMarkedContent(COSName.ARTIFACT);
      drawing.accept(canvas);
      content.endMarkedContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Draws a figure.
   *
   * @param top below the upper edge of the text area
   * @param scale 1 for its own size
   */
  void figure(PDStructureElement element, Figure figure, double top, double scale) {
    try {
      content.saveGraphicsState();
      double y = PDRectangle.A4.getHeight() - TOP - top;
      content.transform(new Matrix((float) scale, 0, 0, (float) scale, (float) MARGIN, (float) y));
      COSName type = COSName.getPDFName(element.getStructureType());
      content.beginMarkedContent(type, tags.mark(element, page));
      figure.draw(new PdfCanvas(document, content, font, 0, 0));
      content.endMarkedContent();
      content.restoreGraphicsState();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
