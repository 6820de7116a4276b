package org.breathline.core.respiration.recording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.core.respiration.TraceWarning.Kind;
import org.breathline.core.respiration.detection.BreathDetector;

/**
 * A recording with its decisions made.
 *
 * @param trace amplitudes grow with inhalation; beam-on as decided
 * @param polarity what the breathing says about the file's polarity, whatever the user decided
 * @param inverted whether the file's amplitudes were turned over
 * @param beamOn the reading of the beam in use; empty where the file has none
 * @param otherBeamOn other readings to choose from, the most likely first
 * @param warnings of reading and of the decisions
 */
public record TraceInterpretation(
    BreathingTrace trace,
    PolarityFinding polarity,
    boolean inverted,
    Optional<BeamOnFinding> beamOn,
    List<BeamOnFinding> otherBeamOn,
    List<TraceWarning> warnings) {

  /** Copies the lists. */
  public TraceInterpretation {
    otherBeamOn = List.copyOf(otherBeamOn);
    warnings = List.copyOf(warnings);
  }

  /**
   * Decides about a recording: as the user says, else as the file says, else by detection.
   *
   * @throws IllegalArgumentException in words if the options name a signal the recording hasn't
   */
  public static TraceInterpretation of(TraceRecording recording, TraceOptions options) {
    TraceOptions decided = options.orElse(recording.stated());
    List<TraceWarning> warnings = new ArrayList<>(recording.warnings());
    List<BeamOnFinding> ranked = BeamOnDetector.rank(recording);
    Optional<BeamOnFinding> beamOn = chooseBeamOn(recording, options, decided, ranked);
    if (decided.beamOn().isEmpty() && beamOn.isPresent() && !beamOn.get().sure()) {
      warnings.add(
          new TraceWarning(
              Kind.BEAM_ON_UNSURE,
              "what says \"beam on\" is not clear; taken is %s: %s"
                  .formatted(beamOn.get().rule(), beamOn.get().reason())));
    }
    BitSet on = beamOn.map(f -> f.rule().samples(signal(recording, f.rule()))).orElse(null);
    BreathingTrace asRecorded =
        new BreathingTrace(
            recording.timesS(),
            recording.amplitudes(),
            recording.validities(),
            on,
            recording.unit(),
            recording.origin());
    BreathingCycles cycles = BreathDetector.detect(asRecorded);
    PolarityFinding polarity = PolarityDetector.find(cycles, recording.marks());
    if (decided.polarity() == TraceOptions.Polarity.DETECT && !polarity.isSure()) {
      warnings.add(
          new TraceWarning(
              Kind.POLARITY_UNSURE,
              "which way is inhalation is not clear (confidence %.0f %%); taken is %s"
                  .formatted(
                      100 * polarity.confidence(),
                      polarity.inverted() ? "falling amplitude" : "rising amplitude")));
    }
    boolean inverted =
        switch (decided.polarity()) {
          case DETECT -> polarity.inverted();
          case AS_RECORDED -> false;
          case INVERTED -> true;
        };
    boolean saidByFile = options.polarity() == TraceOptions.Polarity.DETECT;
    if (saidByFile && polarity.isSure() && inverted != polarity.inverted()) {
      warnings.add(
          new TraceWarning(
              Kind.POLARITY_UNSURE,
              "the file says that inhalation is %s amplitude, the breathing looks the other way"
                  .formatted(inverted ? "falling" : "rising")));
    }
    return new TraceInterpretation(
        inverted ? asRecorded.inverted() : asRecorded,
        polarity,
        inverted,
        beamOn,
        ranked.stream().filter(f -> !beamOn.map(f::equals).orElse(false)).toList(),
        warnings);
  }

  private static Optional<BeamOnFinding> chooseBeamOn(
      TraceRecording recording,
      TraceOptions options,
      TraceOptions decided,
      List<BeamOnFinding> ranked) {
    if (decided.beamOn().isEmpty()) {
      return ranked.stream().findFirst();
    }
    BeamOnRule rule = decided.beamOn().get();
    BitSet on = rule.samples(signal(recording, rule));
    if (on.isEmpty()) {
      throw new IllegalArgumentException(
          "beam-on %s: the signal never has this value".formatted(rule));
    }
    return Optional.of(
        new BeamOnFinding(
            rule,
            BeamIntervals.of(recording.timesS(), on),
            true,
            options.beamOn().isPresent() ? "chosen by the user" : "stated by the file"));
  }

  private static SignalColumn signal(TraceRecording recording, BeamOnRule rule) {
    return recording.signals().stream()
        .filter(s -> rule.names(s))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "beam-on %s: the recording has no such signal; it has %s"
                    .formatted(rule, names(recording))));
  }

  private static String names(TraceRecording recording) {
    return recording.signals().isEmpty()
        ? "none"
        : recording.signals().stream().map(SignalColumn::name).collect(Collectors.joining(", "));
  }
}
