package org.breathline.study.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.TimeInterval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure, with ordinary and with awkward data, can be drawn on every canvas. */
class FiguresOnBothCanvasesTest {

  static Stream<Figure> figures() {
    TracePlot.Bins bins = new TracePlot.Bins(List.of("0 %", "50 %"), s -> s % 4 < 2 ? 0 : 1);
    List<Breath> breaths = List.of(new Breath(0, 2, 4, true), new Breath(4, 6, 8, false));
    return Stream.of(
            trace(1000, Validity.VALID, breaths, Optional.of(bins)),
            trace(20_000, Validity.VALID, breaths, Optional.of(bins)),
            trace(1000, Validity.LOST, List.of(), Optional.empty()),
            trace(1, Validity.VALID, List.of(), Optional.empty()),
            List.of(overlay(breaths)),
            List.of(overlay(List.of())),
            List.of(map(2, 3)),
            List.of(map(10, 300)),
            List.of(map(1, 1)),
            List.of(plot(Double.NaN)),
            List.of(plot(3)),
            List.of(panel(1)),
            List.of(panel(7)))
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void canBeDrawn(Figure figure) throws IOException {
    assertThat(figure.width()).isPositive();
    assertThat(figure.height()).isPositive().isLessThan(650);
    assertThat(figure.alternative()).isNotBlank();
    assertThat(SvgCanvas.draw(figure)).startsWith("<svg").endsWith("</svg>").doesNotContain("NaN");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage();
      pdf.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        figure.draw(new PdfCanvas(pdf, content, LiberationSans.embed(pdf), 50, 700));
      }
      pdf.save(file);
    }
    assertThat(file.size()).isPositive();
  }

  private static BreathOverlay overlay(List<Breath> breaths) {
    BreathingTrace trace = samples(1000, Validity.VALID);
    return new BreathOverlay(new BreathingCycles(trace, breaths), "amplitude (mm)", 493, 160);
  }

  private static List<TracePlot> trace(
      int samples, Validity validity, List<Breath> breaths, Optional<TracePlot.Bins> bins) {
    BreathingTrace trace = samples(samples, validity);
    return TracePlot.of(
        new BreathingCycles(trace, breaths), List.of(new TimeInterval(1, 5)), bins, 493);
  }

  private static BreathingTrace samples(int samples, Validity validity) {
    double[] times = new double[samples];
    double[] amplitudes = new double[samples];
    Validity[] validities = new Validity[samples];
    Arrays.fill(validities, validity);
    for (int i = 0; i < samples; i++) {
      times[i] = i * 0.02;
      amplitudes[i] = 5 * Math.cos(times[i] * Math.PI / 2);
    }
    return new BreathingTrace(
        times,
        amplitudes,
        validities,
        null,
        BreathingTrace.Unit.ARBITRARY,
        new BreathingTrace.Origin(Optional.empty(), Optional.empty(), "test"));
  }

  private static HeatMap map(int rows, int columns) {
    List<List<HeatMap.Cell>> cells =
        Stream.generate(() ->
                Stream.iterate(0, i -> i + 1)
                    .limit(columns)
                    .map(i -> new HeatMap.Cell(i % 5 == 4 ? Double.NaN : i, i % 3 == 0))
                    .toList())
            .limit(rows)
            .toList();
    return new HeatMap(
        new HeatMap.Data(
            "apart (mm)",
            Stream.generate(() -> "10 %").limit(rows).toList(),
            Stream.iterate(1, i -> i + 1).limit(columns).map(String::valueOf).toList(),
            cells,
            1),
        new ColourScale(0, 10),
        "bin",
        "border",
        493,
        "a map");
  }

  private static LinePlot plot(double value) {
    List<LinePlot.Series> series =
        Arrays.stream(LinePlot.Look.values())
            .map(look ->
                new LinePlot.Series(
                    look.name(),
                    List.of(
                        new LinePlot.Point(0, 1),
                        new LinePlot.Point(1, value),
                        new LinePlot.Point(2, 2)),
                    look,
                    Ink.BLUE))
            .toList();
    return new LinePlot(
        Axis.exactly("x", 0, 2, 4),
        Axis.exactly("y", 0, 3, 4),
        series,
        List.of(new LinePlot.Note(0, 1, "first", true)),
        493,
        160,
        "a plot");
  }

  private static ImagePanel panel(int tiles) {
    ImagePanel.Tile tile =
        new ImagePanel.Tile(
            "0 %",
            "fullest",
            GreyImageTest.noise(20, 10),
            400,
            200,
            new ImagePanel.Sides("R", "L", "S", "I"));
    return new ImagePanel(Stream.generate(() -> tile).limit(tiles).toList(), 4, 493, "images");
  }
}
