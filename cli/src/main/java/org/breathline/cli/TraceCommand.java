package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.study.breathing.AnalyseTrace;
import org.breathline.study.report.TraceFigures;
import org.breathline.study.report.TraceReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "trace", description = "Find the breaths of a trace: table, figures and plot.")
final class TraceCommand extends Verb {

  @Parameters(
      paramLabel = "FILE",
      description = "A Varian .vxp, a CSV with named columns, or a DICOM respiratory waveform.")
  private Path trace = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "A folder for trace.html, trace.pdf (both with the plot) and trace.json.")
  private @Nullable Path out;

  @Mixin private final TraceOptionGroup traceOptions = new TraceOptionGroup();

  @Override
  Outcome run(Terminal progress) throws Exception {
    TraceReport.Figures figures =
        AnalyseTrace.run(traceOptions.request(trace), Optional.ofNullable(out));
    return new Outcome(figures, words(figures), out == null ? trace : out.resolve("trace.html"));
  }

  private static String words(TraceReport.Figures figures) {
    TraceFigures trace = figures.trace();
    String unit = trace.amplitudeUnit().equals("mm") ? "mm" : "";
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %d samples over %.1f s, %.1f %% valid, %.1f %% lost.",
            trace.format(),
            trace.samples(),
            trace.durationS(),
            trace.validSharePercent(),
            trace.lostSharePercent()));
    lines.add(
        "  inhalation   "
            + (trace.inverted() ? "downward in the file: turned over" : "upward in the file"));
    if (trace.beamOnRule() != null) {
      for (TraceFigures.Interval on : trace.beamOn()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "  beam on      %s, from %.1f to %.1f s",
                trace.beamOnRule(),
                on.startS(),
                on.endS()));
      }
    }
    TraceFigures.Statistics all = trace.statistics();
    if (all != null) {
      lines.add(
          "  breathing    %s: %d breaths, %d of them trusted"
              .formatted(all.regularity(), all.breaths(), all.trustedBreaths()));
      lines.add("  period       " + spread(all.periodS(), "s"));
      lines.add("  amplitude    " + spread(all.amplitude(), unit));
      lines.add("  inhaling     " + spread(all.inhalePercent(), "% of the breath"));
      lines.add(
          String.format(
              Locale.ROOT, "  drift        %+.2f %s a minute", all.driftPerMinute(), unit));
    }
    lines.add("  breath   start s  exhale s     end s  period s  amplitude  inhale %");
    int number = 1;
    for (TraceFigures.BreathFigures breath : trace.breaths()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %6d  %8.2f  %8.2f  %8.2f  %8.2f  %9.2f  %8.0f%s",
              number++,
              breath.startS(),
              breath.exhaleS(),
              breath.endS(),
              breath.periodS(),
              breath.amplitude(),
              breath.inhalePercent(),
              breath.trusted() ? "" : "  not trusted"));
    }
    figures.warnings().forEach(w -> lines.add("  warn         " + w));
    return String.join(System.lineSeparator(), lines);
  }

  private static String spread(TraceFigures.Spread spread, String unit) {
    return String.format(
        Locale.ROOT,
        "%.2f +- %.2f (%.2f to %.2f) %s",
        spread.mean(),
        spread.standardDeviation(),
        spread.smallest(),
        spread.largest(),
        unit);
  }
}
