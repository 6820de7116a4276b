package org.breathline.core.respiration.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Unit;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.junit.jupiter.api.Test;

final class BreathDetectorTest {

  private static BreathingTrace trace(
      double[] timesS, DoubleUnaryOperator amplitude, Validity[] validities) {
    return new BreathingTrace(
        timesS,
        Arrays.stream(timesS).map(amplitude).toArray(),
        validities,
        null,
        Unit.MILLIMETRE,
        new BreathingTrace.Origin(Optional.empty(), Optional.empty(), "simulated"));
  }

  private static BreathingTrace trace(double durationS, DoubleUnaryOperator amplitude) {
    double[] timesS = new double[(int) (25 * durationS)];
    Arrays.setAll(timesS, i -> i / 25.0);
    Validity[] valid = new Validity[timesS.length];
    Arrays.fill(valid, Validity.VALID);
    return trace(timesS, amplitude, valid);
  }

  private static double wave(double timeS) {
    return 5 * Math.cos(2 * Math.PI * timeS / 4);
  }

  @Test
  void findsTheTurnsOfACosineBetweenSamples() {
    List<Breath> breaths = BreathDetector.detect(trace(41, BreathDetectorTest::wave)).breaths();

    assertThat(breaths).hasSize(9).allMatch(Breath::trusted);
    for (int i = 0; i < breaths.size(); i++) {
      assertThat(breaths.get(i).startS()).isEqualTo(4 * (i + 1), within(0.005));
      assertThat(breaths.get(i).exhaleS()).isEqualTo(4 * (i + 1) + 2, within(0.005));
    }
  }

  @Test
  void nothingBreathesInAConstantOrInNoise() {
    SplittableRandom random = new SplittableRandom(3);

    assertThat(BreathDetector.detect(trace(60, t -> 2)).breaths()).isEmpty();
    assertThat(BreathDetector.detect(trace(60, t -> random.nextGaussian())).breaths()).isEmpty();
    assertThat(BreathDetector.detect(trace(60, t -> t)).breaths()).isEmpty();
  }

  @Test
  void aTraceOfOneSampleHasNoBreath() {
    assertThat(BreathDetector.detect(trace(0.05, t -> 2)).breaths()).isEmpty();
  }

  @Test
  void aShallowDipIsNoBreath() {
    BreathingTrace dipped =
        trace(60, t -> wave(t) - 1.2 * Math.exp(-Math.pow((t - 29.2) / 0.3, 2)));

    assertThat(BreathDetector.detect(dipped).breaths()).hasSize(13);
  }

  @Test
  void aDipThatCouldBeABreathIsNotTrusted() {
    BreathingTrace dipped = trace(60, t -> wave(t) + 5 * Math.exp(-Math.pow((t - 30) / 0.2, 2)));
    BreathingCycles cycles = BreathDetector.detect(dipped);

    assertThat(cycles.breaths().get(cycles.breathAt(30)).trusted()).isFalse();
    assertThat(cycles.breaths().get(cycles.breathAt(45)).trusted()).isTrue();
  }

  @Test
  void anApnoeaIsOneLongBreathNotTrusted() {
    // Breathing stops at the end of exhalation for 16 s.
    BreathingTrace stopped = trace(76, t -> t < 30 ? wave(t) : t < 46 ? -5 : wave(t - 16));
    BreathingCycles cycles = BreathDetector.detect(stopped);
    Breath apnoea = cycles.breaths().get(cycles.breathAt(38));

    assertThat(apnoea.periodS()).isEqualTo(20, within(0.2));
    assertThat(apnoea.trusted()).isFalse();
    assertThat(cycles.breaths()).hasSize(13);
  }

  @Test
  void aLongStretchOfLostSamplesIsAGap() {
    double[] timesS = new double[1500];
    Arrays.setAll(timesS, i -> i / 25.0);
    Validity[] validities = new Validity[1500];
    Arrays.setAll(validities, i -> i > 500 && i < 650 ? Validity.LOST : Validity.VALID);
    BreathingCycles cycles =
        BreathDetector.detect(trace(timesS, t -> t > 20 && t < 26 ? 0 : wave(t), validities));

    assertThat(cycles.breathAt(23)).isNegative();
    assertThat(cycles.breathAt(10)).isNotNegative();
    assertThat(cycles.breathAt(40)).isNotNegative();
    assertThat(cycles.breaths()).allMatch(Breath::trusted);
  }

  @Test
  void aMomentOfLostSamplesDoesNotCost() {
    double[] timesS = new double[1500];
    Arrays.setAll(timesS, i -> i / 25.0);
    Validity[] validities = new Validity[1500];
    Arrays.setAll(validities, i -> i % 400 < 3 ? Validity.LOST : Validity.VALID);
    BreathingCycles cycles = BreathDetector.detect(trace(timesS, t -> wave(t), validities));

    assertThat(cycles.breaths()).hasSize(13).allMatch(Breath::trusted);
  }

  @Test
  void whatTheDeviceCallsAperiodicIsNotHeldAgainstABreath() {
    BreathingTrace valid =
        SyntheticBreathing.regular(BreathShape.QUIET, 60).record(Recorder.CAMERA);
    Validity[] aperiodic = new Validity[valid.size()];
    Arrays.fill(aperiodic, Validity.APERIODIC);
    BreathingTrace flagged =
        new BreathingTrace(
            valid.timesS(), valid.amplitudes(), aperiodic, null, valid.unit(), valid.origin());

    assertThat(BreathDetector.detect(flagged).breaths())
        .isEqualTo(BreathDetector.detect(valid).breaths());
  }

  @Test
  void turnedOverTheTurnsAreTheSame() {
    BreathingTrace trace = trace(60, t -> wave(t) + Math.sin(t / 9));
    List<Breath> up = BreathDetector.detect(trace).breaths();
    List<Breath> down = BreathDetector.detect(trace.inverted()).breaths();

    assertThat(down.getFirst().startS()).isEqualTo(2, within(0.1));
    assertThat(down.getFirst().exhaleS()).isEqualTo(up.getFirst().startS(), within(1e-9));
  }
}
