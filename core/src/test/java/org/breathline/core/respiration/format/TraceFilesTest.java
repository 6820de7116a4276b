package org.breathline.core.respiration.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.breathline.core.respiration.BreathingTrace.Unit;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.core.respiration.TraceWarning.Kind;
import org.breathline.core.respiration.detection.BreathDetector;
import org.breathline.core.respiration.recording.SignalColumn;
import org.breathline.core.respiration.recording.TraceInterpretation;
import org.breathline.core.respiration.recording.TraceOptions;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceFilesTest {

  @TempDir Path folder;

  private TraceRecording read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private TraceRecording read(byte[] bytes) throws IOException {
    Path file = folder.resolve("trace.txt");
    Files.write(file, bytes);
    return TraceFiles.read(file);
  }

  @Test
  void headingsMayBeWrittenInManyWays() throws IOException {
    for (String heading :
        new String[] {
          "Time [s],RESP",
          " time_s , amplitude_mm",
          "\"Time (s)\",\"Amplitude (mm)\"",
          "t,position",
          "TIMESTAMP,Signal",
          "# recorded in the morning\n\ntime,amp"
        }) {
      assertThat(read(heading + "\n0,1\n0.1,2\n0.2,1\n").timesS())
          .as(heading)
          .containsExactly(0, 0.1, 0.2);
    }
  }

  @Test
  void otherSeparatorsAndDecimalCommas() throws IOException {
    assertThat(read("time;amplitude\n0,0;1,5\n0,1;2,5\n").amplitudes()).containsExactly(1.5, 2.5);
    assertThat(read("time\tamplitude\n0,0\t1,5\n0.1\t2.5\n").amplitudes())
        .containsExactly(1.5, 2.5);
    assertThatThrownBy(() -> read("time,amplitude\n0,0,1,5\n0,1,2,5\n"))
        .hasMessageContaining("line 2: expected 2 fields, found 4");
  }

  @Test
  void unitsInHeadingsCount() throws IOException {
    TraceRecording inMilliseconds = read("time_ms,amplitude_cm\n0,1\n1,2\n");

    assertThat(inMilliseconds.timesS()).containsExactly(0, 0.001);
    assertThat(inMilliseconds.amplitudes()).containsExactly(10, 20);
    assertThat(inMilliseconds.unit()).isEqualTo(Unit.MILLIMETRE);
    assertThat(read("time,amplitude\n0,1\n40,2\n").timesS()).containsExactly(0, 0.04);
    assertThat(read("time,amplitude\n0,1\n40,2\n").warnings())
        .extracting(TraceWarning::kind)
        .containsExactly(Kind.ASSUMPTION);
    assertThat(read("time,amplitude\n0,1\n1,2\n").unit()).isEqualTo(Unit.ARBITRARY);
  }

  @Test
  void validAndBeamColumnsAreRead() throws IOException {
    TraceRecording recording =
        read("time,amplitude,valid,beam_on\n0,1,true,off\n1,2,false,on\n2,3,1,1\n3,3,0,0\n");

    assertThat(recording.validities())
        .containsExactly(Validity.VALID, Validity.LOST, Validity.VALID, Validity.LOST);
    SignalColumn beam = recording.signals().getFirst();
    assertThat(beam.name()).isEqualTo("beam_on");
    assertThat(beam.values()).containsExactly(0, 1, 1, 0);
    assertThatThrownBy(() -> read("time,amplitude,valid\n0,1,maybe\n1,2,1\n"))
        .hasMessageContaining("line 2: expected 1, 0, true or false in column 'valid'");
  }

  @Test
  void aVxpFileMayLackOrSpoilItsHeader() throws IOException {
    TraceRecording recording =
        read(
            """
            [Header]
            Date=yesterday
            Total_study_time=90
            Data_layout=timestamp,amplitude
            [Data]
            0,1
            40,2
            """);

    assertThat(recording.amplitudes()).containsExactly(10, 20);
    assertThat(recording.origin().date()).isEmpty();
    assertThat(recording.warnings())
        .extracting(TraceWarning::kind)
        .containsExactly(Kind.HEADER, Kind.HEADER, Kind.HEADER);
    assertThatThrownBy(() -> read("[Header]\nCRC=1\n"))
        .hasMessageContaining("expected [Data] after the header");
    assertThatThrownBy(() -> read("[Header]\nData_layout=phase\n[Data]\n1\n"))
        .hasMessageContaining("expected amplitude and timestamp in the Data_layout");
  }

  @Test
  void aClockSetBackIsFollowed() throws IOException {
    StringBuilder text = new StringBuilder("time_s,amplitude\n");
    for (int i = 0; i < 40; i++) {
      text.append(i < 20 ? 50 + i * 0.1 : (i - 20) * 0.1).append(",1\n");
    }
    TraceRecording recording = read(text.toString());

    for (int i = 0; i < 40; i++) {
      assertThat(recording.timesS()[i]).isEqualTo(50 + i * 0.1, within(1e-9));
    }
    assertThat(recording.warnings())
        .extracting(TraceWarning::kind)
        .containsExactly(Kind.CLOCK_RESET);
  }

  @Test
  void aStretchWithoutSamplesIsReported() throws IOException {
    assertThat(read("time_s,amplitude\n0,1\n0.1,2\n0.2,3\n3.7,1\n3.8,2\n").warnings())
        .extracting(TraceWarning::message)
        .containsExactly("1 stretches without samples, the longest 3.50 s");
  }

  @Test
  void theMainDirectionOfAMarkerIsItsAmplitude() throws IOException {
    StringBuilder text = new StringBuilder("Time_s;x;y;z\n");
    for (int i = 0; i < 100; i++) {
      double along = Math.sin(i / 4.0);
      text.append("%f;%f;%f;%f%n".formatted(i / 10.0, 100 + 3 * along, -20.0, 50 + 4 * along));
    }
    double[] amplitudes = read(text.toString()).amplitudes();
    double offset = amplitudes[0];

    for (int i = 0; i < 100; i++) {
      assertThat(amplitudes[i] - offset).isEqualTo(5 * Math.sin(i / 4.0), within(1e-4));
    }
  }

  @Test
  void refusesWhatIsNoTrace() throws IOException {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> read(new byte[] {0, 1, 2, 3})).hasMessageContaining("binary");
    assertThatThrownBy(() -> read("name,age\nx,1\n"))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining("no breathing trace of a known format (Varian .vxp, marker");
    assertThatThrownBy(() -> TraceFiles.read(folder)).isInstanceOf(TraceException.class);
    assertThatThrownBy(() -> read("time,amplitude\n0,\n1,\n2,\n"))
        .hasMessageContaining("every sample is lost");
  }

  /** Random and spoiled files: a trace or a TraceException, and breaths of whatever was read. */
  private void fuzz(int cases, long seed) {
    Property.holds(
        cases,
        seed,
        random -> {
          byte[] bytes = spoiled(random);
          try {
            BreathDetector.detect(TraceInterpretation.of(read(bytes), TraceOptions.DETECT).trace());
          } catch (TraceException e) {
            assertThat(e).hasMessageStartingWith("trace.txt");
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static byte[] spoiled(SplittableRandom random) {
    String[] heads = {
      "[Header]\nScale_factor=10.0\n[Data]\n",
      "\"Frame\";\"Timestamp\";\"x\";\"y\";\"z\"\n",
      "time_s,amplitude,valid,beam\n",
      ""
    };
    int kind = random.nextInt(heads.length);
    StringBuilder text = new StringBuilder(heads[kind]);
    int samples = random.nextInt(200);
    for (int i = 0; i < samples; i++) {
      double a = Math.sin(i / 6.0);
      text.append(
          switch (kind) {
            case 0 -> a + ",0," + 40 * i + ",0,1,,0\n";
            case 1 -> "0;" + 100 * i + ";" + a + ";1;" + 2 * a + "\n";
            default -> i / 10.0 + "," + a + ",1,0\n";
          });
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] favourites = "0123456789.,;-+eENn\n\r\t\"[] #=\0".getBytes(StandardCharsets.ISO_8859_1);
    for (int hits = random.nextInt(1 + bytes.length / 20); hits > 0; hits--) {
      bytes[random.nextInt(bytes.length)] =
          random.nextInt(4) == 0
              ? (byte) random.nextInt(256)
              : favourites[random.nextInt(favourites.length)];
    }
    return Arrays.copyOf(
        bytes, random.nextInt(3) == 0 ? random.nextInt(bytes.length + 1) : bytes.length);
  }

  @Test
  void spoiledFilesGiveATraceOrATraceException() {
    fuzz(500, 1);
  }

  @Test
  @Tag("full")
  void manySpoiledFilesGiveATraceOrATraceException() {
    fuzz(50_000, 1000);
  }
}
