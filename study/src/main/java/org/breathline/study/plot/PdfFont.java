package org.breathline.study.plot;

import java.io.IOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** Liberation Sans embedded in one PDF document. */
public final class PdfFont {

  private final PDFont font;

  PdfFont(PDDocument document, byte[] file) throws IOException {
    TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(file));
    // No ligatures: they would change widths, and looking for them takes most of the time.
    face.setEnableGsub(false);
    document.registerTrueTypeFontForClosing(face);
    font = PDType0Font.load(document, face, true);
  }

  /**
   * Shows one line of text.
   *
   * @param x where its anchor is, points from the page's left edge
   * @param y its baseline, points from the page's bottom edge
   */
  void show(PDPageContentStream page, String text, double x, double y, TextStyle style)
      throws IOException {
    Rgb colour = style.paint().onPaper();
    page.saveGraphicsState();
    page.setNonStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
    if (style.strong()) {
      page.setStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
      page.setLineWidth((float) (style.size() * TextStyle.STRONG_OUTLINE));
    }
    page.beginText();
    page.setRenderingMode(style.strong() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    page.setFont(font, (float) style.size());
    float shift = (float) style.shift(text);
    page.setTextMatrix(
        style.turned()
            ? new Matrix(0, 1, -1, 0, (float) x, (float) y - shift)
            : new Matrix(1, 0, 0, 1, (float) x - shift, (float) y));
    page.showText(LiberationSans.printable(text));
    page.endText();
    page.restoreGraphicsState();
  }
}
