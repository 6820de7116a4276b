package org.breathline.core.respiration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

/** Intervals of the beam, corrections of the clock, gating windows. */
final class BreathingValuesTest {

  private static final SyntheticBreathing BREATHING =
      SyntheticBreathing.regular(new BreathShape(4, 10, 1, 0.5), 62);

  private static final BreathingCycles CYCLES =
      new BreathingCycles(BREATHING.record(Recorder.PERFECT), BREATHING.breaths());

  @Test
  void beamEdgesLieBetweenSamples() {
    BitSet on = new BitSet();
    on.set(1, 3);
    on.set(4);
    BeamIntervals beam = BeamIntervals.of(new double[] {0, 1, 2, 3, 4}, on);

    assertThat(beam.intervals())
        .containsExactly(new TimeInterval(0.5, 2.5), new TimeInterval(3.5, 4));
    assertThat(beam.durationS()).isEqualTo(2.5);
    assertThat(beam.span()).contains(new TimeInterval(0.5, 4));
    assertThat(beam.contains(2)).isTrue();
    assertThat(beam.contains(3)).isFalse();
  }

  @Test
  void recordedBeamEdgesAreWithinHalfASample() {
    Property.holds(
        30,
        1,
        random -> {
          TimeInterval truth =
              new TimeInterval(random.nextDouble(1, 20), random.nextDouble(21, 60));
          BreathingTrace trace =
              BREATHING.record(Recorder.PERFECT, new BeamIntervals(List.of(truth)));
          TimeInterval found = BeamIntervals.of(trace).orElseThrow().intervals().getFirst();

          assertThat(found.startS()).isEqualTo(truth.startS(), within(0.0201));
          assertThat(found.endS()).isEqualTo(truth.endS(), within(0.0201));
        });
  }

  @Test
  void noBeamRecordedIsNotABeamNeverOn() {
    assertThat(BeamIntervals.of(CYCLES.trace())).isEmpty();
    assertThat(BeamIntervals.of(BREATHING.record(Recorder.PERFECT, new BeamIntervals(List.of()))))
        .get()
        .matches(BeamIntervals::isEmpty);
  }

  @Test
  void refusesIntervalsThatOverlap() {
    assertThatThrownBy(
            () -> new BeamIntervals(List.of(new TimeInterval(0, 2), new TimeInterval(1, 3))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TimeInterval(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aClockCorrectionAndItsInverseCancel() {
    Property.holds(
        50,
        1,
        random -> {
          ClockCorrection clock =
              new ClockCorrection(
                  random.nextDouble(0, 100),
                  random.nextDouble(-300, 300),
                  random.nextDouble(.9, 1.1));
          double scanS = random.nextDouble(0, 200);
          assertThat(clock.toScanS(clock.toTraceS(scanS))).isEqualTo(scanS, within(1e-9));
        });
    assertThat(ClockCorrection.ofOffset(0.3).toTraceS(10)).isEqualTo(10.3);
    assertThat(new ClockCorrection(10, 1, 1.005).toTraceS(110)).isEqualTo(111.5, within(1e-9));
    assertThat(new ClockCorrection(0, 0, 1.005).driftPercent()).isEqualTo(0.5, within(1e-9));
    assertThatThrownBy(() -> new ClockCorrection(0, Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ClockCorrection(0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPhaseWindowIsOpenForItsShare() {
    assertThat(new GatingWindow.Phase(30, 70).dutyCycle(CYCLES)).isEqualTo(0.4, within(0.01));
    assertThat(new GatingWindow.Phase(90, 10).dutyCycle(CYCLES)).isEqualTo(0.2, within(0.01));
    assertThat(new GatingWindow.Phase(90, 10).isOpen(CYCLES, BREATHING.breaths().get(3).startS()))
        .isTrue();
  }

  @Test
  void anAmplitudeWindowIsOpenForItsShare() {
    // The middle half of a cosine's range takes a third of its time; each of the four edges of a
    // breath of 100 samples may be half a sample off.
    assertThat(new GatingWindow.Amplitude(2.5, 7.5).dutyCycle(CYCLES))
        .isEqualTo(1.0 / 3, within(0.02));
  }

  @Test
  void whereThereIsNoBreathNoWindowIsOpen() {
    BreathingCycles none = new BreathingCycles(CYCLES.trace(), List.of());

    assertThat(new GatingWindow.Phase(0, 100).isOpen(none, 10)).isFalse();
    assertThat(new GatingWindow.Amplitude(-100, 100).isOpen(none, 10)).isFalse();
    assertThat(new GatingWindow.Phase(0, 100).dutyCycle(none)).isZero();
    assertThatThrownBy(() -> new GatingWindow.Phase(-1, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GatingWindow.Amplitude(2, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
