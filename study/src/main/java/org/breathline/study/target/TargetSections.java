package org.breathline.study.target;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.StructureType;
import org.breathline.core.structure.SurfaceMesh;
import org.breathline.study.plot.Figures;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Column;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.KeyValue;
import org.breathline.study.report.Block.Paragraph;
import org.breathline.study.report.CtWindow;
import org.breathline.study.report.OutlineFigure;
import org.breathline.study.target.TargetSummary.Axes;

/** The sections about a target: outlines, volumes, motion, reasons, margins. */
final class TargetSections {

  private final TargetSummary summary;
  private final MadeTarget made;
  private final int level;

  /**
   * Of a target.
   *
   * @param level of the headings
   */
  TargetSections(TargetSummary summary, MadeTarget made, int level) {
    this.summary = summary;
    this.made = made;
    this.level = level;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    outlines(blocks);
    volumes(blocks);
    motion(blocks);
    reasons(blocks);
    midVentilation(blocks);
    return blocks;
  }

  private void outlines(List<Block> blocks) {
    blocks.add(new Heading(level, "Outlines"));
    Vector3 middle = SurfaceMesh.of(made.target().region()).centroid();
    List<OutlineFigure.Outline> shown =
        made.regions().stream()
            .filter(r -> !isOfOnePhase(r))
            .map(MadeTarget.Region::outline)
            .toList();
    for (CtWindow window : List.of(CtWindow.LUNG, CtWindow.MEDIASTINUM)) {
      OutlineFigure figure = OutlineFigure.around(made.reference(), shown, middle, window);
      blocks.add(
          new Block.Illustration(
              figure,
              "The %s %% phase in the %s, planes through the middle of the ITV."
                  .formatted(number(summary.referencePercent(), 0), window.words())));
    }
  }

  private static boolean isOfOnePhase(MadeTarget.Region region) {
    return region.type() == StructureType.GTV && region.name().startsWith("GTV_");
  }

  private void volumes(List<Block> blocks) {
    blocks.add(new Heading(level, "Volumes"));
    List<List<String>> rows = new ArrayList<>();
    for (TargetSummary.NamedVolume volume : summary.volumes()) {
      rows.add(List.of(volume.name(), volume.type(), number(volume.volumeMl(), 2)));
    }
    blocks.add(
        new Block.Table(
            "What was made, in the structure set's order.",
            List.of(Column.words("Structure"), Column.words("Type"), Column.numbers("mL")),
            rows));
    TargetSummary.ProjectionFigures projection = summary.projection();
    if (projection != null) {
      blocks.add(
          new Block.KeyValues(
              List.of(
                  new KeyValue("Drawn on", projection.kind()),
                  new KeyValue("From", number(projection.thresholdHu(), 0) + " HU"),
                  new KeyValue("Volume", number(projection.volumeMl(), 2) + " mL"),
                  new KeyValue("Union over the phases", number(projection.unionMl(), 2) + " mL"),
                  new KeyValue("Missing", number(projection.missingPercent(), 1) + " %"),
                  new KeyValue("Dice", number(projection.dice(), 3)),
                  new KeyValue(
                      "Mean surface distance", number(projection.meanSurfaceMm(), 2) + " mm"),
                  new KeyValue("95th percentile", number(projection.hausdorff95Mm(), 2) + " mm"))));
    }
  }

