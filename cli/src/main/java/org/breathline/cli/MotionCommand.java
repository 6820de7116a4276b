package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.breathline.core.geometry.Vector3;
import org.breathline.study.UsageException;
import org.breathline.study.motion.AnalyseMotion;
import org.breathline.study.motion.MotionRequest;
import org.breathline.study.motion.MotionSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "motion",
    description = "How far a tumour, the lungs and the diaphragm move in a sorted 4DCT.")
final class MotionCommand extends Verb {

  private static final Pattern COMMA = Pattern.compile(",");

  @Parameters(paramLabel = "4DCT", description = "The folder of a 4DCT sorted by phase.")
  private Path source = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "X,Y,Z",
      description = "A point in a lung tumour, LPS millimetres.")
  private @Nullable String seed;

  @Option(
      names = "--seed-phase",
      paramLabel = "PERCENT",
      description = "The phase in which the seed was placed (default: the one it fits best).")
  private @Nullable Double seedPhase;

  @Option(
      names = "--structures",
      paramLabel = "RS.dcm",
      description = "An RT Structure Set drawn on a phase; phases are registered to carry it.")
  private @Nullable Path structures;

  @Option(
      names = "--reference",
      paramLabel = "PERCENT",
      description =
          "The phase that structures were drawn on and others are registered with (default: the"
              + " one the structures name, else 50).")
  private @Nullable Double reference;

  @Option(
      names = "--fields",
      description =
          "Register the phases also without structures: motion model, mid-position CT,"
              + " ventilation.")
  private boolean fields;

  @Option(
      names = "--insist",
      description = "Use fields that the quality gate refuses; the result says so.")
  private boolean insist;

  @Option(names = "--trace", paramLabel = "T", description = "The breathing trace of the scan.")
  private @Nullable Path trace;

  @Mixin private final ResultFolderOption out = new ResultFolderOption();

  @Mixin private final TraceOptionGroup traceOptions = new TraceOptionGroup();

  @Override
  Outcome run(Terminal progress) throws Exception {
    if (seedPhase != null && seed == null) {
      throw new UsageException("--seed-phase says in which phase a --seed was placed.");
    }
    MotionRequest request =
        new MotionRequest(
            source,
            Optional.ofNullable(seed).map(MotionCommand::point),
            Optional.ofNullable(seedPhase),
            Optional.ofNullable(structures),
            Optional.ofNullable(reference),
            fields,
            insist,
            traceOptions.request(Optional.ofNullable(trace)));
    MotionSummary summary = AnalyseMotion.run(request, out.path(), progress);
    return new Outcome(summary, words(summary), out.path());
  }

  private static Vector3 point(String text) {
    String[] parts = COMMA.split(text, -1);
    try {
      if (parts.length == 3) {
        Vector3 point =
            new Vector3(
                Double.parseDouble(parts[0].strip()),
                Double.parseDouble(parts[1].strip()),
                Double.parseDouble(parts[2].strip()));
        if (Double.isFinite(point.length())) {
          return point;
        }
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new UsageException(
        "--seed is three numbers, X,Y,Z in millimetres, not %s.".formatted(text));
  }

  private static String words(MotionSummary summary) {
    List<String> lines = new ArrayList<>();
    for (MotionSummary.Structure structure : summary.structures()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %.1f mm (LR %.1f, AP %.1f, SI %.1f), hysteresis %.1f mm, %.1f mL%s",
              structure.name(),
              structure.peakToPeakMm().vector(),
              structure.peakToPeakMm().lr(),
              structure.peakToPeakMm().ap(),
              structure.peakToPeakMm().si(),
              structure.hysteresisMm(),
              structure.volumeMl(),
              structure.beyondTg76() ? "; beyond 5 mm (TG-76)" : ""));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "lungs: fullest at %.0f %%, emptiest at %.0f %%, %.0f mL between",
            summary.lungs().fullestPercent(),
            summary.lungs().emptiestPercent(),
            summary.lungs().tidalMl()));
    for (MotionSummary.Dome dome : summary.domes()) {
      lines.add(
          String.format(
              Locale.ROOT, "%s dome of the diaphragm: %.1f mm", dome.side(), dome.peakToPeakMm()));
    }
    if (summary.fields() != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "fields from %.0f %%: the two ways round the breath differ by %.2f mm",
              summary.fields().referencePercent(),
              summary.fields().closureMm()));
    }
    if (summary.proposal() != null) {
      lines.add("the figures speak for " + summary.proposal().words() + "; a person decides");
    }
    summary.warnings().forEach(w -> lines.add("  warn         " + w));
    return String.join(System.lineSeparator(), lines);
  }
}
