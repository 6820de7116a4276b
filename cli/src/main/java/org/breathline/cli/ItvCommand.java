package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.registration.quality.Outcome;
import org.breathline.study.target.MakeTarget;
import org.breathline.study.target.PlanningFigures;
import org.breathline.study.target.TargetRequest;
import org.breathline.study.target.TargetSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "itv",
    description = "Carry a tumour to every phase of a 4DCT, and make its internal target volume.")
final class ItvCommand extends Verb {

  @Parameters(paramLabel = "4DCT", description = "The folder of a 4DCT sorted by phase.")
  private Path scan = Path.of("");

  @Mixin private final TumourOptionGroup tumour = new TumourOptionGroup();

  @Mixin private final ResultFolderOption out = new ResultFolderOption();

  @Mixin private final PlanningOptionGroup planning = new PlanningOptionGroup();

  @Mixin private final TargetOptionGroup recipe = new TargetOptionGroup();

  @Option(names = "--segmentation", description = "Write a DICOM Segmentation too.")
  private boolean segmentation;

  @Option(
      names = "--insist",
      description =
          "Make the target even where the quality gate refuses a displacement field, and say so.")
  private boolean insist;

  @Override
  Outcome run(Terminal progress) throws Exception {
    TargetRequest request =
        new TargetRequest(
            scan, tumour.required(), recipe.recipe(segmentation), planning.choice(), insist);
    TargetSummary summary = MakeTarget.run(request, out.path(), progress);
    return new Outcome(summary, words(summary), out.path().resolve("itv.html"));
  }

  static String words(TargetSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Internal target volume by %s, phases %s, on the %.0f %% phase.",
            summary.method(),
            summary.window(),
            summary.referencePercent()));
    for (TargetSummary.NamedVolume volume : summary.volumes()) {
      lines.add(String.format(Locale.ROOT, "  %-12s %8.2f mL", volume.name(), volume.volumeMl()));
    }
    TargetSummary.Axes peak = summary.motion().peakToPeakMm();
    lines.add(
        String.format(
            Locale.ROOT,
            "  motion       LR %.1f, AP %.1f, SI %.1f mm, %.1f mm in all",
            peak.lr(),
            peak.ap(),
            peak.si(),
            summary.motion().vectorMm()));
    for (TargetSummary.ExtentFigures extent : summary.extents()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-12s %.1f mm further, made by the %.0f %% phase",
              extent.side(),
              extent.beyondMm(),
              extent.percent()));
    }
    TargetSummary.MidVentilationFigures mid = summary.midVentilation();
    lines.add(
        String.format(
            Locale.ROOT,
            "  mid-vent.    %.0f %% phase, margins LR %.1f, AP %.1f, SI %.1f mm: PTV %.1f mL, %.1f mL less than around the ITV",
            mid.phasePercent(),
            mid.marginMm().lr(),
            mid.marginMm().ap(),
            mid.marginMm().si(),
            mid.ptvMl(),
            mid.savedMl()));
    PlanningFigures planning = summary.planning();
    if (planning != null) {
      lines.add("  planned on   %s: %s".formatted(planning.planOn(), planning.structures()));
    }
    for (TargetSummary.NoticeFigures notice : summary.notices()) {
      lines.add("  %-12s %s".formatted(notice.severity(), notice.message()));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
