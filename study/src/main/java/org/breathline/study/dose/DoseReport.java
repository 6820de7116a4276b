package org.breathline.study.dose;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.evaluation.DoseVolumeHistogram;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.ContourStack;
import org.breathline.core.structure.DisplayColour;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.Structure;
import org.breathline.core.structure.StructureType;
import org.breathline.study.plot.Axis;
import org.breathline.study.plot.LinePlot;
import org.breathline.study.plot.Rgb;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Column;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Illustration;
import org.breathline.study.report.Block.Table;
import org.breathline.study.report.CtWindow;
import org.breathline.study.report.HtmlReport;
import org.breathline.study.report.OutlineFigure;
import org.breathline.study.report.PdfReport;
import org.breathline.study.report.ProvenanceSection;
import org.breathline.study.report.ReportDocument;

/** The pages about a dose: isodoses on three planes, histograms, goals, beams. */
final class DoseReport {

  private static final double[] ISODOSE_PERCENT = {95, 80, 50, 20};
  private static final int[] ISODOSE_COLOURS = {0xFF3B30, 0xFFB000, 0x34C759, 0x5AC8FA};

  /** The planes show no more of the patient, mm. */
  private static final double PLANE_MM = 300;

  private static final int CURVE_POINTS = 200;

  /** A plot holds no more curves than its legend has room for. */
  private static final int MOST_CURVES = 8;

  private final DoseResult result;
  private final DoseSummary summary;
  private final ShortVolume ct;

  private DoseReport(DoseResult result, DoseSummary summary, ShortVolume ct) {
    this.result = result;
    this.summary = summary;
    this.ct = ct;
  }

  /** Writes {@code dose.html} and {@code dose.pdf}. */
  static void write(DoseResult result, DoseSummary summary, ShortVolume ct, Path folder)
      throws IOException {
    ReportDocument document = new DoseReport(result, summary, ct).document();
    HtmlReport.write(document, folder.resolve("dose.html"));
    PdfReport.write(document, folder.resolve("dose.pdf"));
  }

