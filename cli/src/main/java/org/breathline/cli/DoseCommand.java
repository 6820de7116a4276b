package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.study.dose.DoseRequest;
import org.breathline.study.dose.DoseSummary;
import org.breathline.study.dose.RecalculateDose;
import org.breathline.study.dose.StructureFigures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "dose", description = "Calculate the dose of an RT Plan on its CT.")
final class DoseCommand extends Verb {

  @Option(names = "--plan", required = true, paramLabel = "RP", description = "The RT Plan.")
  private Path plan = Path.of("");

  @Option(
      names = "--ct",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the CT that it was made on.")
  private Path ct = Path.of("");

  @Option(
      names = "--structures",
      required = true,
      paramLabel = "RS",
      description = "The RT Structure Set.")
  private Path structures = Path.of("");

  @Option(
      names = "--machine",
      paramLabel = "NAME|FILE",
      description =
          "generic-6mv, umcu-6mv, monte-carlo-point or a machine file (default: as the plan says,"
              + " else generic-6mv).")
  private @Nullable String machine;

  @Option(
      names = "--calibration",
      paramLabel = "CSV",
      description = "The scanner's HU, mass density and relative electron density.")
  private @Nullable Path calibration;

  @Option(
      names = "--protocol",
      paramLabel = "NAME|FILE",
      description = "Judge the goals of a protocol, such as lung-60-30.")
  private @Nullable String protocol;

  @Option(
      names = "--grid-mm",
      paramLabel = "MM",
      description = "Distance of the dose's voxels (default: ${DEFAULT-VALUE}).")
  private double gridMm = DoseRequest.USUAL_MM;

  @Mixin private final ResultFolderOption out = new ResultFolderOption();

  @Override
  Outcome run(Terminal progress) throws Exception {
    DoseRequest request =
        new DoseRequest(
            plan,
            ct,
            structures,
            Optional.ofNullable(machine),
            Optional.ofNullable(calibration),
            Optional.ofNullable(protocol),
            gridMm);
    DoseSummary summary = RecalculateDose.run(request, out.path(), progress);
    return new Outcome(summary, words(summary), out.path().resolve("dose.html"));
  }

  private static String words(DoseSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Dose of %d beams in %d fractions by %s: at most %.2f Gy.",
            summary.beams().size(),
            summary.fractions(),
            summary.machine(),
            summary.maximumGy()));
    for (StructureFigures structure : summary.structures()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-16s %8.1f mL   mean %6.2f, D98 %6.2f, D95 %6.2f, D2 %6.2f Gy",
              structure.name(),
              structure.volumeMl(),
              structure.meanGy(),
              structure.d98Gy(),
              structure.d95Gy(),
              structure.d2Gy()));
    }
    for (DoseSummary.GoalFigures goal : summary.goals()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-4s  %s: %.2f",
              goal.met() ? "pass" : "fail",
              goal.goal(),
              goal.figure()));
    }
    for (String structure : summary.notJudged()) {
      lines.add("  not judged: %s is not contoured".formatted(structure));
    }
    for (DoseSummary.NoticeFigures notice : summary.notices()) {
      lines.add("  %-12s %s".formatted(notice.severity(), notice.message()));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
