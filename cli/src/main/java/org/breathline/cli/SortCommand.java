package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.study.UsageException;
import org.breathline.study.sort.SortScan;
import org.breathline.study.sort.SortScanRequest;
import org.breathline.study.sort.SortSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sort",
    description = "Sort an unsorted scan into breathing phases along its trace.")
final class SortCommand extends Verb {

  @Parameters(paramLabel = "SCAN", description = "The folder of the unsorted scan.")
  private Path scan = Path.of("");

  @Option(
      names = "--trace",
      required = true,
      paramLabel = "T",
      description = "The breathing trace recorded during the scan.")
  private Path trace = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the result: new, empty, or an earlier result.")
  private Path out = Path.of("");

  @Option(
      names = "--bins",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many bins (default: ${DEFAULT-VALUE}).")
  private int bins;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      defaultValue = "phase",
      description =
          "phase, amplitude (with direction) or local-amplitude (default: ${DEFAULT-VALUE}).")
  private String by = "phase";

  @Option(
      names = "--offset",
      paramLabel = "S",
      description =
          "Seconds to add to where the trace's beam-on edges (without them: its first sample) put"
              + " the scan (default: checked and corrected by the images).")
  private @Nullable Double offset;

  @Mixin private final TraceOptionGroup traceOptions = new TraceOptionGroup();

  @Override
  Outcome run(Terminal progress) throws Exception {
    SortScanRequest request =
        new SortScanRequest(
            scan,
            traceOptions.request(trace),
            bins,
            method(by),
            offset == null ? OptionalDouble.empty() : OptionalDouble.of(offset));
    SortSummary summary = SortScan.run(request, out, progress);
    return new Outcome(summary, words(summary), out);
  }

  static SortingMethod method(String by) {
    return switch (by.toLowerCase(Locale.ROOT)) {
      case "phase" -> SortingMethod.PHASE;
      case "amplitude" -> SortingMethod.AMPLITUDE;
      case "local-amplitude" -> SortingMethod.LOCAL_AMPLITUDE;
      default ->
          throw new UsageException(
              "--by is phase, amplitude or local-amplitude, not %s.".formatted(by));
    };
  }

  private static String words(SortSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d couch positions, %d slice positions, %d images sorted into %d bins."
            .formatted(
                summary.scan().couchPositions(),
                summary.scan().slicePositions(),
                summary.scan().slices(),
                summary.bins().size()));
    lines.add("  clock        " + summary.clock().message());
    for (SortSummary.Bin bin : summary.bins()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %5.1f %%      %d gaps, %d couch positions outside the bin, %.1f %% of the time",
              bin.centrePercent(),
              bin.gaps(),
              bin.outsideBin(),
              100 * bin.dwellShare()));
    }
    for (SortSummary.Finding finding : summary.findings()) {
      lines.add("  %-12s %s".formatted(finding.severity(), finding.message()));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
