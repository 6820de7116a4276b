package org.breathline.core.respiration.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Unit;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.respiration.detection.BreathDetector;
import org.breathline.core.respiration.recording.TraceInterpretation;
import org.breathline.core.respiration.recording.TraceOptions;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.core.respiration.recording.VendorMark;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.BreathVariation;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VxpWriterTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    SyntheticBreathing breathing =
        SyntheticBreathing.of(BreathShape.QUIET, BreathVariation.IRREGULAR, 60, 7);
    BeamIntervals beam =
        new BeamIntervals(List.of(new TimeInterval(10, 20), new TimeInterval(25, 45)));
    BreathingTrace trace = breathing.record(Recorder.CAMERA, beam);
    Path file = folder.resolve("trace.vxp");
    VxpWriter.write(new BreathingCycles(trace, breathing.breaths()), file);

    TraceInterpretation read = TraceInterpretation.of(TraceFiles.read(file), TraceOptions.DETECT);

    assertThat(read.warnings()).isEmpty();
    assertThat(read.inverted()).isFalse();
    assertThat(read.trace().timesS()).containsExactly(trace.timesS());
    assertThat(read.trace().amplitudes()).containsExactly(trace.amplitudes(), within(1e-5));
    assertThat(read.trace().beamOn()).isEqualTo(trace.beamOn());
    assertThat(read.beamOn().orElseThrow().sure()).isTrue();
  }

  @Test
  void marksTheTurns() throws IOException {
    SyntheticBreathing breathing = SyntheticBreathing.regular(BreathShape.QUIET, 30);
    Path file = folder.resolve("trace.vxp");
    VxpWriter.write(
        new BreathingCycles(breathing.record(Recorder.PERFECT), breathing.breaths()), file);

    List<VendorMark> marks = TraceFiles.read(file).marks();

    assertThat(marks).hasSize(2 * breathing.breaths().size() + 1);
    assertThat(marks.get(0).kind()).isEqualTo(VendorMark.Kind.PHASE_ZERO);
    assertThat(marks.get(0).timeS()).isEqualTo(breathing.breaths().get(0).startS(), within(0.021));
    assertThat(marks.get(1).kind()).isEqualTo(VendorMark.Kind.PHASE_PI);
    assertThat(marks.get(1).timeS()).isEqualTo(breathing.breaths().get(0).exhaleS(), within(0.021));
  }

  @Test
  void keepsValidityAndOrigin() throws IOException {
    BreathingTrace trace =
        new BreathingTrace(
            new double[] {1, 1.04, 1.08},
            new double[] {0.1, 0.2, 0.3},
            new Validity[] {Validity.VALID, Validity.APERIODIC, Validity.LOST},
            null,
            Unit.MILLIMETRE,
            new BreathingTrace.Origin(
                Optional.of("P1"), Optional.of(LocalDate.of(2026, 3, 9)), "simulated"));
    Path file = folder.resolve("trace.vxp");
    VxpWriter.write(new BreathingCycles(trace, List.of()), file);

    TraceRecording read = TraceFiles.read(file);

    assertThat(read.validities())
        .containsExactly(Validity.VALID, Validity.APERIODIC, Validity.LOST);
    assertThat(read.origin().patientId()).contains("P1");
    assertThat(read.origin().date()).contains(LocalDate.of(2026, 3, 9));
  }

  @Test
  @RequiresData("traces/varian-rpm-real.vxp")
  void theRealRecordingSurvives() throws IOException {
    BreathingTrace trace =
        TraceInterpretation.of(
                TraceFiles.read(TestData.get("traces/varian-rpm-real.vxp")), TraceOptions.DETECT)
            .trace();
    Path file = folder.resolve("again.vxp");
    VxpWriter.write(BreathDetector.detect(trace), file);

    TraceInterpretation read = TraceInterpretation.of(TraceFiles.read(file), TraceOptions.DETECT);

    assertThat(read.inverted()).isFalse();
    assertThat(read.trace().timesS()).containsExactly(trace.timesS());
    assertThat(read.trace().amplitudes()).containsExactly(trace.amplitudes(), within(1e-5));
    assertThat(read.trace().beamOn()).isEqualTo(trace.beamOn());
  }

  @Test
  void leavesNothingHalfWritten() throws IOException {
    BreathingTrace trace =
        SyntheticBreathing.regular(BreathShape.QUIET, 9).record(Recorder.PERFECT);
    Path inTheWay = folder.resolve("trace.vxp");
    Files.createDirectories(inTheWay.resolve("full"));

    assertThatThrownBy(() -> VxpWriter.write(new BreathingCycles(trace, List.of()), inTheWay))
        .isInstanceOf(IOException.class);
    assertThat(folder.toFile().list()).containsExactly("trace.vxp");
  }

  @Test
  void refusesAmplitudesWithoutLength() {
    BreathingTrace trace =
        new BreathingTrace(
            new double[] {0, 1},
            new double[] {0, 1},
            new Validity[] {Validity.VALID, Validity.VALID},
            null,
            Unit.ARBITRARY,
            new BreathingTrace.Origin(Optional.empty(), Optional.empty(), "simulated"));

    assertThatThrownBy(
            () -> VxpWriter.write(new BreathingCycles(trace, List.of()), folder.resolve("t.vxp")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("length scale");
  }
}
