package org.breathline.study.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.breathline.core.qa.Insert;
import org.breathline.core.qa.InsertInPhase;
import org.breathline.core.qa.MovingPhantom;
import org.breathline.core.qa.ProgrammedMotion;
import org.breathline.core.qa.TrackedInsert;
import org.breathline.study.plot.Axis;
import org.breathline.study.plot.Figures;
import org.breathline.study.plot.ImagePanel;
import org.breathline.study.plot.Ink;
import org.breathline.study.plot.LinePlot;
import org.breathline.study.plot.LinePlot.Look;
import org.breathline.study.plot.LinePlot.Point;
import org.breathline.study.plot.LinePlot.Series;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Column;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Illustration;
import org.breathline.study.report.Block.Paragraph;
import org.breathline.study.report.Block.Table;
import org.breathline.study.report.CtWindow;
import org.breathline.study.report.Cut;

/** The pages about one insert. */
final class InsertSection {

  private static final double WIDTH = 493;
  private static final int COLUMNS = 5;
  private static final int PIXELS_ACROSS = 240;

  private final TrackedInsert tracked;
  private final Insert insert;
  private final MovingPhantom phantom;
  private final InsertImages images;

  InsertSection(TrackedInsert tracked, MovingPhantom phantom, InsertImages images) {
    this.tracked = tracked;
    this.insert = tracked.insert();
    this.phantom = phantom;
    this.images = images;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "Insert " + insert.name()));
    if (tracked.seen().isEmpty()) {
      blocks.add(
          new Paragraph(
              "This insert (%s) is not seen in any phase.".formatted(insert.shape().words()),
              false));
      return blocks;
    }
    blocks.add(new Paragraph(words(), false));
    blocks.add(positions());
    blocks.add(residuals());
    blocks.add(table());
    blocks.add(legend());
    blocks.add(pictures());
    return blocks;
  }

  private String words() {
    ProgrammedMotion motion = phantom.motion();
    String lag =
        Double.isNaN(tracked.lagPercent())
            ? ""
            : " Its phases %s by %s %% of the cycle, %s s."
                .formatted(
                    tracked.lagPercent() < 0 ? "lead" : "lag",
                    Figures.fixed(Math.abs(tracked.lagPercent()), 1),
                    Figures.fixed(Math.abs(tracked.lagPercent()) / 100 * motion.periodS(), 3));
    return "%s, %s HU in %s HU. It is seen in %d of %d phases and moves by %s mm; %s mm are expected, %s mm programmed.%s"
        .formatted(
            insert.shape().words().substring(0, 1).toUpperCase(Locale.ROOT)
                + insert.shape().words().substring(1),
            Figures.fixed(insert.hu(), 0),
            Figures.fixed(insert.backgroundHu(), 0),
            tracked.seen().size(),
            tracked.phases().size(),
            Figures.fixed(tracked.amplitudeMm(), 2),
            Figures.fixed(tracked.expectedAmplitudeMm(), 2),
            Figures.fixed(motion.peakToPeakMm(), 2),
            lag);
  }

  private Illustration positions() {
    List<Point> programmed =
        IntStream.rangeClosed(0, 200)
            .mapToObj(i -> new Point(i / 2.0, phantom.motion().positionMm(i / 2.0)))
            .toList();
    List<Point> expected = points(p -> p.programmed().meanMm());
    List<Point> measured = points(TrackedInsert.Phase::alongMm);
    double[] all =
        Stream.of(programmed, measured).flatMap(List::stream).mapToDouble(Point::y).toArray();
    return new Illustration(
        new LinePlot(
            Axis.exactly("phase (%)", -2, 102, 11),
            Axis.around("position along the motion (mm)", all, 6),
            List.of(
                new Series("programmed", programmed, Look.DASHED, Ink.MUTED),
                new Series("expected in the phase", expected, Look.CROSSES, Ink.VERMILLION),
                new Series("measured", measured, Look.DOTS, Ink.BLUE)),
            List.of(),
            WIDTH,
            155,
            "Position of %s over the phases: measured from %s to %s mm."
                .formatted(
                    insert.name(),
                    Figures.fixed(least(measured), 1),
                    Figures.fixed(most(measured), 1))),
        "Position of %s along the motion, from its middle; upward is the end where the phase is 0 %%."
            .formatted(insert.name()));
  }

  private Illustration residuals() {
    double tolerance = phantom.tolerances().positionMm();
    List<Point> residuals = points(TrackedInsert.Phase::residualMm);
    double reach =
        Math.max(
            1.25 * tolerance,
            1.1
                * residuals.stream()
                    .mapToDouble(p -> Math.abs(p.y()))
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0));
    return new Illustration(
        new LinePlot(
            Axis.exactly("phase (%)", -2, 102, 11),
            Axis.around("measured − expected (mm)", new double[] {-reach, reach}, 5),
            List.of(
                new Series("residual", residuals, Look.LINE_AND_DOTS, Ink.BLUE),
                // One series with a gap, so that the legend has it once.
                new Series(
                    "tolerance",
                    List.of(
                        new Point(0, tolerance),
                        new Point(100, tolerance),
                        new Point(100, Double.NaN),
                        new Point(0, -tolerance),
                        new Point(100, -tolerance)),
                    Look.DASHED,
                    Ink.VERMILLION)),
            List.of(),
            WIDTH,
            115,
            "Residuals of %s: from %s to %s mm; tolerance %s mm."
                .formatted(
                    insert.name(),
                    Figures.fixed(least(residuals), 2),
                    Figures.fixed(most(residuals), 2),
                    Figures.fixed(tolerance, 1))),
        "How far the insert is from where it should be in each phase.");
  }

  private List<Point> points(ToDoubleFunction<TrackedInsert.Phase> of) {
    return tracked.phases().stream().map(p -> new Point(p.percent(), of.applyAsDouble(p))).toList();
  }

  private static double least(List<Point> points) {
    return points.stream().mapToDouble(Point::y).filter(Double::isFinite).min().orElse(Double.NaN);
  }

  private static double most(List<Point> points) {
    return points.stream().mapToDouble(Point::y).filter(Double::isFinite).max().orElse(Double.NaN);
  }

  private Table table() {
    double nominal = insert.shape().volumeMm3();
    List<List<String>> rows = new ArrayList<>();
    for (TrackedInsert.Phase phase : tracked.phases()) {
      Optional<InsertInPhase> seen = phase.seen();
      Optional<InsertInPhase.Core> core = seen.flatMap(InsertInPhase::core);
      rows.add(
          List.of(
              percent(phase.percent()),
              Figures.signed(phase.programmed().meanMm(), 2),
              Figures.signed(phase.alongMm(), 2),
              Figures.signed(phase.residualMm(), 2),
              Figures.fixed(phase.offAxisMm(), 2),
              seen.map(s -> Figures.signed(100 * (s.volumeMm3() / nominal - 1), 1))
                  .orElse(Figures.NONE),
              core.map(c -> Figures.fixed(c.meanHu(), 0)).orElse(Figures.NONE),
              core.map(c -> Figures.fixed(c.spreadHu(), 0)).orElse(Figures.NONE),
              number(seen.map(InsertInPhase::elongationMm), 1)
                  + " / "
                  + Figures.fixed(phase.programmed().elongationMm(), 1),
              number(seen.map(s -> 100 * s.misplacedShare()), 1)));
    }
    return new Table(
        "Insert %s in every phase; nominal volume %s mL."
            .formatted(insert.name(), Figures.fixed(nominal / 1000, 2)),
        List.of(
            Column.numbers("Phase"),
            Column.numbers("Expected (mm)"),
            Column.numbers("Measured (mm)"),
            Column.numbers("Residual (mm)"),
            Column.numbers("Off axis (mm)"),
            Column.numbers("Volume (%)"),
            Column.numbers("Core (HU)"),
            Column.numbers("SD (HU)"),
            Column.numbers("Longer (mm)"),
            Column.numbers("Out of shape (%)")),
        rows);
  }

  /** What the table's columns mean, where their titles cannot say it. */
  private static Paragraph legend() {
    return new Paragraph(
        "Volume: deviation from the nominal one. Core: mean and standard deviation well inside, – where blur leaves no core. Longer: how much the motion within the phase makes the insert look longer along the motion, measured / expected of an image taken at any time of its bin; bins sorted tighter make it less.",
        true);
  }

  private static String number(Optional<Double> value, int decimals) {
    return value.map(v -> Figures.fixed(v, decimals)).orElse(Figures.NONE);
  }

  private Illustration pictures() {
    double low = Math.min(insert.hu(), insert.backgroundHu());
    double high = Math.max(insert.hu(), insert.backgroundHu());
    // A third of the contrast to either side shows noise and walls as well.
    CtWindow window = new CtWindow("insert", (low + high) / 2, (high - low) * 5 / 3);
    List<ImagePanel.Tile> tiles = new ArrayList<>();
    for (int phase = 0; phase < images.cuts().size(); phase++) {
      Cut cut = images.cuts().get(phase);
      TrackedInsert.Phase one = tracked.phases().get(phase);
      tiles.add(
          new ImagePanel.Tile(
              percent(one.percent()),
              one.seen().isPresent() ? Figures.signed(one.alongMm(), 1) + " mm" : "not seen",
              cut.grey(window, PIXELS_ACROSS),
              cut.widthMm(),
              cut.heightMm(),
              cut.sides()));
    }
    return new Illustration(
        new ImagePanel(
            tiles, COLUMNS, WIDTH, "%s in %d phases.".formatted(insert.name(), tiles.size())),
        "%s plane through %s in every phase, the same window in all (%s), with its measured position. Ticks along the left edge are 10 mm apart."
            .formatted(images.plane(), insert.name(), window.words()));
  }

  /** A phase as words, in one piece. */
  static String percent(double percent) {
    return Figures.fixed(percent, percent == Math.rint(percent) ? 0 : 1) + "\u00a0%";
  }
}
