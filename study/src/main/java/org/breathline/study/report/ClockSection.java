package org.breathline.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.clock.ClockAlignment;
import org.breathline.core.scan.clock.ClockEstimate;
import org.breathline.core.scan.clock.PositionShift;
import org.breathline.study.plot.Axis;
import org.breathline.study.plot.Figures;
import org.breathline.study.plot.Ink;
import org.breathline.study.plot.LinePlot;
import org.breathline.study.plot.LinePlot.Look;
import org.breathline.study.plot.LinePlot.Point;
import org.breathline.study.plot.LinePlot.Series;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Illustration;
import org.breathline.study.report.Block.KeyValue;
import org.breathline.study.report.Block.KeyValues;
import org.breathline.study.report.Block.Paragraph;

/** The page about the trace's clock against the scanner's. */
public final class ClockSection {

  private ClockSection() {}

  public static List<Block> blocks(ClockAlignment clock) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "Clocks"));
    blocks.add(new Paragraph(clock.verdict().message(), false));
    Optional<ClockEstimate> estimate = clock.verdict().judged();
    List<KeyValue> figures = new ArrayList<>();
    estimate.ifPresent(e -> {
      blocks.add(figure(e));
      figures.add(new KeyValue("Offset", withError(e.offsetS(), e.offsetUncertaintyS(), 3, "s")));
      figures.add(
          new KeyValue("Drift", withError(e.driftPercent(), e.driftUncertaintyPercent(), 3, "%")));
      figures.add(new KeyValue("Residual", Figures.fixed(e.residualS(), 3) + " s"));
      figures.add(new KeyValue("Next best offset", Figures.percent(e.ambiguity()) + " as good"));
    });
    figures.add(new KeyValue("Taken before", words(clock.start())));
    figures.add(new KeyValue("Sorted by", words(clock.applied())));
    blocks.add(new KeyValues(figures));
    return blocks;
  }

  private static Illustration figure(ClockEstimate estimate) {
    List<Point> used = new ArrayList<>();
    List<Point> unused = new ArrayList<>();
    double startS =
        estimate.positions().stream().mapToDouble(PositionShift::midTimeS).min().orElse(0);
    double endS =
        estimate.positions().stream().mapToDouble(PositionShift::midTimeS).max().orElse(1);
    for (PositionShift shift : estimate.positions()) {
      Point point = new Point(shift.midTimeS() - startS, shift.shiftS());
      (shift.used() ? used : unused).add(point);
    }
    List<Point> fit =
        List.of(
            new Point(0, line(estimate, startS)), new Point(endS - startS, line(estimate, endS)));
    List<Series> series = new ArrayList<>();
    series.add(new Series("couch position", used, Look.DOTS, Ink.BLUE));
    if (!unused.isEmpty()) {
      series.add(new Series("not used", unused, Look.CROSSES, Ink.MUTED));
    }
    series.add(new Series("fit", fit, Look.LINE, Ink.VERMILLION));
    double[] values =
        DoubleStream.concat(
                DoubleStream.of(0),
                series.stream().flatMap(s -> s.points().stream()).mapToDouble(Point::y))
            .toArray();
    double durationS = Math.max(endS - startS, 1);
    LinePlot plot =
        new LinePlot(
            Axis.exactly(
                "time since the first couch position (s)", -0.02 * durationS, 1.02 * durationS, 10),
            Axis.around("trace later than taken (s)", values, 5),
            series,
            List.of(),
            PdfPage.WIDTH,
            165,
            "Shift of the trace's clock at each couch position with a straight line fitted: "
                + estimate.figures()
                + ".");
    return new Illustration(
        plot,
        "By how much the trace's clock reads later than it was taken to, found at each couch position from the air and the body in its images, and the straight line fitted. Residual %s s. Crosses: breathing not seen there."
            .formatted(Figures.fixed(estimate.residualS(), 3)));
  }

  /** The fitted shift at a scan time: the line goes through the offset at its reference. */
  private static double line(ClockEstimate estimate, double scanS) {
    return estimate.offsetS()
        + estimate.driftPercent() / 100 * (scanS - estimate.correction().referenceS());
  }

  private static String withError(double value, double error, int decimals, String unit) {
    return Figures.signed(value, decimals) + " ± " + Figures.fixed(error, decimals) + " " + unit;
  }

  private static String words(ClockCorrection clock) {
    return "%s s at %s s of the scan, drift %s %%"
        .formatted(
            Figures.signed(clock.offsetS(), 3),
            Figures.fixed(clock.referenceS(), 1),
            Figures.signed(clock.driftPercent(), 3));
  }
}
