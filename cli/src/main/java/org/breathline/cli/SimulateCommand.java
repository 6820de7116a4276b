package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.registration.quality.Outcome;
import org.breathline.study.UsageException;
import org.breathline.study.motion.DecisionRequest;
import org.breathline.study.motion.MotionSummary;
import org.breathline.study.register.Scrutiny;
import org.breathline.study.report.RegistrationFigures;
import org.breathline.study.simulate.Simulate;
import org.breathline.study.simulate.SimulateRequest;
import org.breathline.study.simulate.SimulationFigures;
import org.breathline.study.structures.TumourChoice;
import org.breathline.study.target.TargetRecipe;
import org.breathline.study.target.TargetSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "simulate",
    description = "Run the whole chain as far as it exists, and write a report.")
final class SimulateCommand extends Verb {

  @Parameters(
      paramLabel = "SCAN",
      description = "The folder of an unsorted scan, or of a 4DCT sorted by the scanner.")
  private Path scan = Path.of("");

  @Option(
      names = "--trace",
      paramLabel = "T",
      description = "The breathing trace; needed for an unsorted scan.")
  private @Nullable Path trace;

  @Mixin private final ResultFolderOption out = new ResultFolderOption();

  @Option(
      names = "--offset",
      paramLabel = "S",
      description =
          "Seconds to add to where the trace's beam-on edges (without them: its first sample) put"
              + " the scan (default: checked by the images).")
  private @Nullable Double offset;

  @Option(
      names = "--no-registration",
      description = "Do not register the phases, which takes most of the time.")
  private boolean noRegistration;

  @Option(
      names = "--uncertainty",
      description =
          "Judge the fields also by a second engine and by the way back, which takes some three times"
              + " as long: maps of how far they are apart.")
  private boolean uncertainty;

  @Option(
      names = "--repair",
      description =
          "Fill slabs that show another moment of the breath from the other phases: copies of the"
              + " phases, with the filled voxels marked.")
  private boolean repair;

  @Option(
      names = "--insist",
      description =
          "Make the target even where the quality gate refuses a displacement field, and say so.")
  private boolean insist;

  @Mixin private final TraceOptionGroup traceOptions = new TraceOptionGroup();

  @Mixin private final TumourOptionGroup tumour = new TumourOptionGroup();

  @Mixin private final TargetOptionGroup recipe = new TargetOptionGroup();

  @Mixin private final DecisionOptionGroup decision = new DecisionOptionGroup();

  @Override
  Outcome run(Terminal progress) throws Exception {
    Optional<SimulateRequest.Target> target = target();
    SimulationFigures figures =
        Simulate.run(
            new SimulateRequest(
                scan,
                traceOptions.request(Optional.ofNullable(trace)),
                offset == null ? OptionalDouble.empty() : OptionalDouble.of(offset),
                !noRegistration,
                uncertainty ? Scrutiny.SECOND_ENGINE : Scrutiny.USUAL,
                repair,
                target),
            out.path(),
            progress);
    boolean refused = target.isPresent() && figures.target() == null;
    return new Outcome(
        figures, words(figures), out.path().resolve("report.html"), refused ? ExitCode.REFUSED : 0);
  }

  private Optional<SimulateRequest.Target> target() {
    TargetRecipe wanted = recipe.recipe(true);
    Optional<DecisionRequest> decided = decision.decision();
    Optional<TumourChoice> choice = tumour.choice();
    if (choice.isEmpty() && (decided.isPresent() || insist)) {
      throw new UsageException(
          "--decide and --insist are about a target: give --seed or --structures.");
    }
    return choice.map(c -> new SimulateRequest.Target(c, wanted, insist, decided));
  }

  static String words(SimulationFigures figures) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d phases of %d x %d x %d voxels."
            .formatted(
                figures.phases().size(),
                figures.volume().columns(),
                figures.volume().rows(),
                figures.volume().slices()));
    for (SimulationFigures.PhaseFigures phase : figures.phases()) {
      Double lungs = phase.lungVolumeMl();
      lines.add(
          lungs == null
              ? "  %6s       lungs not measured".formatted(phase.label())
              : String.format(Locale.ROOT, "  %6s       lungs %.0f mL", phase.label(), lungs));
    }
    if (figures.fullestPhase() != null && figures.emptiestPhase() != null) {
      lines.add(
          "  lungs        fullest at %s, emptiest at %s"
              .formatted(figures.fullestPhase(), figures.emptiestPhase()));
    }
    RegistrationFigures registration = figures.registration();
    if (registration != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  registration %s; round the breath the fields close within %.2f mm (95 %%)",
              registration.verdict(),
              registration.closure().p95Mm()));
    }
    MotionSummary motion = figures.motion();
    if (motion != null) {
      lines.addAll(MotionCommand.structures(motion).stream().map(l -> "  " + l).toList());
    }
    TargetSummary made = figures.target();
    if (made != null) {
      for (TargetSummary.NamedVolume volume : made.volumes()) {
        lines.add(String.format(Locale.ROOT, "  %-12s %8.2f mL", volume.name(), volume.volumeMl()));
      }
    }
    for (SimulationFigures.Finding notice : figures.notices()) {
      lines.add("  %-12s %s".formatted(notice.severity(), notice.message()));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
