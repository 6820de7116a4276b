package org.breathline.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingStatistics;
import org.breathline.core.respiration.BreathingTrace.Unit;
import org.breathline.core.respiration.Spread;
import org.breathline.study.plot.BreathOverlay;
import org.breathline.study.plot.Figures;
import org.breathline.study.plot.TracePlot;
import org.breathline.study.report.Block.Column;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Illustration;
import org.breathline.study.report.Block.Paragraph;
import org.breathline.study.report.Block.Table;

/** The pages about the breathing. */
public final class BreathingSection {

  private final BreathingCycles cycles;
  private final BreathingResult breathing;
  private final Optional<BreathingStatistics> statistics;
  private final String unit;

  public BreathingSection(BreathingResult breathing) {
    this.breathing = breathing;
    this.cycles = breathing.cycles();
    this.statistics =
        cycles.breaths().isEmpty() ? Optional.empty() : Optional.of(BreathingStatistics.of(cycles));
    this.unit = cycles.trace().unit() == Unit.MILLIMETRE ? "mm" : "a. u.";
  }

  /** The trace with its marks and the figures over all breaths. */
  public List<Block> overview(Optional<TracePlot.Bins> bins) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "Breathing"));
    statistics.ifPresent(s -> blocks.add(new Paragraph(sentence(s.verdict()), false)));
    List<TracePlot> plots =
        TracePlot.of(cycles, TraceFigures.beamOn(breathing), bins, PdfPage.WIDTH);
    for (int i = 0; i < plots.size(); i++) {
      String which = plots.size() > 1 ? " (%d of %d)".formatted(i + 1, plots.size()) : "";
      blocks.add(new Illustration(plots.get(i), caption(which, bins.isPresent())));
    }
    statistics.ifPresent(s -> {
      blocks.add(spreads(s));
      blocks.add(overlay());
    });
    return blocks;
  }

  private Illustration overlay() {
    return new Illustration(
        new BreathOverlay(cycles, "amplitude (" + unit + ")", PdfPage.WIDTH, 180),
        "All breaths over each other, from one end of inhalation (0 %) to the next. Where they spread, what is sorted into one bin was not at one place.");
  }

  /** One row a breath. */
  public List<Block> breathTable() {
    List<List<String>> rows = new ArrayList<>();
    double startS = cycles.trace().startS();
    for (BreathingStatistics.Row row :
        statistics.map(BreathingStatistics::rows).orElse(List.of())) {
      Breath breath = row.breath();
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              Figures.fixed(breath.startS() - startS, 2),
              Figures.fixed(breath.exhaleS() - startS, 2),
              Figures.fixed(breath.periodS(), 2),
              Figures.fixed(row.amplitude(), 1),
              Figures.fixed(row.exhaleLevel(), 1),
              Figures.percent(breath.inhaleFraction()),
              breath.trusted() ? "yes" : "no"));
    }
    return List.of(
        new Heading(1, "Breaths"),
        new Table(
            "Every breath, from one end of inhalation to the next. Times count from the start of the recording.",
            List.of(
                Column.numbers("Breath"),
                Column.numbers("Inhaled at (s)"),
                Column.numbers("Exhaled at (s)"),
                Column.numbers("Period (s)"),
                Column.numbers("Amplitude (" + unit + ")"),
                Column.numbers("Level at exhalation (" + unit + ")"),
                Column.numbers("Inhaling"),
                Column.words("Trusted")),
            rows));
  }

  /** The period in a few words, for a summary. */
  public String period() {
    return statistics.map(s -> spread(s.periodS(), 1) + " s").orElse(Figures.NONE);
  }

  /** The amplitude in a few words, for a summary. */
  public String amplitude() {
    return statistics.map(s -> spread(s.amplitude(), 1) + " " + unit).orElse(Figures.NONE);
  }

  /** The breaths in a few words, for a summary. */
  public String breaths() {
    return statistics
        .map(s ->
            "%d, %d not trusted".formatted(s.rows().size(), s.rows().size() - s.trustedBreaths()))
        .orElse("none");
  }

  private String caption(String which, boolean bins) {
    String beam =
        breathing
            .interpretation()
            .beamOn()
            .map(f -> " Beam on by %s: %s.".formatted(f.rule(), f.reason()))
            .orElse(" The recording does not say when the beam was on.");
    String inverted =
        breathing.interpretation().inverted()
            ? " The file's amplitude falls with inhalation and was turned over."
            : "";
    return "Breathing trace"
        + which
        + ", inhalation upward."
        + (bins ? " The strip below the curve shows the bin of every moment." : "")
        + beam
        + inverted;
  }

  private Table spreads(BreathingStatistics s) {
    return new Table(
        "Over all breaths. The level at the end of exhalation drifts by %s %s a minute; %s of the samples are valid, %s are lost."
            .formatted(
                Figures.signed(s.driftPerMinute(), 2),
                unit,
                Figures.percent(s.validShare()),
                Figures.percent(s.lostShare())),
        List.of(
            Column.words(""),
            Column.numbers("Mean"),
            Column.numbers("Standard deviation"),
            Column.numbers("Variation"),
            Column.numbers("Smallest"),
            Column.numbers("Largest")),
        List.of(
            row("Period (s)", s.periodS(), 2, 1),
            row("Amplitude (" + unit + ")", s.amplitude(), 2, 1),
            row("Inhaling (% of the period)", s.inhaleFraction(), 0, 100)));
  }

  private static List<String> row(String name, Spread spread, int decimals, double factor) {
    return List.of(
        name,
        Figures.fixed(factor * spread.mean(), decimals),
        Figures.fixed(factor * spread.standardDeviation(), decimals),
        Figures.percent(spread.variation()),
        Figures.fixed(factor * spread.smallest(), decimals),
        Figures.fixed(factor * spread.largest(), decimals));
  }

  private static String spread(Spread spread, int decimals) {
    return Figures.fixed(spread.mean(), decimals)
        + " ± "
        + Figures.fixed(spread.standardDeviation(), decimals);
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT)
        + text.substring(1)
        + (text.endsWith(".") ? "" : ".");
  }
}
