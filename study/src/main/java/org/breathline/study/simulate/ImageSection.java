package org.breathline.study.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.breathline.study.plot.Axis;
import org.breathline.study.plot.Figures;
import org.breathline.study.plot.ImagePanel;
import org.breathline.study.plot.ImagePanel.Tile;
import org.breathline.study.plot.Ink;
import org.breathline.study.plot.LinePlot;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Illustration;
import org.breathline.study.report.CtWindow;
import org.breathline.study.report.Cut;
import org.breathline.study.report.ReportDocument;
import org.breathline.study.simulate.SimulationResult.Phase;
import org.breathline.study.simulate.SimulationResult.Projection;

/** The pages that show the phases and how full the lungs are in them. */
final class ImageSection {

  private static final int COLUMNS = 4;

  /** Three times what a tile is wide in points: 220 dots an inch on paper. */
  private static final int PIXELS_ACROSS = 360;

  /** Narrower than the page, so that the first page holds it beside its words. */
  private static final double GLANCE_WIDTH = 400;

  private static final String RULER = " Ticks along the left edge are 10 mm apart.";

  private final SimulationResult result;

  ImageSection(SimulationResult result) {
    this.result = result;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    if (!result.phases().isEmpty()) {
      blocks.add(new Heading(1, "Phases"));
      blocks.add(panel("Coronal", Phase::coronal));
      blocks.add(panel("Sagittal", Phase::sagittal));
    }
    if (!result.projections().isEmpty()) {
      blocks.add(new Heading(2, "Projections over the phases"));
      blocks.add(projections());
    }
    List<Phase> measured =
        result.phases().stream().filter(p -> p.lungVolumeMl().isPresent()).toList();
    if (measured.size() > 1) {
      blocks.add(new Heading(1, "Lung volume"));
      blocks.add(volumes(measured));
    }
    return blocks;
  }

  /** The two ends of the breath side by side, for the first page; empty without two phases. */
  Optional<Illustration> glance() {
    if (result.phases().size() < 2) {
      return Optional.empty();
    }
    Phase full = result.fullest().orElse(result.phases().getFirst());
    Phase empty = result.emptiest().orElse(result.phases().get(result.phases().size() / 2));
    List<Tile> tiles = new ArrayList<>();
    for (Phase phase : List.of(full, empty)) {
      tiles.add(tile(phase.label(), note(phase), phase.coronal(), CtWindow.LUNG));
    }
    for (Phase phase : List.of(full, empty)) {
      tiles.add(tile(phase.label(), note(phase), phase.sagittal(), CtWindow.LUNG));
    }
    return Optional.of(
        new Illustration(
            new ImagePanel(
                tiles,
                2,
                GLANCE_WIDTH,
                "Coronal and sagittal planes at %s and %s.".formatted(full.label(), empty.label())),
            "Coronal and sagittal planes at %s and %s, %s.%s"
                .formatted(full.label(), empty.label(), CtWindow.LUNG.words(), RULER)));
  }

  private Illustration panel(String plane, Function<Phase, Cut> cut) {
    List<Tile> tiles = new ArrayList<>();
    for (Phase phase : result.phases()) {
      tiles.add(tile(phase.label(), note(phase), cut.apply(phase), CtWindow.LUNG));
    }
    String alternative =
        "%s planes of %d phases, %s to %s."
            .formatted(
                plane,
                tiles.size(),
                result.phases().getFirst().label(),
                result.phases().getLast().label());
    return new Illustration(
        new ImagePanel(tiles, COLUMNS, ReportDocument.WIDTH, alternative),
        "%s plane of every phase, %s.%s Chequered bands are slices that were not acquired in that phase."
            .formatted(plane, CtWindow.LUNG.words(), RULER));
  }

  private Illustration projections() {
    List<Tile> tiles = new ArrayList<>();
    for (Projection projection : result.projections()) {
      tiles.add(tile(projection.name(), "lung", projection.coronal(), CtWindow.LUNG));
      tiles.add(tile(projection.name(), "lung", projection.sagittal(), CtWindow.LUNG));
    }
    for (Projection projection : result.projections()) {
      tiles.add(tile(projection.name(), "mediastinum", projection.coronal(), CtWindow.MEDIASTINUM));
      tiles.add(
          tile(projection.name(), "mediastinum", projection.sagittal(), CtWindow.MEDIASTINUM));
    }
    String names = String.join(", ", result.projections().stream().map(Projection::name).toList());
    return new Illustration(
        new ImagePanel(
            tiles, COLUMNS, ReportDocument.WIDTH, "Coronal and sagittal planes of " + names + "."),
        "%s in two windows: %s, %s. The average is weighted by the time spent in each phase. Targets are not to be drawn on these alone: a moving target is partly missed on both."
            .formatted(names, CtWindow.LUNG.words(), CtWindow.MEDIASTINUM.words()));
  }

  private static Tile tile(String caption, String note, Cut cut, CtWindow window) {
    return new Tile(
        caption, note, cut.grey(window, PIXELS_ACROSS), cut.widthMm(), cut.heightMm(), cut.sides());
  }

  private String note(Phase phase) {
    if (result.fullest().filter(phase::equals).isPresent()) {
      return "fullest lungs";
    }
    return result.emptiest().filter(phase::equals).isPresent() ? "emptiest lungs" : "";
  }

  private Illustration volumes(List<Phase> measured) {
    List<Axis.Tick> ticks = new ArrayList<>();
    List<LinePlot.Point> points = new ArrayList<>();
    List<LinePlot.Note> notes = new ArrayList<>();
    for (int i = 0; i < measured.size(); i++) {
      Phase phase = measured.get(i);
      double volume = phase.lungVolumeMl().orElseThrow();
      ticks.add(new Axis.Tick(i, phase.label()));
      points.add(new LinePlot.Point(i, volume));
      boolean above = result.fullest().filter(phase::equals).isPresent();
      boolean below = result.emptiest().filter(phase::equals).isPresent();
      if (above || below) {
        notes.add(new LinePlot.Note(i, volume, Figures.fixed(volume, 0) + " mL", above));
      }
    }
    double[] values = points.stream().mapToDouble(LinePlot.Point::y).toArray();
    // A little room at both ends for the words beside the extremes.
    Axis tight = Axis.around("", values, 5);
    double margin = 0.12 * (tight.high() - tight.low());
    Axis y = Axis.exactly("lung volume (mL)", tight.low() - margin, tight.high() + margin, 6);
    return new Illustration(
        new LinePlot(
            new Axis("phase", -0.4, measured.size() - 0.6, ticks),
            y,
            List.of(
                new LinePlot.Series("lung volume", points, LinePlot.Look.LINE_AND_DOTS, Ink.BLUE)),
            notes,
            ReportDocument.WIDTH,
            165,
            volumeWords()),
        "%s Measured as connected air below \u2212400 HU inside the body, airways included. The phase labels come from the trace, the volumes from the images."
            .formatted(volumeWords()));
  }

  /** Which phases are the fullest and the emptiest, in a sentence; empty if not measured. */
  String volumeWords() {
    if (result.fullest().isEmpty() || result.emptiest().isEmpty()) {
      return "";
    }
    Phase most = result.fullest().get();
    Phase least = result.emptiest().get();
    double from = most.lungVolumeMl().orElseThrow();
    double to = least.lungVolumeMl().orElseThrow();
    return "The lungs are fullest at %s (%s mL) and emptiest at %s (%s mL), %s mL apart."
        .formatted(
            most.label(),
            Figures.fixed(from, 0),
            least.label(),
            Figures.fixed(to, 0),
            Figures.fixed(from - to, 0));
  }
}