  private void motion(List<Block> blocks) {
    blocks.add(new Heading(level, "Motion of the tumour"));
    Axes peak = summary.motion().peakToPeakMm();
    blocks.add(
        new Paragraph(
            "Peak to peak %s mm left-right, %s mm anterior-posterior, %s mm superior-inferior; %s mm between the positions furthest from each other."
                .formatted(
                    number(peak.lr(), 1),
                    number(peak.ap(), 1),
                    number(peak.si(), 1),
                    number(summary.motion().vectorMm(), 1)),
            false));
    List<List<String>> rows = new ArrayList<>();
    for (TargetSummary.PhaseFigures phase : summary.phases()) {
      rows.add(
          List.of(
              number(phase.percent(), 0),
              signed(phase.shiftMm().lr()),
              signed(phase.shiftMm().ap()),
              signed(phase.shiftMm().si()),
              number(phase.volumeMl(), 2),
              Figures.percent(phase.surfaceShare()),
              Figures.percent(phase.aloneShare())));
    }
    blocks.add(
        new Block.Table(
            "Each phase: the tumour's centre from where it is in the reference phase (mm; left, posterior, superior positive), its volume, and what the phase made of the ITV: of its surface, and of its volume where no other phase reaches.",
            List.of(
                Column.numbers("Phase %"),
                Column.numbers("LR"),
                Column.numbers("AP"),
                Column.numbers("SI"),
                Column.numbers("mL"),
                Column.numbers("Surface"),
                Column.numbers("Alone")),
            rows));
  }

  private void reasons(List<Block> blocks) {
    blocks.add(new Heading(level, "Why the ITV reaches where it does"));
    List<List<String>> rows = new ArrayList<>();
    for (TargetSummary.ExtentFigures extent : summary.extents()) {
      rows.add(
          List.of(
              extent.side(),
              number(extent.beyondMm(), 1),
              number(extent.percent(), 0),
              signed(extent.shiftMm().lr()),
              signed(extent.shiftMm().ap()),
              signed(extent.shiftMm().si())));
    }
    blocks.add(
        new Block.Table(
            "How far the ITV reaches beyond the CTV of the reference phase on each side (mm), the phase that made it, and where the target's centre is in that phase (mm).",
            List.of(
                Column.words("Side"),
                Column.numbers("Beyond"),
                Column.numbers("Phase %"),
                Column.numbers("LR"),
                Column.numbers("AP"),
                Column.numbers("SI")),
            rows));
  }

  private void midVentilation(List<Block> blocks) {
    TargetSummary.MidVentilationFigures mid = summary.midVentilation();
    blocks.add(new Heading(level, "Mid-ventilation margin"));
    blocks.add(
        new Paragraph(
            "M = 2.5 Σ + β √(σ² + (0.36 A)² + σp²) − β σp (van Herk 2000): the target in the %s %% phase, %s mm from its mean position."
                .formatted(number(mid.phasePercent(), 0), number(mid.offsetMm(), 1)),
            false));
    Axes motion = summary.motion().peakToPeakMm();
    blocks.add(
        new Block.Table(
            "Inputs and margins along each axis, mm; σp %s mm, β %s."
                .formatted(number(mid.penumbraMm(), 1), number(mid.beta(), 2)),
            List.of(
                Column.words("Axis"),
                Column.numbers("Σ"),
                Column.numbers("σ"),
                Column.numbers("A"),
                Column.numbers("Margin"),
                Column.numbers("Without breathing")),
            List.of(
                axis("left-right", mid, motion, Axes::lr),
                axis("anterior-posterior", mid, motion, Axes::ap),
                axis("superior-inferior", mid, motion, Axes::si))));
    blocks.add(
        new Block.KeyValues(
            List.of(
                new KeyValue("PTV by mid-ventilation", number(mid.ptvMl(), 1) + " mL"),
                new KeyValue("PTV of the ITV, same errors", number(mid.itvPtvMl(), 1) + " mL"),
                new KeyValue(
                    "Saved",
                    "%s mL (%s %%)"
                        .formatted(number(mid.savedMl(), 1), number(mid.savedPercent(), 0))))));
  }

  private static List<String> axis(
      String name,
      TargetSummary.MidVentilationFigures mid,
      Axes motion,
      ToDoubleFunction<Axes> along) {
    return List.of(
        name,
        number(along.applyAsDouble(mid.systematicMm()), 1),
        number(along.applyAsDouble(mid.randomMm()), 1),
        number(along.applyAsDouble(motion), 1),
        number(along.applyAsDouble(mid.marginMm()), 1),
        number(along.applyAsDouble(mid.setupMarginMm()), 1));
  }

  private static String number(double value, int decimals) {
    return Figures.fixed(value, decimals);
  }

  private static String signed(double mm) {
    return Figures.signed(mm, 1);
  }
}
