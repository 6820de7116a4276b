package org.breathline.study.sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.breathline.core.phantom.BreathingDrive;
import org.breathline.core.phantom.CineProtocol;
import org.breathline.core.phantom.CineSimulator;
import org.breathline.core.phantom.CineSimulator.CineScan;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.phantom.PhantomImaging;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.detection.BreathDetector;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.BreathVariation;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.breathline.core.scan.ScanFeatures;
import org.breathline.core.scan.ScanFinding;
import org.breathline.core.scan.clock.ClockVerdict;
import org.breathline.study.RefusalException;
import org.breathline.testkit.ValidationRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A phantom's cine scan against traces whose clocks are wrong in known ways. */
final class ClockDecisionTest {

  /** Quick to render: 20 stops of 2 thick slices of large pixels, over 133 s. */
  private static final CineProtocol PROTOCOL =
      new CineProtocol(CineProtocol.square(64, 6.4), -82.5, 5, 2, 20, 0.5, 0.4, 13, 1.4, 3);

  private static final double DURATION_S = 140;
  private static final BreathVariation VARIATION = new BreathVariation(0.1, 0.15, 0.3, 0);

  private static BreathingTrace trace;
  private static ScanFeatures features;

  @BeforeAll
  static void scan() throws IOException {
    SyntheticBreathing breathing = breathing(BreathShape.QUIET, 11);
    BreathingTrace drive = breathing.record(Recorder.CAMERA);
    CineScan scan =
        new CineSimulator(
                new Phantom(3, MotionParameters.QUIET, Optional.empty()),
                BreathingDrive.of(BreathDetector.detect(drive)),
                new PhantomImaging(15, 2))
            .scan(PROTOCOL);
    trace = breathing.record(Recorder.CAMERA, scan.beam());
    features = new ScanFeatures(scan.scan(), 1);
    IntStream.range(0, scan.scan().sliceCount())
        .parallel()
        .forEach(image -> {
          short[] hu = new short[scan.scan().geometry().size()];
          try {
            scan.images().read(image, hu);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
          features.add(image, hu);
        });
  }

  private static SyntheticBreathing breathing(BreathShape shape, long seed) {
    return SyntheticBreathing.of(shape, VARIATION, DURATION_S, seed);
  }

  private static ClockDecision decide(BreathingTrace of) throws RefusalException {
    return ClockDecision.of(features, of, OptionalDouble.empty());
  }

  /** A trace with other times and amplitudes. */
  private static BreathingTrace changed(
      DoubleUnaryOperator timeS, DoubleUnaryOperator amplitude, @Nullable BitSet beamOn) {
    double[] times = trace.timesS();
    BreathingTrace.Validity[] validities = new BreathingTrace.Validity[times.length];
    Arrays.fill(validities, BreathingTrace.Validity.VALID);
    return new BreathingTrace(
        Arrays.stream(times).map(timeS).toArray(),
        Arrays.stream(times).map(amplitude).toArray(),
        validities,
        beamOn,
        trace.unit(),
        trace.origin());
  }

  private static double amplitudeWithin(double timeS) {
    return trace.amplitudeAt(Math.clamp(timeS, trace.startS(), trace.endS()));
  }

  private static BitSet beamOn() {
    return trace.beamOn().orElseThrow();
  }

  @Test
  void rightClocksAreTiedAndNothingIsFound() throws RefusalException {
    ClockDecision decision = decide(trace);
    assertThat(decision.alignment().verdict()).isInstanceOf(ClockVerdict.Tied.class);
    assertThat(decision.findings()).isEmpty();
    assertThat(decision.alignment().applied().toTraceS(60)).isCloseTo(60, within(0.02));
  }

  @Test
  void anAmplitudeShiftedAgainstItsBeamOnIsFound() throws RefusalException {
    for (double shiftS : new double[] {0.3, -0.3}) {
      BreathingTrace shifted = changed(t -> t, t -> amplitudeWithin(t - shiftS), beamOn());
      ClockDecision decision = decide(shifted);
      assertThat(decision.findings())
          .singleElement()
          .isInstanceOfSatisfying(
              ScanFinding.ImagesLag.class,
              lag -> {
                assertThat(lag.offsetS()).isCloseTo(shiftS, within(0.1));
                ValidationRecord.write(
                    "clocks",
                    "shift of a phantom's trace against its beam-on, by the images",
                    lag.offsetS(),
                    "%+.1f s".formatted(shiftS),
                    "0.1 s",
                    "s");
              });
    }
  }

  @Test
  void aStretchedTraceIsFoundByItsBeamOnEdges() throws RefusalException {
    for (double percent : new double[] {0.5, -0.5}) {
      double rate = 1 + percent / 100;
      BreathingTrace stretched =
          changed(t -> rate * t, ClockDecisionTest::amplitudeWithin, beamOn());
      ClockDecision decision = decide(stretched);
      assertThat(decision.findings())
          .singleElement()
          .isInstanceOfSatisfying(
              ScanFinding.ClocksDrift.class,
              drift -> {
                assertThat(drift.driftPercent()).isCloseTo(percent, within(0.05));
                assertThat(drift.by()).isEqualTo("the beam-on edges");
              });
      assertThat(decision.alignment().applied().toTraceS(120)).isCloseTo(120 * rate, within(0.05));
    }
  }

  @Test
  void aStretchedTraceWithoutBeamOnIsFoundByTheImages() throws RefusalException {
    for (double percent : new double[] {0.5, -0.5}) {
      double rate = 1 + percent / 100;
      BreathingTrace stretched = changed(t -> rate * t, ClockDecisionTest::amplitudeWithin, null);
      ClockDecision decision = decide(stretched);
      assertThat(decision.findings())
          .singleElement()
          .isInstanceOfSatisfying(
              ScanFinding.ClocksDrift.class,
              drift -> {
                assertThat(drift.driftPercent()).isCloseTo(percent, within(0.15));
                assertThat(drift.by()).isEqualTo("the images");
                ValidationRecord.write(
                    "clocks",
                    "drift of a phantom's trace without beam-on, by the images",
                    drift.driftPercent(),
                    "%+.1f %%".formatted(percent),
                    "0.15 %",
                    "%");
              });
      assertThat(decision.alignment().applied().toTraceS(120)).isCloseTo(120 * rate, within(0.15));
    }
  }

  @Test
  void theTraceOfAnotherScanIsRefused() {
    for (int seed = 90; seed < 100; seed++) {
      SyntheticBreathing other = breathing(new BreathShape(4.6, 8, 2, 0.4), seed);
      BreathingTrace wrong = changed(t -> t, other::levelMmAt, null);
      assertThatThrownBy(() -> decide(wrong))
          .as("seed %d", seed)
          .isInstanceOf(RefusalException.class)
          .hasMessageContaining("--offset");
    }
  }

  @Test
  void whatTheUserSaysComesFirst() throws RefusalException {
    BreathingTrace shifted = changed(t -> t, t -> amplitudeWithin(t - 0.3), beamOn());
    ClockDecision decision = ClockDecision.of(features, shifted, OptionalDouble.of(0.3));
    assertThat(decision.findings()).isEmpty();
    assertThat(decision.alignment().applied().toTraceS(60)).isCloseTo(60.3, within(0.02));
    assertThat(decision.alignment().verdict()).isInstanceOf(ClockVerdict.Agrees.class);
    assertThatThrownBy(() -> ClockDecision.of(features, shifted, OptionalDouble.of(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
