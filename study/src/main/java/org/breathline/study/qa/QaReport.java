package org.breathline.study.qa;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.qa.MovingPhantom;
import org.breathline.core.qa.ProgrammedMotion;
import org.breathline.core.qa.QaFigure;
import org.breathline.core.qa.Quantity;
import org.breathline.core.qa.Tolerances;
import org.breathline.core.qa.Verdict;
import org.breathline.study.plot.Figures;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Column;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.KeyValue;
import org.breathline.study.report.Block.KeyValues;
import org.breathline.study.report.Block.Notices;
import org.breathline.study.report.Block.Paragraph;
import org.breathline.study.report.Block.SignOff;
import org.breathline.study.report.Block.Table;
import org.breathline.study.report.HtmlReport;
import org.breathline.study.report.PdfReport;
import org.breathline.study.report.ProvenanceSection;
import org.breathline.study.report.ReportDocument;

/** The report on a moving-phantom test: what passes and what does not, and every phase of it. */
final class QaReport {

  private final QaOutcome outcome;
  private final MovingPhantom phantom;

  private QaReport(QaOutcome outcome) {
    this.outcome = outcome;
    this.phantom = outcome.result().phantom();
  }

  /** Writes {@code report.html} and {@code report.pdf}. */
  static void write(QaOutcome outcome, Path folder) throws IOException {
    ReportDocument document = new QaReport(outcome).document();
    HtmlReport.write(document, folder.resolve("report.html"));
    PdfReport.write(document, folder.resolve("report.pdf"));
  }

