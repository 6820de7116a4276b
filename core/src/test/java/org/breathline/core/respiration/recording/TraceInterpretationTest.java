package org.breathline.core.respiration.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.core.respiration.TraceWarning.Kind;
import org.breathline.core.respiration.recording.TraceOptions.Polarity;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.BreathVariation;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

final class TraceInterpretationTest {

  private static final BreathingTrace QUIET =
      SyntheticBreathing.of(BreathShape.QUIET, BreathVariation.IRREGULAR, 80, 3)
          .record(Recorder.CAMERA);

  private static TraceRecording recording(
      BreathingTrace trace, List<VendorMark> marks, SignalColumn... signals) {
    BreathingTrace.Validity[] valid = new BreathingTrace.Validity[trace.size()];
    Arrays.fill(valid, BreathingTrace.Validity.VALID);
    return new TraceRecording(
        trace.timesS(),
        trace.amplitudes(),
        valid,
        trace.unit(),
        trace.origin(),
        List.of(signals),
        marks,
        List.of());
  }

  /** A signal that has a value between two times and another elsewhere. */
  private static SignalColumn signal(
      String name, double inside, double outside, TimeInterval... intervals) {
    double[] values = new double[QUIET.size()];
    for (int i = 0; i < values.length; i++) {
      double timeS = QUIET.timeS(i);
      values[i] = Arrays.stream(intervals).anyMatch(n -> n.contains(timeS)) ? inside : outside;
    }
    return new SignalColumn(name, values);
  }

  private static TraceInterpretation detect(SignalColumn... signals) {
    return TraceInterpretation.of(recording(QUIET, List.of(), signals), TraceOptions.DETECT);
  }

  @Test
  void findsThePolarityOfQuietBreathing() {
    Property.holds(
        30,
        1,
        random -> {
          BreathShape shape =
              new BreathShape(
                  random.nextDouble(3, 6), 10, random.nextInt(2, 4), random.nextDouble(0.35, 0.48));
          BreathingTrace up =
              SyntheticBreathing.of(
                      shape, new BreathVariation(0.1, 0.15, 0.3, 0), 90, random.nextLong())
                  .record(Recorder.CAMERA);
          for (BreathingTrace trace : List.of(up, up.inverted())) {
            TraceInterpretation found =
                TraceInterpretation.of(recording(trace, List.of()), TraceOptions.DETECT);
            assertThat(found.trace().amplitudes()).containsExactly(up.amplitudes());
            assertThat(found.polarity().isSure()).as("%s", found.polarity()).isTrue();
            assertThat(found.warnings()).isEmpty();
          }
        });
  }

  @Test
  void saysWhenThePolarityIsNotClear() {
    BreathingTrace even =
        SyntheticBreathing.regular(new BreathShape(4, 10, 1, 0.5), 60).record(Recorder.PERFECT);
    TraceInterpretation found =
        TraceInterpretation.of(recording(even, List.of()), TraceOptions.DETECT);

    assertThat(found.polarity().isSure()).isFalse();
    assertThat(found.warnings()).extracting(TraceWarning::kind).contains(Kind.POLARITY_UNSURE);
  }

  @Test
  void marksTipTheScalesWhereBreathingSaysNothing() {
    SyntheticBreathing even = SyntheticBreathing.regular(new BreathShape(4, 10, 1, 0.5), 60);
    List<VendorMark> marks = new ArrayList<>();
    even.breaths()
        .forEach(b -> {
          marks.add(new VendorMark(b.startS(), VendorMark.Kind.PHASE_PI));
          marks.add(new VendorMark(b.exhaleS(), VendorMark.Kind.PHASE_ZERO));
        });
    PolarityFinding found =
        TraceInterpretation.of(recording(even.record(Recorder.PERFECT), marks), TraceOptions.DETECT)
            .polarity();

    assertThat(found.inverted()).isTrue();
    assertThat(found.evidence()).hasSize(4);
  }

