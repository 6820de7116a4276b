package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.study.inspect.FolderSummary;
import org.breathline.study.inspect.InspectFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "info", description = "Say what a folder holds.")
final class InfoCommand extends Verb {

  @Parameters(paramLabel = "DIR", description = "A folder of DICOM files.")
  private Path folder = Path.of("");

  @Override
  Outcome run(Terminal progress) throws Exception {
    FolderSummary summary = InspectFolder.inspect(folder, progress);
    return new Outcome(summary, words(summary), folder);
  }

  private static String words(FolderSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(summary.sentence());
    FolderSummary.Geometry geometry = summary.geometry();
    if (geometry != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  matrix       %d x %d pixels of %.3f x %.3f mm",
              geometry.columns(),
              geometry.rows(),
              geometry.columnSpacingMm(),
              geometry.rowSpacingMm()));
      lines.add(
          String.format(
              Locale.ROOT,
              "  positions    %d, from %.2f to %.2f mm",
              geometry.slicePositions(),
              geometry.fromMm(),
              geometry.toMm()));
    }
    for (FolderSummary.Phase phase : summary.phases()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  phase %5.1f %% %d images, by %s",
              phase.percent(),
              phase.images(),
              phase.source()));
    }
    for (FolderSummary.Group group : summary.projections()) {
      lines.add("  projection   %s, %d images".formatted(group.label(), group.images()));
    }
    FolderSummary.Scan scan = summary.scan();
    if (scan != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  acquisitions %d to %d at a couch position, %.1f s in all, rotation %.2f s",
              scan.acquisitionsPerPosition().getFirst(),
              scan.acquisitionsPerPosition().getLast(),
              scan.durationS(),
              scan.rotationS()));
      lines.add("  times from   " + scan.clock());
    }
    for (String trace : summary.traces()) {
      lines.add("  trace        " + trace);
    }
    if (summary.otherDicomFiles() + summary.otherFiles() > 0) {
      lines.add(
          "  skipped      %d other DICOM files, %d files that are no DICOM"
              .formatted(summary.otherDicomFiles(), summary.otherFiles()));
    }
    for (String damaged : summary.damagedFiles()) {
      lines.add("  damaged      " + damaged);
    }
    for (FolderSummary.Finding finding : summary.findings()) {
      lines.add("  %-12s %s".formatted(finding.severity(), finding.message()));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
