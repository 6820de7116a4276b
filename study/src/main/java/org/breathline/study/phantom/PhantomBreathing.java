package org.breathline.study.phantom;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breathline.core.phantom.BreathingDrive;
import org.breathline.core.phantom.CineProtocol;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Unit;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.detection.BreathDetector;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.BreathVariation;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.breathline.study.InputException;
import org.breathline.study.breathing.LoadedTrace;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.output.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The breathing of a phantom and the scan that fits it.
 *
 * @param cycles the trace and its breaths, found as any reader of the trace finds them
 * @param drive what moves the phantom
 * @param protocol the scan, placed on the trace's clock
 * @param warnings what a person should know
 * @param inputs what was read
 */
record PhantomBreathing(
    BreathingCycles cycles,
    BreathingDrive drive,
    CineProtocol protocol,
    List<String> warnings,
    List<Provenance.Input> inputs) {

  /** As a calm patient breathes: no two breaths alike, none out of the ordinary. */
  private static final BreathVariation CALM = new BreathVariation(0.06, 0.1, 0.3, 0);

  /** A synthetic breath's period is at most this many standard deviations longer than typical. */
  private static final double LONGEST_DEVIATIONS = 2.5;

  /** A recording is started before the scan and stopped after it. */
  private static final double AROUND_S = 10;

  /** A trace without a length scale is written as if its typical breath were that of a belly. */
  private static final double ASSUMED_BREATH_MM = 10;

  /** Breathing by formula for as long as the scan needs. */
  static PhantomBreathing synthetic(CineProtocol wanted, long seed) throws InputException {
    BreathShape shape = BreathShape.QUIET;
    double longestS = shape.periodS() * (1 + LONGEST_DEVIATIONS * CALM.periodShare());
    int acquisitions = 2 + (int) Math.ceil((longestS + wanted.rotationS()) / wanted.intervalS());
    CineProtocol longest = wanted.withAcquisitions(Math.max(wanted.acquisitions(), acquisitions));
    double durationS = longest.durationS() + 2 * AROUND_S;
    BreathingTrace trace =
        SyntheticBreathing.of(shape, CALM, durationS, seed).record(Recorder.CAMERA);
    return of(
        BreathDetector.detect(trace), wanted.startingAt(AROUND_S), new ArrayList<>(), List.of());
  }

  /** Along a recorded trace. */
  static PhantomBreathing along(TraceRequest request, CineProtocol wanted)
      throws IOException, InputException {
    LoadedTrace loaded = LoadedTrace.load(request);
    List<String> warnings = new ArrayList<>();
    BreathingCycles cycles = loaded.cycles();
    BreathingTrace trace = cycles.trace();
    CineProtocol early = wanted.startingAt(trace.startS() + AROUND_S);
    if (trace.unit() != Unit.MILLIMETRE) {
      warnings.add(
          "The trace has no length scale; it is written with a typical breath of %.0f mm."
              .formatted(ASSUMED_BREATH_MM));
      BreathingDrive drive = BreathingDrive.of(cycles, 0);
      double[] millimetres =
          Arrays.stream(trace.timesS())
              .map(t -> ASSUMED_BREATH_MM * drive.stateAt(t).amplitude())
              .toArray();
      trace = recorded(trace, millimetres, trace.beamOn().orElse(null), trace.origin());
      cycles = new BreathingCycles(trace, cycles.breaths());
    }
    return of(cycles, early, warnings, loaded.inputs());
  }

  private static PhantomBreathing of(
      BreathingCycles cycles,
      CineProtocol wanted,
      List<String> warnings,
      List<Provenance.Input> inputs)
      throws InputException {
    ScanPlacement placement = ScanPlacement.of(wanted, cycles);
    warnings.addAll(placement.warnings(cycles));
    return new PhantomBreathing(
        cycles, BreathingDrive.of(cycles), placement.protocol(), warnings, inputs);
  }

  /** What the recorder beside the simulated scanner wrote: the breathing and that scan's beam. */
  BreathingCycles recorded(BeamIntervals beam, String patientId, LocalDate date) {
    BreathingTrace trace = cycles.trace();
    BitSet on = new BitSet(trace.size());
    IntStream.range(0, trace.size()).filter(i -> beam.contains(trace.timeS(i))).forEach(on::set);
    var origin = new BreathingTrace.Origin(Optional.of(patientId), Optional.of(date), "simulated");
    return new BreathingCycles(recorded(trace, trace.amplitudes(), on, origin), cycles.breaths());
  }

  private static BreathingTrace recorded(
      BreathingTrace trace,
      double[] millimetres,
      @Nullable BitSet beamOn,
      BreathingTrace.Origin origin) {
    Validity[] validities =
        IntStream.range(0, trace.size()).mapToObj(trace::validity).toArray(Validity[]::new);
    return new BreathingTrace(
        trace.timesS(), millimetres, validities, beamOn, Unit.MILLIMETRE, origin);
  }
}
