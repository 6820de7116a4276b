package org.breathline.study.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.motion.PhaseInterpolation;
import org.breathline.core.progress.Progress;
import org.breathline.exchange.ct.PixelPass;
import org.breathline.study.InputException;
import org.breathline.study.breathing.LoadedTrace;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.phases.PatientSlices;
import org.breathline.study.phases.RegisteredPhases;
import org.breathline.study.phases.SortedSource;

/**
 * Turns a phase-sorted 4DCT into an unsorted cine scan that breathes along a trace. At every moment
 * each slice is either a real one, that of the phase nearest to the trace's, or one interpolated
 * between the two phases around it along their displacement fields. What was taken is written down
 * as the truth.
 */
public final class ReplayScan {

  private ReplayScan() {}

  /** Where the slices come from. */
  public enum Slices {
    /** The nearest phase's, unchanged. */
    NEAREST,
    /** Interpolated along displacement fields. */
    FIELD
  }

  /**
   * Replays a 4DCT.
   *
   * @param source the folder of the sorted 4DCT
   * @param out receives {@code scan/} and {@code replay.json}
   * @throws InputException if the source is no sorted 4DCT or the trace is too short
   */
  public static ReplaySummary run(
      Path source, TraceRequest traceRequest, Slices slices, Path out, Progress progress)
      throws IOException, InputException {
    List<Path> files = new ArrayList<>(List.of(source));
    files.addAll(traceRequest.files());
    try (OutputFolder folder = OutputFolder.create(out, files.toArray(Path[]::new))) {
      LoadedTrace trace = LoadedTrace.load(traceRequest);
      Source read =
          switch (slices) {
            case NEAREST -> nearest(source, progress);
            case FIELD -> interpolated(source, progress);
          };
      ReplayPlan plan = ReplayPlan.of(trace.cycles(), read.phases().grid().nz());
      List<Provenance.Input> inputs = new ArrayList<>(List.of(read.input()));
      inputs.addAll(trace.inputs());
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("interpolate", slices == Slices.FIELD ? "field" : "none");
      parameters.putAll(traceRequest.parameters());
      Provenance provenance = Provenance.of("replay", parameters, inputs);
      Path scan = Files.createDirectories(folder.staging().resolve("scan"));
      ReplaySummary summary =
          new ReplayWriter(
                  read.phases(), read.interpolation(), trace.cycles(), plan, provenance, scan)
              .write(out, progress);
      Json.write(summary, folder.staging().resolve("replay.json"));
      Json.write(provenance, folder.staging().resolve(OutputFolder.MANIFEST));
      folder.commit();
      return summary;
    }
  }

  private record Source(
      SortedSource phases, Provenance.Input input, Optional<PhaseInterpolation> interpolation) {}

  private static Source nearest(Path folder, Progress progress) throws IOException, InputException {
    SortedSource phases = SortedSource.of(PatientSlices.read(folder, progress), folder);
    String digest = PixelPass.over(phases.allSlices(), (_, _) -> {}, progress);
    return new Source(
        phases, new Provenance.Input("4dct", phases.allSlices().size(), digest), Optional.empty());
  }

  private static Source interpolated(Path folder, Progress progress)
      throws IOException, InputException {
    LoadedPhases loaded = LoadedPhases.load(folder, progress);
    RegisteredPhases registered =
        RegisteredPhases.register(loaded, RegisteredPhases.REFERENCE_PERCENT, progress);
    return new Source(
        loaded.source(),
        loaded.input(),
        Optional.of(new PhaseInterpolation(loaded.series(), registered.fields())));
  }
}
