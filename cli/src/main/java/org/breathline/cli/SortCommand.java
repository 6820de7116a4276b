package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breathline.core.sorting.SortingBin;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.study.UsageException;
import org.breathline.study.report.SortingFigures;
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

  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)-(\\d{1,3}(?:\\.\\d+)?)");

  @Parameters(paramLabel = "SCAN", description = "The folder of the unsorted scan.")
  private Path scan = Path.of("");

  @Option(
      names = "--trace",
      required = true,
      paramLabel = "T",
      description = "The breathing trace recorded during the scan.")
  private Path trace = Path.of("");

  @Mixin private final ResultFolderOption out = new ResultFolderOption();

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

  @Option(
      names = "--window",
      paramLabel = "FROM-TO",
      description =
          "Sort a gating window alone, in per cent of the breath (--by phase; 80-20 runs through 0)"
              + " or of the amplitude, 0 being exhalation (--by amplitude).")
  private @Nullable String window;

  @Option(
      names = "--match-borders",
      description =
          "Among the acquisitions that fit a bin, choose those that agree best with their"
              + " neighbours.")
  private boolean matchBorders;

  @Option(
      names = "--volumes",
      paramLabel = "FORMAT",
      description = "Write the volumes as mha or nrrd files as well.")
  private @Nullable String volumes;

  @Mixin private final TraceOptionGroup traceOptions = new TraceOptionGroup();

  @Override
  Outcome run(Terminal progress) throws Exception {
    SortScanRequest request =
        new SortScanRequest(
            scan,
            traceOptions.request(trace),
            bins,
            method(by),
            offset == null ? OptionalDouble.empty() : OptionalDouble.of(offset),
            Optional.ofNullable(window).map(w -> window(w, method(by))),
            matchBorders,
            Optional.ofNullable(volumes).map(v -> v.toLowerCase(Locale.ROOT)));
    SortSummary summary = SortScan.run(request, out.path(), progress);
    return new Outcome(summary, words(summary), out.path());
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

  private static SortingBin window(String range, SortingMethod method) {
    Matcher ends = RANGE.matcher(range);
    if (!ends.matches()) {
      throw new UsageException(
          "--window is FROM-TO in per cent, such as 40-60, not " + range + ".");
    }
    double from = Double.parseDouble(ends.group(1));
    double to = Double.parseDouble(ends.group(2));
    try {
      return method == SortingMethod.PHASE
          ? SortingBin.Arc.window(from, to)
          : new SortingBin.AmplitudeWindow(from / 100, to / 100);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--window " + range + ": " + e.getMessage() + ".");
    }
  }

  private static String words(SortSummary summary) {
    SortingFigures sorting = summary.sorting();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d couch positions, %d slice positions, %d images sorted into %d bins."
            .formatted(
                sorting.couchPositions().size(),
                summary.slicePositions(),
                sorting.slices(),
                sorting.bins().size()));
    SortingFigures.Clock clock = sorting.clock();
    if (clock != null) {
      lines.add("  clock        " + clock.message());
    }
    for (int bin = 0; bin < sorting.bins().size(); bin++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %5.1f %%      %d gaps, %d couch positions outside the bin, %.1f %% of the time",
              summary.series().get(bin).centrePercent(),
              sorting.bins().get(bin).gaps(),
              sorting.bins().get(bin).outside(),
              100 * summary.series().get(bin).dwellShare()));
    }
    long artefacts = sorting.borders().stream().filter(SortingFigures.Border::artefact).count();
    lines.add(
        "  borders      %d of %d look like artefacts"
            .formatted(artefacts, sorting.borders().size()));
    for (SortSummary.Finding finding : summary.findings()) {
      lines.add("  %-12s %s".formatted(finding.severity(), finding.message()));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
