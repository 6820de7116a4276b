package org.breathline.exchange.waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other programs read the waveforms we write, and read the same. */
class WaveformToolsTest {

  private static final String PRINT_ARRAY =
      """
      import sys, pydicom
      for v in pydicom.dcmread(sys.argv[1]).waveform_array(0)[:, 0]:
          print(repr(float(v)))
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("trace.dcm");
    WaveformTraces.write(
        file, TestTraces.jittered(new SplittableRandom(3), 1000, 8), TestTraces.CONTEXT);
  }

  @Test
  @RequiresTool({"python3:pydicom", "python3:numpy"})
  void pydicomReadsTheSameAmplitudes() throws IOException {
    Tool.Result printed = Tool.python(PRINT_ARRAY, List.of(file.toString()), 60);
    assertThat(printed.exitCode()).as(printed.output()).isZero();
    double[] theirs = printed.output().lines().mapToDouble(Double::parseDouble).toArray();
    TraceRecording ours = WaveformTraces.read(file);

    assertThat(theirs).hasSize(ours.size());
    for (int i = 0; i < theirs.length; i++) {
      if (ours.validities()[i] == Validity.LOST) {
        assertThat(theirs[i]).isEqualTo(SampleScale.PADDING * 0.0005, within(1e-9));
      } else {
        assertThat(ours.amplitudes()[i]).isCloseTo(theirs[i], within(1e-12));
      }
    }
  }

  @Test
  @RequiresTool("dcmdump")
  void dcmdumpReadsEveryElement() {
    Tool.Result dump = Tool.run(List.of("dcmdump", file.toString()), 60);
    assertThat(dump.exitCode()).as(dump.output()).isZero();
    assertThat(dump.output())
        .contains("=RespiratoryWaveformStorage")
        .contains("ReferencedSamplePositions")
        .doesNotContain("Unknown Tag");
    assertThat(dump.output().lines())
        .noneMatch(line -> line.startsWith("E: ") || line.startsWith("W: "));
  }

  /**
   * The validator has no rules for the Respiratory Waveform IOD; the Hemodynamic one has the same
   * modules, less Enhanced General Equipment, so the object is checked under that name. It also has
   * a former rule for the time offset of an unsynchronized group, which "may be present otherwise"
   * now (PS3.3, table C.10-9).
   */
  @Test
  @RequiresTool("dciodvfy")
  void dciodvfyFindsNoError() throws IOException {
    Dataset dataset = DicomReader.read(file).dataset();
    dataset.setString(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.9.2.1");
    dataset.setString(Tag.MODALITY, "HD");
    dataset.requireItem(Tag.WAVEFORM_SEQUENCE).remove(Tag.MULTIPLEX_GROUP_TIME_OFFSET);
    Path disguised = folder.resolve("disguised.dcm");
    DicomWriter.write(disguised, dataset);
    assertThat(errors(file)).containsExactly("Error - Information Object Not found");
    assertThat(errors(disguised)).isEmpty();
    assertThat(Tool.run(List.of("dciodvfy", disguised.toString()), 60).output())
        .contains("HemodynamicWaveform");
  }

  private static List<String> errors(Path checked) {
    return Tool.run(List.of("dciodvfy", checked.toString()), 60)
        .output()
        .lines()
        .filter(line -> line.startsWith("Error"))
        .toList();
  }
}
