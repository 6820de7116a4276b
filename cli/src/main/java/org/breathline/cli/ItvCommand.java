package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.target.PhaseWindow;
import org.breathline.core.target.SetupErrors;
import org.breathline.study.UsageException;
import org.breathline.study.target.MakeTarget;
import org.breathline.study.target.TargetMethod;
import org.breathline.study.target.TargetRequest;
import org.breathline.study.target.TargetSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "itv",
    description = "Carry a tumour to every phase of a 4DCT, and make its internal target volume.")
final class ItvCommand extends Verb {

  private static final Pattern WINDOW = Pattern.compile("(\\d+(?:\\.\\d+)?)-(\\d+(?:\\.\\d+)?)");

  @Parameters(paramLabel = "4DCT", description = "The folder of a 4DCT sorted by phase.")
  private Path scan = Path.of("");

  @Option(
      names = "--structures",
      required = true,
      paramLabel = "RS",
      description = "The RT Structure Set that the tumour was drawn in.")
  private Path structures = Path.of("");

  @Option(
      names = "--target",
      required = true,
      paramLabel = "NAME",
      description = "The tumour's name in it (its GTV).")
  private String target = "";

  @Mixin private final ResultFolderOption out = new ResultFolderOption();

  @Option(
      names = "--reference",
      paramLabel = "P",
      description = "The phase that it was drawn on, per cent (default: as its references say).")
  private @Nullable Double reference;

  @Option(
      names = "--ctv-margin",
      paramLabel = "MM",
      description = "From the GTV to the CTV (default: ${DEFAULT-VALUE}).")
  private double ctvMargin;

  @Option(
      names = "--barrier",
      paramLabel = "NAME",
      description = "A structure that the CTV margin neither enters nor crosses; may be repeated.")
  private List<String> barriers = new ArrayList<>();

  @Option(
      names = "--method",
      paramLabel = "M",
      description =
          "union: the target in every phase, united. mip, average: drawn on a projection, which is"
              + " known to miss. midv: in its mean position, with a margin for the breathing"
              + " (default: ${DEFAULT-VALUE}).")
  private TargetMethod method = TargetMethod.UNION;

  @Option(
      names = "--phases",
      paramLabel = "A-B",
      description = "The phases that count, such as 30-70 or 80-20 (default: all).")
  private @Nullable String phases;

  @Option(
      names = "--ptv-margin",
      paramLabel = "MM",
      description = "Around the ITV (default: no PTV is made).")
  private @Nullable Double ptvMargin;

  @Option(
      names = "--systematic",
      paramLabel = "MM",
      description =
          "Standard deviation of the systematic errors, for the mid-ventilation margin (default:"
              + " ${DEFAULT-VALUE}).")
  private double systematic = 2;

  @Option(
      names = "--random",
      paramLabel = "MM",
      description = "Standard deviation of the random errors (default: ${DEFAULT-VALUE}).")
  private double random = 2;

  @Option(
      names = "--penumbra",
      paramLabel = "MM",
      description =
          "Standard deviation of the beam's edge: 6.4 in lung, 3.2 in water (default:"
              + " ${DEFAULT-VALUE}).")
  private double penumbra = SetupErrors.PENUMBRA_IN_LUNG_MM;

  @Option(
      names = "--prescription",
      paramLabel = "PERCENT",
      description = "The isodose prescribed to: 95 or 80 (default: ${DEFAULT-VALUE}).")
  private int prescription = 95;

  @Option(names = "--segmentation", description = "Write a DICOM Segmentation too.")
  private boolean segmentation;

  @Option(names = "--every-phase", description = "Write the tumour of every phase too.")
  private boolean everyPhase;

  @Option(
      names = "--insist",
      description =
          "Make the target even where the quality gate refuses a displacement field, and say so.")
  private boolean insist;

  @Override
  Outcome run(Terminal progress) throws Exception {
    TargetRequest request =
        new TargetRequest(
            scan,
            structures,
            target,
            optional(reference),
            ctvMargin,
            barriers,
            method,
            window(phases),
            optional(ptvMargin),
            errors(),
            segmentation,
            everyPhase,
            insist);
    TargetSummary summary = MakeTarget.run(request, out.path(), progress);
    return new Outcome(summary, words(summary), out.path().resolve("itv.html"));
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static PhaseWindow window(@Nullable String text) {
    if (text == null) {
      return PhaseWindow.WHOLE;
    }
    Matcher matcher = WINDOW.matcher(text);
    try {
      if (matcher.matches()) {
        return new PhaseWindow(
            Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException("--phases: " + e.getMessage() + ".");
    }
    throw new UsageException("--phases is two phases in per cent, such as 30-70.");
  }

  private SetupErrors errors() {
    double beta =
        switch (prescription) {
          case 95 -> SetupErrors.BETA_95;
          case 80 -> SetupErrors.BETA_80;
          default -> throw new UsageException("--prescription is 95 or 80 per cent.");
        };
    try {
      return new SetupErrors(
          new Vector3(systematic, systematic, systematic),
          new Vector3(random, random, random),
          penumbra,
          beta);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--systematic, --random, --penumbra: " + e.getMessage() + ".");
    }
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
    for (TargetSummary.NoticeFigures notice : summary.notices()) {
      lines.add("  %-12s %s".formatted(notice.severity(), notice.message()));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