  private ReportDocument document() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "What to know first"));
    blocks.add(new Block.Notices(result.notices()));
    blocks.add(new Heading(1, "Isodoses"));
    blocks.add(isodoses());
    blocks.add(new Heading(1, "Structures"));
    if (!result.judgement().histograms().isEmpty()) {
      blocks.add(histograms());
    }
    blocks.add(structures());
    if (!summary.goals().isEmpty()) {
      blocks.add(new Heading(1, "Goals"));
      blocks.add(goals());
    }
    blocks.add(new Heading(1, "Beams"));
    blocks.add(beams());
    blocks.addAll(ProvenanceSection.blocks(summary.provenance()));
    return new ReportDocument(
        "Dose of a plan",
        "%d beams, %d fractions, by %s"
            .formatted(summary.beams().size(), summary.fractions(), summary.machine()),
        ProvenanceSection.product(summary.provenance()),
        Instant.now(),
        blocks);
  }

  private Illustration isodoses() {
    Double prescribed = summary.prescriptionGy();
    double whole = prescribed == null ? summary.maximumGy() : prescribed;
    List<OutlineFigure.Outline> outlines = new ArrayList<>();
    Optional<Structure> target =
        result.structures().drawn().stream()
            .filter(s -> s.type() == StructureType.PTV)
            .findFirst()
            .or(() ->
                result.structures().drawn().stream().filter(s -> s.type().isTarget()).findFirst());
    Vector3 middle = hottest(result.dose().dose());
    if (target.isPresent()) {
      LevelSet region = ContourStack.of(target.get().contours(), ct.grid()).occupancy().levelSet();
      middle = region.mask().centroid().orElse(middle);
      outlines.add(OutlineFigure.Outline.of("target", target.get().type(), region));
    }
    for (int i = 0; i < ISODOSE_PERCENT.length; i++) {
      outlines.add(
          new OutlineFigure.Outline(
              String.format(Locale.ROOT, "%.0f %%", ISODOSE_PERCENT[i]),
              Rgb.of(ISODOSE_COLOURS[i]),
              above(result.dose().dose(), whole * ISODOSE_PERCENT[i] / 100)));
    }
    return new Illustration(
        new OutlineFigure(ct, outlines, middle, PLANE_MM, CtWindow.MEDIASTINUM),
        String.format(
            Locale.ROOT,
            "Isodoses in per cent of %.2f Gy, %s; planes through the middle of %s.",
            whole,
            prescribed == null ? "the highest dose" : "the prescription",
            target.isPresent() ? "the target" : "the highest dose"));
  }

  private static LevelSet above(FloatVolume dose, double levelGy) {
    float[] values = new float[dose.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (levelGy - dose.values()[i]);
    }
    return new LevelSet(dose.grid(), GridBox.all(dose.grid()), values, (float) levelGy);
  }

  private static Vector3 hottest(FloatVolume dose) {
    int at = 0;
    for (int i = 0; i < dose.values().length; i++) {
      at = dose.values()[i] > dose.values()[at] ? i : at;
    }
    Grid grid = dose.grid();
    return grid.point(at);
  }

  private Illustration histograms() {
    List<LinePlot.Series> series = new ArrayList<>();
    for (Map.Entry<Structure, DoseVolumeHistogram> entry :
        result.judgement().histograms().entrySet()) {
      if (series.size() < MOST_CURVES) {
        series.add(curve(entry.getKey(), entry.getValue(), series.size()));
      }
    }
    Axis dose = Axis.exactly("dose, Gy", 0, Math.max(summary.maximumGy(), 0.01), 8);
    Axis volume = Axis.exactly("volume, %", 0, 100, 5);
    LinePlot plot =
        new LinePlot(
            dose,
            volume,
            series,
            List.of(),
            ReportDocument.WIDTH,
            220,
            "Cumulative dose-volume histograms; their figures are in the table below.");
    return new Illustration(
        plot,
        result.judgement().histograms().size() > MOST_CURVES
            ? "Cumulative dose-volume histograms of the first %d structures; all are in dvh.csv."
                .formatted(MOST_CURVES)
            : "Cumulative dose-volume histograms.");
  }

  private LinePlot.Series curve(Structure structure, DoseVolumeHistogram histogram, int number) {
    List<LinePlot.Point> points = new ArrayList<>();
    for (int i = 0; i <= CURVE_POINTS; i++) {
      double gy = summary.maximumGy() * i / CURVE_POINTS;
      points.add(new LinePlot.Point(gy, histogram.volumeAtPercent(gy)));
    }
    DisplayColour colour = structure.colour();
    LinePlot.Look look = number % 2 == 0 ? LinePlot.Look.LINE : LinePlot.Look.DASHED;
    Rgb paint = new Rgb(colour.red(), colour.green(), colour.blue());
    return new LinePlot.Series(structure.name(), points, look, paint);
  }

  private Table structures() {
    List<List<String>> rows = new ArrayList<>();
    for (StructureFigures s : summary.structures()) {
      rows.add(
          List.of(
              s.name(),
              number(s.volumeMl()),
              number(s.meanGy()),
              number(s.minimumGy()),
              number(s.maximumGy()),
              number(s.d98Gy()),
              number(s.d95Gy()),
              number(s.d2Gy())));
    }
    return new Table(
        "What the structures get: mL and Gy over all fractions.",
        List.of(
            Column.words("Structure"),
            Column.numbers("Volume"),
            Column.numbers("Mean"),
            Column.numbers("Minimum"),
            Column.numbers("Maximum"),
            Column.numbers("D98"),
            Column.numbers("D95"),
            Column.numbers("D2")),
        rows);
  }

  private Table goals() {
    List<List<String>> rows = new ArrayList<>();
    for (DoseSummary.GoalFigures goal : summary.goals()) {
      rows.add(List.of(goal.goal(), number(goal.figure()), goal.met() ? "pass" : "fail"));
    }
    String missing =
        summary.notJudged().isEmpty()
            ? "."
            : "; not contoured and not judged: " + String.join(", ", summary.notJudged()) + ".";
    return new Table(
        "Goals of " + summary.protocol() + missing,
        List.of(Column.words("Goal"), Column.numbers("Found"), Column.words("Verdict")),
        rows);
  }

  private Table beams() {
    List<List<String>> rows = new ArrayList<>();
    for (DoseSummary.BeamFigures b : summary.beams()) {
      rows.add(
          List.of(
              String.valueOf(b.number()),
              b.technique(),
              b.quality(),
              number(b.gantryDeg()),
              number(b.monitorUnits()),
              String.valueOf(b.fractions()),
              String.valueOf(b.segments()),
              number(b.maximumGy())));
    }
    return new Table(
        "Beams: gantry where it begins, degrees; monitor units of a fraction; highest dose, Gy.",
        List.of(
            Column.numbers("Beam"),
            Column.words("Technique"),
            Column.words("Photons"),
            Column.numbers("Gantry"),
            Column.numbers("MU"),
            Column.numbers("Fractions"),
            Column.numbers("Segments"),
            Column.numbers("Maximum")),
        rows);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
