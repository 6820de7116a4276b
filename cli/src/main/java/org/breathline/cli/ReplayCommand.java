package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.study.UsageException;
import org.breathline.study.replay.ReplayScan;
import org.breathline.study.replay.ReplaySummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "replay",
    description = "Turn a sorted 4DCT into an unsorted scan that breathes along a trace.")
final class ReplayCommand extends Verb {

  @Parameters(paramLabel = "4DCT", description = "The folder of a 4DCT sorted by phase.")
  private Path source = Path.of("");

  @Option(names = "--trace", required = true, paramLabel = "T", description = "A breathing trace.")
  private Path trace = Path.of("");

  @Mixin private final ResultFolderOption out = new ResultFolderOption();

  @Option(
      names = "--interpolate",
      paramLabel = "HOW",
      defaultValue = "none",
      description =
          "none: each slice is a real one, of the nearest phase. field: interpolated between phases"
              + " along displacement fields (default: ${DEFAULT-VALUE}).")
  private String interpolate = "none";

  @Mixin private final TraceOptionGroup traceOptions = new TraceOptionGroup();

  @Override
  Outcome run(Terminal progress) throws Exception {
    ReplayScan.Slices slices =
        switch (interpolate) {
          case "none" -> ReplayScan.Slices.NEAREST;
          case "field" -> ReplayScan.Slices.FIELD;
          default ->
              throw new UsageException(
                  "--interpolate is none or field, not %s.".formatted(interpolate));
        };
    ReplaySummary summary =
        ReplayScan.run(source, traceOptions.request(trace), slices, out.path(), progress);
    return new Outcome(summary, words(summary), out.path());
  }

  private static String words(ReplaySummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d couch positions of %d slices, %d acquisitions, beam on from %.2f to %.2f s of the"
                + " trace.",
            summary.couchPositions(),
            summary.slicesPerPosition(),
            summary.acquisitions().size(),
            summary.beamOnFromS(),
            summary.beamOnToS()));
    summary.warnings().forEach(w -> lines.add("  warn         " + w));
    return String.join(System.lineSeparator(), lines);
  }
}
