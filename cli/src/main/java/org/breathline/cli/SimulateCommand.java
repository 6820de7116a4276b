package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.study.report.RegistrationFigures;
import org.breathline.study.report.SimulationFigures;
import org.breathline.study.simulate.Simulate;
import org.breathline.study.simulate.SimulateRequest;
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

  @Mixin private final TraceOptionGroup traceOptions = new TraceOptionGroup();

  @Override
  Outcome run(Terminal progress) throws Exception {
    SimulationFigures figures =
        Simulate.run(
            new SimulateRequest(
                scan,
                traceOptions.request(Optional.ofNullable(trace)),
                offset == null ? OptionalDouble.empty() : OptionalDouble.of(offset),
                !noRegistration),
            out.path(),
            progress);
    return new Outcome(figures, words(figures), out.path().resolve("report.html"));
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
    for (SimulationFigures.Finding notice : figures.notices()) {
      lines.add("  %-12s %s".formatted(notice.severity(), notice.message()));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
