package org.breathline.study.plot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The one typeface of the report, Liberation Sans, as PDFBox carries it (SIL Open Font License).
 *
 * <p>It is embedded in the PDF, because PDF's standard fonts make PDFBox search the system for
 * substitutes, and it measures text for both canvases: its widths are Arial's, which browsers have
 * or replace by it.
 */
public final class LiberationSans {

  private static final String RESOURCE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  /** Shown for characters the font has no glyph for. */
  private static final char REPLACEMENT = '?';

  private static final byte[] FILE = read();
  private static final short[] ADVANCES = new short[Character.MAX_VALUE + 1];
  private static final double UNITS_PER_EM = measure();

  private LiberationSans() {}

  /** The width of a line of text in points. */
  public static double width(String text, double size) {
    long units = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      units += ADVANCES[ADVANCES[c] == 0 ? REPLACEMENT : c];
    }
    return units * size / UNITS_PER_EM;
  }

  /** The text with every character the font cannot show replaced by a question mark. */
  public static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c ->
            shown.append(c <= Character.MAX_VALUE && ADVANCES[c] != 0 ? (char) c : REPLACEMENT));
    return shown.toString();
  }

  /** The font in a document, cut down to the glyphs used when that is saved. */
  public static PdfFont embed(PDDocument document) throws IOException {
    return new PdfFont(document, FILE);
  }

  private static byte[] read() {
    try (InputStream in = PDDocument.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("PDFBox no longer carries " + RESOURCE);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double measure() {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(FILE))) {
      CmapLookup glyphs = font.getUnicodeCmapLookup();
      for (int c = ' '; c <= Character.MAX_VALUE; c++) {
        int glyph = glyphs.getGlyphId(c);
        if (glyph > 0 && !Character.isISOControl(c)) {
          ADVANCES[c] = (short) font.getAdvanceWidth(glyph);
        }
      }
      return font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
