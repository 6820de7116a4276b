package org.breathline.study.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.breathline.core.motion.MotionPath;
import org.breathline.core.motion.ThoraxMotion;
import org.breathline.study.plot.Figure;
import org.breathline.study.plot.Figures;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Column;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Illustration;
import org.breathline.study.report.Block.Paragraph;
import org.breathline.study.report.Block.Table;

/** The pages about how the chest moves: lungs and domes of the diaphragm, phase by phase. */
final class MotionSection {

  private final ThoraxMotion thorax;

  MotionSection(ThoraxMotion thorax) {
    this.thorax = thorax;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "Motion of the chest"));
    blocks.add(new Paragraph(summary(), false));
    Optional<Figure> domes = MotionFigures.domes(thorax);
    domes.ifPresent(figure ->
        blocks.add(
            new Illustration(
                figure,
                "Height of the domes of the diaphragm in every phase, measured below each lung to a part of a slice.")));
    blocks.add(table());
    return blocks;
  }

  private String summary() {
    StringBuilder words = new StringBuilder();
    words.append(
        String.format(
            Locale.ROOT,
            "Between the fullest and the emptiest phase the lungs' air changes by %.0f mL.",
            thorax.tidalMl()));
    dome("left", thorax.leftDome()).ifPresent(words::append);
    dome("right", thorax.rightDome()).ifPresent(words::append);
    return words.toString();
  }

  private static Optional<String> dome(String side, Optional<MotionPath> path) {
    return path.map(p ->
        String.format(
            Locale.ROOT,
            " The %s dome moves %.1f mm along the body.",
            side,
            p.peakToPeak().siMm()));
  }

  private Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (ThoraxMotion.OfPhase phase : thorax.phases()) {
      rows.add(
          List.of(
              Figures.fixed(phase.percent(), 0) + " %",
              Figures.fixed(phase.airMl(), 0),
              phase.left().map(l -> Figures.fixed(l.volumeMl(), 0)).orElse(Figures.NONE),
              phase.right().map(r -> Figures.fixed(r.volumeMl(), 0)).orElse(Figures.NONE),
              height(phase, thorax.leftDome()),
              height(phase, thorax.rightDome())));
    }
    return new Table(
        "Lungs and domes. Air: connected air below \u2212400 HU, airways included. Lungs: with their vessels, without the airways. Domes: height in the patient, mm.",
        List.of(
            Column.words("Phase"),
            Column.numbers("Air (mL)"),
            Column.numbers("Left lung (mL)"),
            Column.numbers("Right lung (mL)"),
            Column.numbers("Left dome (mm)"),
            Column.numbers("Right dome (mm)")),
        rows);
  }

  private static String height(ThoraxMotion.OfPhase phase, Optional<MotionPath> dome) {
    Function<MotionPath, Optional<MotionPath.Position>> here =
        path -> path.positions().stream().filter(p -> p.percent() == phase.percent()).findFirst();
    return dome.flatMap(here).map(p -> Figures.fixed(p.point().z(), 1)).orElse(Figures.NONE);
  }
}
