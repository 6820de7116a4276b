package org.breathline.core.respiration.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.core.respiration.TraceWarning.Kind;
import org.breathline.core.respiration.recording.TraceOptions.Polarity;
import org.junit.jupiter.api.Test;

/** What a file says about itself holds over detection, and under the user's word. */
class StatedMeaningTest {

  private static final int SAMPLES = 3000;
  private static final BeamOnRule BEAM = new BeamOnRule("beam", 1);

  /** Breaths of differing depth upward, long rests at the bottom; the beam on at both ends. */
  private static TraceRecording recording(double sign) {
    double[] timesS = new double[SAMPLES];
    double[] amplitudes = new double[SAMPLES];
    double[] beam = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      timesS[i] = i / 25.0;
      double depth = 10 + (int) (timesS[i] / 4) % 3;
      amplitudes[i] = sign * depth * Math.pow(Math.sin(Math.PI * timesS[i] / 4), 6);
      beam[i] = i < 500 || i > 2500 ? 1 : 0;
    }
    BreathingTrace.Validity[] validities = new BreathingTrace.Validity[SAMPLES];
    Arrays.fill(validities, BreathingTrace.Validity.VALID);
    return new TraceRecording(
        timesS,
        amplitudes,
        validities,
        BreathingTrace.Unit.MILLIMETRE,
        new BreathingTrace.Origin(Optional.empty(), Optional.empty(), "test"),
        List.of(new SignalColumn("beam", beam)),
        List.of(),
        List.of());
  }

  @Test
  void theFilesWordOnTheBeamHoldsOverDetection() {
    TraceRecording silent = recording(1);
    TraceRecording said = silent.stating(TraceOptions.DETECT.withBeamOn(BEAM));

    assertThat(beam(silent, TraceOptions.DETECT)).hasToString("beam=0");
    assertThat(beam(said, TraceOptions.DETECT)).isEqualTo(BEAM);
    assertThat(beam(said, TraceOptions.DETECT.withBeamOn(new BeamOnRule("beam", 0))))
        .hasToString("beam=0");
  }

  private static BeamOnRule beam(TraceRecording recording, TraceOptions options) {
    return TraceInterpretation.of(recording, options).beamOn().orElseThrow().rule();
  }

  @Test
  void theFilesWordOnPolarityHoldsAndContradictionIsSaid() {
    TraceRecording falling = recording(-1);
    TraceRecording said = falling.stating(TraceOptions.DETECT.withPolarity(Polarity.AS_RECORDED));

    assertThat(TraceInterpretation.of(falling, TraceOptions.DETECT).inverted()).isTrue();
    TraceInterpretation interpretation = TraceInterpretation.of(said, TraceOptions.DETECT);
    assertThat(interpretation.inverted()).isFalse();
    assertThat(interpretation.warnings())
        .extracting(TraceWarning::kind)
        .contains(Kind.POLARITY_UNSURE);
    assertThat(
            TraceInterpretation.of(said, TraceOptions.DETECT.withPolarity(Polarity.INVERTED))
                .inverted())
        .isTrue();
  }
}
