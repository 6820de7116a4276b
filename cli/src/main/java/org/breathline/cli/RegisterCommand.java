package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.registration.TargetRegistrationError;
import org.breathline.study.register.RegisterPair;
import org.breathline.study.register.RegisterPairRequest;
import org.breathline.study.register.RegisterPairSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "register",
    description = "Find where each point of one volume is in another, of the same patient.")
final class RegisterCommand extends Verb {

  @Option(
      names = "--fixed",
      required = true,
      paramLabel = "F",
      description = "The volume whose points are followed: a MetaImage or NRRD file, HU.")
  private Path fixed = Path.of("");

  @Option(
      names = "--moving",
      required = true,
      paramLabel = "M",
      description = "The volume in which they are found; any grid in the same patient space.")
  private Path moving = Path.of("");

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
      paramLabel = "FIELD",
      description = "The displacement field, mm in LPS: .mha, .mhd, .nrrd or .nhdr.")
  private Path out = Path.of("");

  @Override
  Outcome run(Terminal progress) throws Exception {
    RegisterPairSummary summary =
        RegisterPair.run(
            new RegisterPairRequest(
                fixed,
                moving,
                Optional.ofNullable(landmarks),
                spacing == null ? OptionalDouble.empty() : OptionalDouble.of(spacing),
                out),
            progress);
    return new Outcome(summary, words(summary), out);
  }

  private static String words(RegisterPairSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Displacements of %.1f mm on average and %.1f mm at most; the field is one to one.",
            summary.meanDisplacementMm(),
            summary.greatestDisplacementMm()));
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
