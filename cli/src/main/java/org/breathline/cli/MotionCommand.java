package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.registration.quality.Outcome;
import org.breathline.study.motion.AnalyseMotion;
import org.breathline.study.motion.MotionRequest;
import org.breathline.study.motion.MotionSummary;
import org.breathline.study.structures.TumourChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "motion",
    description = "How far a tumour, the lungs and the diaphragm move in a sorted 4DCT.")
final class MotionCommand extends Verb {

  @Parameters(paramLabel = "4DCT", description = "The folder of a 4DCT sorted by phase.")
  private Path source = Path.of("");

  @Mixin private final SeedOptionGroup seed = new SeedOptionGroup();

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

  @Mixin private final DecisionOptionGroup decision = new DecisionOptionGroup();

  @Override
  Outcome run(Terminal progress) throws Exception {
    Optional<TumourChoice.Clicked> clicked = seed.clicked();
    MotionRequest request =
        new MotionRequest(
            source,
            clicked,
            Optional.ofNullable(structures),
            Optional.ofNullable(reference),
            fields,
            insist,
            traceOptions.request(Optional.ofNullable(trace)),
            decision.decision());
    MotionSummary summary = AnalyseMotion.run(request, out.path(), progress);
    return new Outcome(summary, words(summary), out.path());
  }

  /** How far each structure moves, a line each. */
  static List<String> structures(MotionSummary summary) {
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
    return lines;
  }

  private static String words(MotionSummary summary) {
    List<String> lines = new ArrayList<>(structures(summary));
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
    if (summary.decision() != null) {
      lines.add(
          "decided for %s by %s"
              .formatted(summary.decision().words(), summary.decision().decidedBy()));
    }
    summary.warnings().forEach(w -> lines.add("  warn         " + w));
    return String.join(System.lineSeparator(), lines);
  }
}
