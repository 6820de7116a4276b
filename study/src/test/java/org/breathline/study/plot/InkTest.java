package org.breathline.study.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Contrast as WCAG 2.2 asks for: 4.5 for text, 3 for marks that carry meaning. */
class InkTest {

  @Test
  void textStandsOutFromEveryGround() {
    for (Ink ground : List.of(Ink.SURFACE, Ink.PANEL, Ink.SHADE, Ink.DOUBT)) {
      for (Ink text : List.of(Ink.TEXT, Ink.MUTED)) {
        assertThat(text.onPaper().contrast(ground.onPaper())).isGreaterThanOrEqualTo(4.5);
        assertThat(text.onDark().contrast(ground.onDark())).isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  @Test
  void seriesStandOutFromThePage() {
    for (Ink series : List.of(Ink.BLUE, Ink.VERMILLION, Ink.GREEN)) {
      assertThat(series.onPaper().contrast(Ink.SURFACE.onPaper())).isGreaterThanOrEqualTo(3);
      assertThat(series.onDark().contrast(Ink.SURFACE.onDark())).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void heatMapsStayReadableInGrey() {
    ColourScale scale = new ColourScale(0, 1);
    double before = 2;
    for (int i = 0; i <= 100; i++) {
      double luminance = scale.colour(i / 100.0).luminance();
      assertThat(luminance).isLessThan(before);
      assertThat(scale.colour(i / 100.0).contrast(scale.textOn(i / 100.0)))
          .isGreaterThanOrEqualTo(4.5);
      before = luminance;
    }
  }
}
