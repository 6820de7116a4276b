package org.breathline.study.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.breathline.study.plot.Axis;
import org.breathline.study.plot.Ink;
import org.breathline.study.plot.LinePlot;

/** A report with every kind of block. */
final class Samples {

  private Samples() {}

  static ReportDocument document() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i <= 120; i++) {
      rows.add(List.of(String.valueOf(i), "4.0" + i % 10, i % 7 == 0 ? "no: <shallow>" : "yes"));
    }
    LinePlot plot =
        new LinePlot(
            Axis.exactly("phase (%)", 0, 90, 9),
            Axis.exactly("volume (mL)", 4800, 5400, 4),
            List.of(
                new LinePlot.Series(
                    "lungs",
                    List.of(new LinePlot.Point(0, 5290), new LinePlot.Point(60, 4876)),
                    LinePlot.Look.LINE_AND_DOTS,
                    Ink.BLUE)),
            List.of(),
            480,
            160,
            "Lung volume from 4876 to 5290 mL");
    return new ReportDocument(
        "Motion report",
        "Ten phases & <markup>",
        "Breathline 0.1.0",
        Instant.parse("2026-02-03T04:05:06Z"),
        List.of(
            new Block.Heading(1, "Result"),
            new Block.Paragraph("All is said here.", false),
            new Block.Notices(
                List.of(
                    new Block.Notice(Block.Severity.WARNING, "Couch position 3 has a gap."),
                    new Block.Notice(Block.Severity.NOTE, "Beam-on was found."))),
            new Block.KeyValues(
                List.of(
                    new Block.KeyValue("Period", "4.0 s"),
                    new Block.KeyValue("Amplitude", "9 mm"),
                    new Block.KeyValue("Input", "a1b2c3d4e5f60718".repeat(8)))),
            new Block.Heading(2, "Volume"),
            new Block.Illustration(plot, "Lung volume of each phase."),
            new Block.Heading(1, "Breaths"),
            new Block.Table(
                "Every breath.",
                List.of(
                    Block.Column.numbers("Breath"),
                    Block.Column.numbers("Period (s)"),
                    Block.Column.words("Trusted")),
                rows),
            new Block.Notices(List.of()),
            new Block.Heading(1, "Approval"),
            new Block.SignOff("Reviewed.", List.of("Medical physicist"))));
  }
}
