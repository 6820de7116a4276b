package org.breathline.study.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.motion.MotionPath;
import org.breathline.core.motion.StructureMotion;
import org.breathline.study.plot.Figure;
import org.breathline.study.plot.Figures;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Column;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Illustration;
import org.breathline.study.report.Block.Table;

/** The pages about how a tumour and other structures move: a table of all, a curve of each. */
final class StructureSection {

  private final Measured measured;
  private final MotionSummary summary;

  StructureSection(Measured measured, MotionSummary summary) {
    this.measured = measured;
    this.summary = summary;
  }

  /** Empty without structures. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    if (summary.structures().isEmpty()) {
      return blocks;
    }
    blocks.add(new Heading(1, "Motion of structures"));
    blocks.add(table());
    measured.tumour().ifPresent(t -> blocks.add(curve(Measured.CLICKED, t.path())));
    for (StructureMotion motion : measured.carried()) {
      blocks.add(curve(motion.name(), motion.path()));
    }
    Optional.ofNullable(summary.breathToBreath()).ifPresent(b -> blocks.add(breaths(b)));
    return blocks;
  }

  private static Illustration curve(String name, MotionPath path) {
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    Figure figure = MotionFigures.path(capital, path);
    return new Illustration(figure, figure.alternative());
  }

  private Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (MotionSummary.Structure structure : summary.structures()) {
      MotionSummary.PeakToPeakMm range = structure.peakToPeakMm();
      rows.add(
          List.of(
              structure.name(),
              structure.source().equals("displacement_fields") ? "carried" : "found anew",
              Figures.fixed(structure.volumeMl(), 1),
              Figures.fixed(range.lr(), 1),
              Figures.fixed(range.ap(), 1),
              Figures.fixed(range.si(), 1),
              Figures.fixed(range.vector(), 1),
              Figures.fixed(structure.hysteresisMm(), 1),
              structure.beyondTg76() ? "yes" : "no"));
    }
    return new Table(
        "How far centroids move between phases, mm: along each axis, and between the two positions farthest apart. Hysteresis: how far the ways in and out differ. Carried: by displacement fields from the phase it was drawn on; found anew: segmented in every phase. AAPM TG-76 wants motion beyond 5 mm managed.",
        List.of(
            Column.words("Structure"),
            Column.words("Positions"),
            Column.numbers("Volume (mL)"),
            Column.numbers("LR"),
            Column.numbers("AP"),
            Column.numbers("SI"),
            Column.numbers("3D"),
            Column.numbers("Hysteresis"),
            Column.words("Beyond 5 mm")),
        rows);
  }

  private static Block breaths(MotionSummary.BreathToBreath breaths) {
    return new Block.Paragraph(
        String.format(
            Locale.ROOT,
            "From breath to breath, as the trace tells it over %d breaths: %.1f ± %.1f mm, %.1f mm at most; %.0f %% of the time it is beyond the range that the 4DCT shows (the trace explains the phases within %.1f mm).",
            breaths.breaths(),
            breaths.meanMm(),
            breaths.deviationMm(),
            breaths.largestMm(),
            100 * breaths.outsideShare(),
            breaths.fitErrorMm()),
        false);
  }
}