  @Test
  void theUserOverrulesThePolarity() {
    TraceRecording recording = recording(QUIET, List.of());
    TraceOptions inverted = TraceOptions.DETECT.withPolarity(Polarity.INVERTED);
    TraceInterpretation found = TraceInterpretation.of(recording, inverted);

    assertThat(found.inverted()).isTrue();
    assertThat(found.polarity().inverted()).isFalse();
    assertThat(found.trace().amplitude(5)).isEqualTo(-QUIET.amplitude(5));
    assertThat(
            TraceInterpretation.of(
                    recording(QUIET.inverted(), List.of()),
                    TraceOptions.DETECT.withPolarity(Polarity.AS_RECORDED))
                .inverted())
        .isFalse();
  }

  @Test
  void findsTheBeamWhicheverWayItIsWired() {
    TimeInterval scan = new TimeInterval(20, 50);

    assertThat(detect(signal("ttlin", 0, 1, scan), signal("ttlout", 0, 0)).beamOn().orElseThrow())
        .matches(f -> f.rule().toString().equals("ttlin=0") && f.sure());
    assertThat(detect(signal("ttlin", 1, 1), signal("ttlout", 1, 0, scan)).beamOn().orElseThrow())
        .matches(f -> f.rule().toString().equals("ttlout=1") && f.sure());
    assertThat(
            detect(signal("beamon", 5, 0, scan, new TimeInterval(55, 60))).beamOn().orElseThrow())
        .matches(
            f -> f.rule().toString().equals("beamon=5") && f.intervals().intervals().size() == 2);
  }

  @Test
  void aSignalThatNeverChangesIsNoBeam() {
    TraceInterpretation found = detect(signal("ttlin", 1, 1), signal("ttlout", 0, 0));

    assertThat(found.beamOn()).isEmpty();
    assertThat(found.trace().beamOn()).isEmpty();
    assertThat(found.warnings()).isEmpty();
  }

  @Test
  void saysWhenTheBeamIsNotClear() {
    TraceInterpretation found = detect(signal("ttlin", 0, 1, new TimeInterval(20, 100)));

    assertThat(found.beamOn().orElseThrow().rule()).hasToString("ttlin=0");
    assertThat(found.otherBeamOn()).extracting(f -> f.rule().toString()).containsExactly("ttlin=1");
    assertThat(found.warnings()).extracting(TraceWarning::kind).contains(Kind.BEAM_ON_UNSURE);
  }

  @Test
  void theUserChoosesTheBeam() {
    TraceRecording recording =
        recording(QUIET, List.of(), signal("ttlin", 0, 1, new TimeInterval(20, 50)));
    TraceInterpretation found =
        TraceInterpretation.of(
            recording, TraceOptions.DETECT.withBeamOn(BeamOnRule.parse("TTL-in=1")));

    assertThat(found.beamOn().orElseThrow().intervals().intervals()).hasSize(2);
    assertThat(found.warnings()).isEmpty();
    assertThatThrownBy(() ->
            TraceInterpretation.of(
                recording, TraceOptions.DETECT.withBeamOn(BeamOnRule.parse("gate=1"))))
        .hasMessage("beam-on gate=1: the recording has no such signal; it has ttlin");
    assertThatThrownBy(() ->
            TraceInterpretation.of(
                recording, TraceOptions.DETECT.withBeamOn(BeamOnRule.parse("ttlin=7"))))
        .hasMessage("beam-on ttlin=7: the signal never has this value");
  }

  @Test
  void aRuleIsColumnAndValue() {
    assertThat(BeamOnRule.parse(" TTLIN = 0 ")).isEqualTo(new BeamOnRule("ttlin", 0));
    for (String wrong : List.of("ttlin", "=1", "ttlin=", "ttlin=on")) {
      assertThatThrownBy(() -> BeamOnRule.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("COLUMN=VALUE");
    }
  }
}
