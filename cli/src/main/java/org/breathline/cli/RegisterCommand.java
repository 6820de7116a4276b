package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.registration.TargetRegistrationError;
import org.breathline.core.registration.quality.Outcome;
import org.breathline.study.UsageException;
import org.breathline.study.phases.RegisteredPhases;
import org.breathline.study.register.RegisterPair;
import org.breathline.study.register.RegisterPairRequest;
import org.breathline.study.register.RegisterPairSummary;
import org.breathline.study.register.RegisterSeries;
import org.breathline.study.register.RegisterSeriesRequest;
import org.breathline.study.register.RegisterSeriesSummary;
import org.breathline.study.register.Scrutiny;
import org.breathline.study.report.RegistrationFigures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "register",
    description =
        "Find where each point of one phase of a 4DCT is in the others, or of one volume in another"
            + " (--fixed, --moving).")
final class RegisterCommand extends Verb {

  @Parameters(
      paramLabel = "4DCT",
      arity = "0..1",
      description = "The folder of a 4DCT sorted by phase.")
  private @Nullable Path phases;

  @Option(
      names = "--reference",
      paramLabel = "PERCENT",
      description = "The phase whose points are followed (default: 50).")
  private @Nullable Double reference;

  @Option(
      names = "--insist",
      description = "Write fields that the quality gate refuses all the same, and mark them.")
  private boolean insist;

  @Option(
      names = "--uncertainty",
      description =
          "Judge the fields also by a second engine and by the way back, which takes some three times"
              + " as long: maps of how far they are apart.")
  private boolean uncertainty;

  @Option(
      names = "--fixed",
      paramLabel = "F",
      description = "The volume whose points are followed: a MetaImage or NRRD file, HU.")
  private @Nullable Path fixed;

  @Option(
      names = "--moving",
      paramLabel = "M",
      description = "The volume in which they are found; any grid in the same patient space.")
  private @Nullable Path moving;

  @Option(
      names = "--landmarks",
      paramLabel = "L",
      description =
          "A CSV with a header and rows of x, y, z in the fixed and in the moving volume: LPS mm,"
              + " or voxels where the header says \"voxel index\". The error there is told.")
  private @Nullable Path landmarks;

  @Option(
      names = "--spacing",
      paramLabel = "MM",
      description = "The spacing of the field; without it the field lies on the fixed grid.")
  private @Nullable Double spacing;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description =
          "The folder for a 4DCT's result; of two volumes the displacement field, mm in LPS: .mha,"
              + " .mhd, .nrrd or .nhdr.")
  private Path out = Path.of("");

  @Override
  Outcome run(Terminal progress) throws Exception {
    if (phases != null) {
      return series(phases, progress);
    }
    if (fixed == null || moving == null) {
      throw new UsageException("register takes a 4DCT, or two volumes: --fixed F --moving M.");
    }
    return pair(fixed, moving, progress);
  }

  private Outcome series(Path folder, Terminal progress) throws Exception {
    if (fixed != null || moving != null || landmarks != null || spacing != null) {
      throw new UsageException(
          "--fixed, --moving, --landmarks and --spacing are for two volumes, not for a 4DCT.");
    }
    double percent = reference == null ? RegisteredPhases.REFERENCE_PERCENT : reference;
    RegisterSeriesSummary summary =
        RegisterSeries.run(
            new RegisterSeriesRequest(
                folder, percent, uncertainty ? Scrutiny.SECOND_ENGINE : Scrutiny.USUAL, insist),
            out,
            progress);
    return new Outcome(summary, words(summary.registration()), out.resolve("report.html"));
  }

  private Outcome pair(Path still, Path moved, Terminal progress) throws Exception {
    if (reference != null) {
      throw new UsageException("--reference is for a 4DCT, not for two volumes.");
    }
    if (uncertainty) {
      throw new UsageException("--uncertainty is for a 4DCT, not for two volumes.");
    }
    RegisterPairSummary summary =
        RegisterPair.run(
            new RegisterPairRequest(
                still,
                moved,
                Optional.ofNullable(landmarks),
                spacing == null ? OptionalDouble.empty() : OptionalDouble.of(spacing),
                insist,
                out),
            progress);
    return new Outcome(summary, words(summary), out);
  }

  private static String words(RegistrationFigures figures) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d phases registered with %.0f %%; round the breath they close within %.2f mm (95 %%).",
            figures.phases().size(),
            figures.referencePercent(),
            figures.closure().p95Mm()));
    for (RegistrationFigures.Phase phase : figures.phases()) {
      RegistrationFigures.Quality quality = phase.quality();
      if (quality != null) {
        lines.add(
            String.format(
                Locale.ROOT,
                "  %5.1f %%      %s, lungs move %.1f mm on average; %s",
                phase.percent(),
                quality.verdict(),
                orZero(phase.lungMeanMm()),
                landmarks(quality)));
        quality.findings().forEach(f -> lines.add("               " + f));
      }
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String landmarks(RegistrationFigures.Quality quality) {
    return quality.landmarks() == 0
        ? "no automatic landmarks"
        : String.format(
            Locale.ROOT,
            "%d automatic landmarks, median error %.2f mm",
            quality.landmarks(),
            orZero(quality.landmarkMedianMm()));
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private static String words(RegisterPairSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Displacements of %.1f mm on average and %.1f mm at most; the quality gate: %s.",
            summary.meanDisplacementMm(),
            summary.greatestDisplacementMm(),
            summary.verdict()));
    summary.findings().forEach(f -> lines.add("  " + f));
    RegisterPairSummary.Landmarks measured = summary.landmarks();
    if (measured != null) {
      lines.add("  error at %d landmarks, mm".formatted(measured.after().count()));
      lines.add(row("before", measured.before()));
      lines.add(row("after", measured.after()));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String row(String when, TargetRegistrationError error) {
    return String.format(
        Locale.ROOT,
        "  %-12s mean %.2f, sd %.2f, 95 %% within %.2f, worst %.2f",
        when,
        error.meanMm(),
        error.sdMm(),
        error.p95Mm(),
        error.maxMm());
  }
}
