package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.study.qa.QaRequest;
import org.breathline.study.qa.QaSummary;
import org.breathline.study.qa.RunQa;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "qa",
    description = "Test scanner and sorting with a moving phantom against its programmed motion.")
final class QaCommand extends Verb {

  @Parameters(
      paramLabel = "SCAN",
      description = "The folder of a 4DCT sorted by phase, or of an unsorted scan.")
  private Path scan = Path.of("");

  @Option(
      names = "--phantom",
      required = true,
      paramLabel = "FILE",
      description = "The programmed motion, the inserts and the tolerances, as JSON.")
  private Path phantom = Path.of("");

  @Option(
      names = "--trace",
      paramLabel = "T",
      description = "The breathing trace; needed for an unsorted scan.")
  private @Nullable Path trace;

  @Option(
      names = "--trend",
      paramLabel = "FILE",
      description = "A CSV of the tests before, which gains a row for the day of this scan.")
  private @Nullable Path trend;

  @Mixin private final ResultFolderOption out = new ResultFolderOption();

  @Option(
      names = "--offset",
      paramLabel = "S",
      description =
          "Seconds to add to where the trace's beam-on edges (without them: its first sample) put"
              + " the scan (default: checked by the images).")
  private @Nullable Double offset;

  @Mixin private final TraceOptionGroup traceOptions = new TraceOptionGroup();

  @Override
  Outcome run(Terminal progress) throws Exception {
    QaSummary summary =
        RunQa.run(
            new QaRequest(
                scan,
                phantom,
                traceOptions.request(Optional.ofNullable(trace)),
                offset == null ? OptionalDouble.empty() : OptionalDouble.of(offset),
                Optional.ofNullable(trend)),
            out.path(),
            progress);
    return new Outcome(summary, words(summary), out.path().resolve("report.html"));
  }

  private static String words(QaSummary summary) {
    List<String> lines = new ArrayList<>();
    long failed = summary.figures().stream().filter(f -> f.verdict().equals("fail")).count();
    long open = summary.figures().stream().filter(f -> f.verdict().equals("warn")).count();
    lines.add(
        "%s: %d figures, %d beyond tolerance, %d that cannot be decided."
            .formatted(
                summary.verdict().toUpperCase(Locale.ROOT),
                summary.figures().size(),
                failed,
                open));
    for (QaSummary.Judged figure : summary.figures()) {
      // Of the figures of every phase only those that need a look.
      if (figure.phasePercent() == null || !figure.verdict().equals("pass")) {
        lines.add(line(figure));
      }
    }
    for (QaSummary.Notice notice : summary.notices()) {
      lines.add("  %-12s %s".formatted(notice.severity(), notice.message()));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(QaSummary.Judged figure) {
    Double measured = figure.measured();
    Double phase = figure.phasePercent();
    String of = figure.insert() == null ? "scan" : figure.insert();
    return String.format(
        Locale.ROOT,
        "  %-4s  %-13s %-16s measured %s, expected %.3f, tolerance %.3f, uncertainty (k = 2) %.3f %s",
        figure.verdict(),
        figure.quantity(),
        phase == null ? of : String.format(Locale.ROOT, "%s %.0f %%", of, phase),
        measured == null ? "nothing" : String.format(Locale.ROOT, "%.3f", measured),
        figure.expected(),
        figure.tolerance(),
        2 * figure.uncertainty(),
        figure.unit());
  }
}
