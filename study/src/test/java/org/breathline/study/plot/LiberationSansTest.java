package org.breathline.study.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;

class LiberationSansTest {

  @Test
  void measuresAsThePdfDoes() throws IOException {
    String text = "Amplitude 9.6 ± 2.1 mm, 0 % to 90 %, \u2212400 HU";
    try (PDDocument pdf = new PDDocument();
        InputStream file =
            PDDocument.class.getResourceAsStream(
                "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      PDType0Font font = PDType0Font.load(pdf, file, false);
      // PDF rounds widths to a thousandth of the font size a glyph.
      assertThat(LiberationSans.width(text, 8))
          .isCloseTo(font.getStringWidth(text) / 1000 * 8, within(0.001 * 8 * text.length()));
    }
  }

  @Test
  void hasEverySignTheReportUses() {
    String signs = "0123456789 %°±·–\u2212×≤≥µΔ²³’“”→";
    assertThat(LiberationSans.printable(signs)).isEqualTo(signs);
  }
}
