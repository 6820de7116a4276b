package org.breathline.study.breathing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.detection.BreathDetector;
import org.breathline.core.respiration.edit.EditRefused;
import org.breathline.core.respiration.format.EditListFiles;
import org.breathline.core.respiration.recording.TraceInterpretation;
import org.breathline.core.respiration.recording.TraceOptions;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.exchange.waveform.WaveformTraces;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.output.Digests;
import org.breathline.study.output.Provenance;

/**
 * A trace, ready for use.
 *
 * @param interpretation the recording with what was decided about it
 * @param cycles its breaths, after edits
 * @param inputs what was read
 */
public record LoadedTrace(
    TraceInterpretation interpretation, BreathingCycles cycles, List<Provenance.Input> inputs) {

  /** Copies the list. */
  public LoadedTrace {
    inputs = List.copyOf(inputs);
  }

  /**
   * Reads a trace.
   *
   * @throws UsageException if a file is not there, or the beam-on choice names no signal of it
   * @throws InputException if there is no breath in it
   * @throws IOException if it is bad
   */
  public static LoadedTrace load(TraceRequest request) throws IOException, InputException {
    requireFile(request.file(), "trace");
    TraceRecording recording = WaveformTraces.readAny(request.file());
    TraceInterpretation interpretation;
    try {
      interpretation = interpret(recording, request);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    BreathingCycles cycles = BreathDetector.detect(interpretation.trace());
    List<Provenance.Input> inputs = new ArrayList<>();
    inputs.add(new Provenance.Input("trace", 1, Digests.ofFile(request.file())));
    if (request.edits().isPresent()) {
      cycles = edited(cycles, request.edits().get());
      inputs.add(new Provenance.Input("edits", 1, Digests.ofFile(request.edits().get())));
    }
    if (cycles.breaths().isEmpty()) {
      throw new InputException(request.file() + ": there is no breath in this trace.");
    }
    return new LoadedTrace(interpretation, cycles, inputs);
  }

  private static void requireFile(Path path, String what) {
    if (!Files.isRegularFile(path)) {
      throw new UsageException(
          "The %s %s %s."
              .formatted(what, path, Files.exists(path) ? "is not a file" : "is not there"));
    }
  }

  private static BreathingCycles edited(BreathingCycles detected, Path edits)
      throws IOException, InputException {
    requireFile(edits, "edit list");
    try {
      return EditListFiles.read(edits).apply(detected);
    } catch (EditRefused e) {
      throw new InputException(edits + ": " + e.getMessage(), e);
    }
  }

  private static TraceInterpretation interpret(TraceRecording recording, TraceRequest request) {
    TraceInterpretation detected =
        TraceInterpretation.of(
            recording, new TraceOptions(TraceOptions.Polarity.DETECT, request.beamOn()));
    if (!request.invert()) {
      return detected;
    }
    return TraceInterpretation.of(
        recording,
        new TraceOptions(
            detected.inverted()
                ? TraceOptions.Polarity.AS_RECORDED
                : TraceOptions.Polarity.INVERTED,
            request.beamOn()));
  }
}
