package org.breathline.core.respiration.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingTrace.Unit;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.core.respiration.detection.BreathDetector;
import org.breathline.core.respiration.recording.BeamOnFinding;
import org.breathline.core.respiration.recording.TraceInterpretation;
import org.breathline.core.respiration.recording.TraceOptions;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

/** Every shared recording is read and breathes. */
final class SharedTracesTest {

  private static final String RPM = "traces/varian-rpm-real.vxp";
  private static final String ICU = "traces/icu-impedance-125hz.csv";
  private static final String CORRECTED = "traces/varian-rpm-real-corrected-by-its-authors.csv";
  private static final String MARKERS = "traces/markers-3d";

  private static TraceInterpretation interpret(Path path) throws IOException {
    return TraceInterpretation.of(TraceFiles.read(path), TraceOptions.DETECT);
  }

  @Test
  @RequiresData(RPM)
  void readsARealVarianRecording() throws IOException {
    TraceRecording recording = TraceFiles.read(TestData.get(RPM));

    assertThat(recording.size()).isEqualTo(3823);
    assertThat(recording.unit()).isEqualTo(Unit.MILLIMETRE);
    assertThat(recording.timesS()[0]).isEqualTo(185.666);
    assertThat(recording.amplitudes()[0]).isEqualTo(2.617, within(1e-12));
    assertThat(recording.marks()).hasSize(50);
    assertThat(recording.validities()).filteredOn(v -> v == Validity.LOST).hasSize(5);
    assertThat(recording.validities()).filteredOn(v -> v == Validity.APERIODIC).hasSize(1054);
    assertThat(recording.origin().format()).isEqualTo("Varian .vxp 1.6");
    assertThat(recording.origin().date()).hasToString("Optional[2021-11-13]");
  }

  @Test
  @RequiresData(RPM)
  void findsPolarityAndBeamOfTheRealVarianRecording() throws IOException {
    TraceInterpretation interpretation = interpret(TestData.get(RPM));

    assertThat(interpretation.inverted()).isTrue();
    assertThat(interpretation.polarity().isSure()).isTrue();
    BeamOnFinding beam = interpretation.beamOn().orElseThrow();
    assertThat(beam.rule()).hasToString("ttlin=0");
    assertThat(beam.sure()).isTrue();
    TimeInterval span = beam.intervals().span().orElseThrow();
    assertThat(span.startS() - 185.666).isEqualTo(42.1, within(0.05));
    assertThat(span.endS() - 185.666).isEqualTo(146.7, within(0.05));
  }

  @Test
  @RequiresData({RPM, CORRECTED})
  void readsTheSameFromItsAuthorsTable() throws IOException {
    TraceRecording vxp = TraceFiles.read(TestData.get(RPM));
    TraceRecording table = TraceFiles.read(TestData.get(CORRECTED));

    assertThat(table.timesS()).containsExactly(vxp.timesS());
    assertThat(table.validities()).containsExactly(vxp.validities());
    assertThat(table.marks()).isNotEmpty();
    assertThat(interpret(TestData.get(CORRECTED)).beamOn().orElseThrow().rule())
        .hasToString("ttlin=0");
  }

  @Test
  @RequiresData(ICU)
  void findsFastBreathsOfAnImpedanceRecording() throws IOException {
    TraceInterpretation interpretation = interpret(TestData.get(ICU));
    List<Breath> breaths = BreathDetector.detect(interpretation.trace()).breaths();

    assertThat(interpretation.warnings())
        .extracting(TraceWarning::kind)
        .contains(TraceWarning.Kind.REPEATED_TIME);
    double mean = breaths.stream().mapToDouble(Breath::periodS).average().orElseThrow();
    double variance =
        breaths.stream().mapToDouble(b -> (b.periodS() - mean) * (b.periodS() - mean)).sum()
            / (breaths.size() - 1);
    ValidationRecord.write(
        "respiration",
        "mean period, intensive-care impedance at 125 Hz",
        mean,
        "2.82 s, the recording's upstream statistics over 480 s (240 s here)",
        "0.105 s, half the upstream standard deviation",
        "s");
    // Counted by eye on the plotted recording: 87 ends of inhalation, so 86 whole breaths.
    assertThat(breaths).hasSize(86).allMatch(Breath::trusted);
    assertThat(mean).isEqualTo(2.82, within(0.105));
    assertThat(Math.sqrt(variance)).isEqualTo(0.21, within(0.105));
  }

  @Test
  @RequiresData(MARKERS)
  void findsBreathsInEveryMarkerRecording() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(TestData.get(MARKERS))) {
      files = listed.filter(p -> p.toString().endsWith(".csv")).sorted().toList();
    }
    assertThat(files).hasSize(12);
    for (Path file : files) {
      TraceInterpretation interpretation = interpret(file);
      assertThat(interpretation.trace().unit()).isEqualTo(Unit.MILLIMETRE);
      assertThat(BreathDetector.detect(interpretation.trace()).breaths())
          .as(file.getFileName().toString())
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }
}
