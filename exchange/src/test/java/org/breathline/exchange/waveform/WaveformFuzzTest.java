package org.breathline.exchange.waveform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.breathline.core.respiration.recording.TraceInterpretation;
import org.breathline.core.respiration.recording.TraceOptions;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.dicom.io.ReadOptions;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged waveform files give a recording or the readers' own exceptions, nothing else. */
class WaveformFuzzTest {

  @Test
  void damagedFilesAreReadOrRefused() throws IOException {
    fuzz(1_500);
  }

  @Test
  @Tag("full")
  void manyDamagedFilesAreReadOrRefused() throws IOException {
    fuzz(100_000);
  }

  private static void fuzz(int cases) throws IOException {
    byte[] whole =
        DicomWriter.toBytes(
            WaveformWriter.compose(
                    TestTraces.jittered(new SplittableRandom(9), 120, 5), TestTraces.CONTEXT)
                .dataset(),
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    Property.holds(cases, 1000, random -> read(damaged(whole, random)));
  }

  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    int changes = random.nextInt(1, 6);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(132, bytes.length);
      bytes[at] =
          (byte)
              switch (random.nextInt(3)) {
                case 0 -> random.nextInt();
                case 1 -> 0xFF;
                default -> bytes[at] ^ (1 << random.nextInt(8));
              };
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static void read(byte[] bytes) {
    TraceRecording recording;
    try {
      recording = WaveformTraces.of(DicomReader.read(bytes, ReadOptions.ALL).dataset());
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    double[] timesS = recording.timesS();
    for (int i = 1; i < timesS.length; i++) {
      assertThat(timesS[i]).isGreaterThan(timesS[i - 1]);
    }
    for (double amplitude : recording.amplitudes()) {
      assertThat(amplitude).isFinite();
    }
    assertThat(TraceInterpretation.of(recording, TraceOptions.DETECT).trace().size())
        .isEqualTo(recording.size());
  }
}