  private ReportDocument document() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "Result"));
    blocks.add(new Paragraph(sentence(), false));
    blocks.add(new KeyValues(keyFigures()));
    blocks.add(judged());
    blocks.add(new Heading(2, "Warnings and notes"));
    blocks.add(new Notices(outcome.notices()));
    for (int i = 0; i < outcome.result().inserts().size(); i++) {
      blocks.addAll(
          new InsertSection(outcome.result().inserts().get(i), phantom, outcome.images().get(i))
              .blocks());
    }
    if (!outcome.trend().isEmpty()) {
      blocks.addAll(new TrendSection(outcome.trend(), phantom.tolerances()).blocks());
    }
    blocks.addAll(method());
    blocks.addAll(ProvenanceSection.blocks(outcome.provenance()));
    blocks.add(new Heading(1, "Approval"));
    blocks.add(
        new SignOff(
            "I have looked at the figures, the images and every warning above.",
            List.of("Medical physicist")));
    return new ReportDocument(
        "Moving-phantom test",
        outcome.phantomName() + outcome.date().map(d -> ", scanned on " + d).orElse(""),
        ProvenanceSection.product(outcome.provenance()),
        outcome.created(),
        blocks);
  }

  private String sentence() {
    long fail = count(Verdict.FAIL);
    long warn = count(Verdict.WARN);
    int all = outcome.figures().size();
    return switch (outcome.verdict()) {
      case PASS -> "PASS: all %d figures are within their tolerances.".formatted(all);
      case WARN ->
          "WARN: none of %d figures is beyond its tolerance for certain, but %d %s so near to it that the measurement's uncertainty leaves it open."
              .formatted(all, warn, warn == 1 ? "is" : "are");
      case FAIL ->
          "FAIL: %d of %d figures %s beyond tolerance%s."
              .formatted(
                  fail,
                  all,
                  fail == 1 ? "is" : "are",
                  warn == 0 ? "" : "; %d more cannot be decided".formatted(warn));
    };
  }

  private long count(Verdict verdict) {
    return outcome.figures().stream().filter(f -> f.verdict() == verdict).count();
  }

  private List<KeyValue> keyFigures() {
    ProgrammedMotion motion = phantom.motion();
    List<KeyValue> figures = new ArrayList<>();
    figures.add(new KeyValue("Verdict", outcome.verdict().name()));
    figures.add(
        new KeyValue("Scan date", outcome.date().map(Object::toString).orElse("not stated")));
    figures.add(
        new KeyValue(
            "Programmed motion",
            "%s, %s mm peak to peak, %s s"
                .formatted(
                    motion.waveform().words(),
                    Figures.fixed(motion.peakToPeakMm(), 1),
                    Figures.fixed(motion.periodS(), 2))));
    figures.add(
        new KeyValue("0 % at the end towards", Directions.words(motion.towardsPhaseZero())));
    figures.add(
        new KeyValue(
            "Phases",
            "%d, sorted %s"
                .formatted(
                    outcome.result().inserts().getFirst().phases().size(),
                    outcome.sortedHere() ? "here" : "by the scanner")));
    figures.add(
        new KeyValue(
            "Voxel",
            "%s × %s × %s mm"
                .formatted(
                    Figures.fixed(outcome.grid().spacing().x(), 2),
                    Figures.fixed(outcome.grid().spacing().y(), 2),
                    Figures.fixed(outcome.grid().spacing().z(), 2))));
    figures.add(
        new KeyValue(
            "Rotation",
            Figures.fixed(outcome.result().shutter().rotationS(), 2)
                + " s ("
                + outcome.rotationFrom()
                + ")"));
    return figures;
  }

  /** One row a quantity and insert; of those with a figure a phase, the worst phase. */
  private Table judged() {
    List<List<String>> rows = new ArrayList<>();
    outcome.scanFigures().forEach(f -> rows.add(row(f)));
    outcome
        .result()
        .inserts()
        .forEach(insert -> {
          for (Quantity quantity : Quantity.values()) {
            List<QaFigure> figures =
                outcome.of(quantity).stream()
                    .filter(f -> f.insert().equals(Optional.of(insert.insert().name())))
                    .toList();
            QaOutcome.worst(figures).ifPresent(f -> rows.add(row(f)));
          }
        });
    return new Table(
        "What is judged; where there is a figure for every phase, that of the worst phase. U is the expanded uncertainty (k = 2).",
        List.of(
            Column.words("Figure"),
            Column.words("Of"),
            Column.numbers("Measured"),
            Column.numbers("Expected"),
            Column.numbers("Deviation"),
            Column.numbers("U"),
            Column.numbers("Tolerance"),
            Column.words("Verdict")),
        rows);
  }

  private static List<String> row(QaFigure figure) {
    int decimals = figure.quantity().decimals();
    String of = figure.insert().orElse("scan");
    return List.of(
        "%s (%s)".formatted(capital(figure.quantity().words()), figure.quantity().unit()),
        figure.percent().isPresent()
            ? of + ", " + InsertSection.percent(figure.percent().getAsDouble())
            : of,
        Figures.fixed(figure.measured(), decimals),
        Figures.fixed(figure.expected(), decimals),
        Figures.signed(figure.deviation(), decimals),
        Figures.fixed(2 * figure.uncertainty(), decimals),
        "± " + Figures.fixed(figure.tolerance(), decimals),
        figure.verdict().name());
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private List<Block> method() {
    Tolerances used = phantom.tolerances();
    Tolerances usual = Tolerances.DEFAULT;
    List<List<String>> rows = new ArrayList<>();
    tolerance(rows, Quantity.AMPLITUDE, used.amplitudeMm(), usual.amplitudeMm(), "mm", OWN);
    tolerance(
        rows,
        Quantity.OFF_AXIS,
        used.offAxisMm(),
        usual.offAxisMm(),
        "mm",
        "AAPM TG-66: spatial integrity within 1 mm");
    tolerance(rows, Quantity.POSITION, used.positionMm(), usual.positionMm(), "mm", OWN);
    tolerance(
        rows,
        Quantity.PLACE,
        used.placeMm(),
        usual.placeMm(),
        "mm",
        "AAPM TG-66: lasers within 2 mm");
    tolerance(
        rows,
        Quantity.PHASE_LAG,
        used.phaseLagS(),
        usual.phaseLagS(),
        "s",
        "AAPM TG-142: gating within 100 ms of expected, taken over");
    tolerance(rows, Quantity.VOLUME, used.volumePercent(), usual.volumePercent(), "%", OWN);
    tolerance(
        rows,
        Quantity.DENSITY,
        used.densityHu(),
        usual.densityHu(),
        "HU",
        OWN + "; AAPM TG-66 has 5 HU for water, to be given with the insert");
    tolerance(rows, Quantity.ARTEFACT, used.artefactPercent(), usual.artefactPercent(), "%", OWN);
    tolerance(
        rows,
        Quantity.TRACE_PERIOD,
        used.periodS(),
        usual.periodS(),
        "s",
        OWN + ", also in images");
    return List.of(
        new Heading(1, "How it is measured and judged"),
        new Paragraph(
            "Expected positions are the programmed motion averaged over each phase's bin and over a rotation; this blur makes the expected amplitude smaller than the programmed one and an insert look longer along the motion. An insert is found beyond the level half-way between it and its background; its volume and centroid are sums over voxels of the part that is insert, its density is the mean of a core that partial volume and motion do not reach. Out of shape is the volume of voxels that are insert where the blurred shape is not, or the reverse.",
            true),
        new Paragraph(
            "PASS: within tolerance even if the uncertainty (k = 2) is taken off it. FAIL: beyond tolerance even if it is added. WARN: between the two (JCGM 106:2012). Uncertainties come from noise, taken as independent between voxels, and sampling; those of the platform itself are not in them.",
            true),
        new Table(
            "Tolerances and where the defaults come from. The task groups have none for a 4DCT of a moving phantom.",
            List.of(Column.words("Figure"), Column.numbers("Tolerance"), Column.words("From")),
            rows));
  }

  private static final String OWN = "this system's own";

  private static void tolerance(
      List<List<String>> rows,
      Quantity quantity,
      double used,
      double usual,
      String unit,
      String from) {
    rows.add(
        List.of(
            capital(quantity.words()),
            "± " + Figures.fixed(used, used < 1 ? 2 : 1) + " " + unit,
            used == usual ? from : "phantom file"));
  }
}
