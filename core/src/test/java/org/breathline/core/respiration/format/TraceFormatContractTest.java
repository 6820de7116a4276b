package org.breathline.core.respiration.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.core.respiration.TraceWarning.Kind;
import org.breathline.core.respiration.recording.TraceRecording;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format keeps to. */
final class TraceFormatContractTest {

  @TempDir Path folder;

  /**
   * One format as the tests see it.
   *
   * @param head everything before the first sample
   * @param row writes a sample of a time in milliseconds and an amplitude; NaN for a lost one
   */
  record Dialect(TraceFormat format, String head, Row row) {

    interface Row {
      String of(long timeMs, double amplitude);
    }

    private String file(int samples) {
      StringBuilder text = new StringBuilder(head);
      for (int i = 0; i < samples; i++) {
        text.append(row.of(1000 + 100L * i, Math.sin(i / 5.0) + 2)).append('\n');
      }
      return text.toString();
    }

    @Override
    public String toString() {
      return format.name();
    }
  }

  static Stream<Dialect> dialects() {
    return Stream.of(
        new Dialect(
            new VxpFormat(),
            "[Header]\nScale_factor=10.0\n[Data]\n",
            (t, a) ->
                "%s,0,%d,%d,0,,0"
                    .formatted(Double.isNaN(a) ? "0" : a, t, Double.isNaN(a) ? -1 : 0)),
        new Dialect(
            new MarkerFormat(),
            "\"Frame\";\"Timestamp\";\"x\";\"y\";\"z\"\n",
            (t, a) ->
                Double.isNaN(a)
                    ? "0;" + t + ";0;0;0"
                    : "0;%d;%s;%s;7".formatted(t, comma(100 + a), comma(50 - a))),
        new Dialect(
            new NamedColumnFormat(),
            "time_ms,amplitude_mm,valid\n",
            (t, a) -> "%d,%s,%d".formatted(t, Double.isNaN(a) ? "" : a, Double.isNaN(a) ? 0 : 1)));
  }

  private static String comma(double number) {
    return Double.toString(number).replace('.', ',');
  }

  private TraceRecording read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private TraceRecording read(byte[] bytes) throws IOException {
    Path file = folder.resolve("trace.dat");
    Files.write(file, bytes);
    return TraceFiles.read(file);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void isRecognisedByItsContentAndByNoOtherFormat(Dialect dialect) {
    List<String> head = dialect.file(3).lines().toList();

    assertThat(TraceFiles.formats()).filteredOn(f -> f.recognises(head)).hasSize(1);
    assertThat(dialect.format().recognises(head)).isTrue();
    assertThat(dialect.format().recognises(List.of())).isFalse();
    assertThat(dialect.format().recognises(List.of("", "{\"a\": 1}", ",;\t"))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void readsAllSamplesWithTimesInSeconds(Dialect dialect) throws IOException {
    TraceRecording recording = read(dialect.file(50));

    assertThat(recording.size()).isEqualTo(50);
    assertThat(recording.timesS()[0]).isEqualTo(1);
    assertThat(recording.timesS()[49]).isEqualTo(5.9);
    assertThat(recording.validities()).containsOnly(Validity.VALID);
    assertThat(recording.warnings()).allMatch(w -> w.kind() == Kind.ASSUMPTION);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void anyEndOfLineAndByteOrderMarkWillDo(Dialect dialect) throws IOException {
    String text = dialect.file(20);
    double[] expected = read(text).amplitudes();
    List<UnaryOperator<String>> forms =
        List.of(
            t -> t.replace("\n", "\r\n"),
            t -> t.replace('\n', '\r'),
            t -> "\uFEFF" + t,
            t -> t.stripTrailing(),
            t -> t + "\n\n");

    for (UnaryOperator<String> form : forms) {
      assertThat(read(form.apply(text)).amplitudes()).containsExactly(expected);
    }
    assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)).amplitudes())
        .containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void repairsTimesAndSaysSo(Dialect dialect) throws IOException {
    StringBuilder text = new StringBuilder(dialect.head());
    long[] times = {0, 100, 200, 200, 300, 5, 500, 600, 900_000, 800, 900};
    for (long time : times) {
      text.append(dialect.row().of(time, (int) time % 7)).append('\n');
    }
    TraceRecording recording = read(text.toString());

    assertThat(recording.timesS())
        .containsExactly(0, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
    assertThat(recording.warnings())
        .extracting(TraceWarning::kind)
        .contains(Kind.REPEATED_TIME, Kind.BACKWARD_TIME);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void aLostSampleIsMarkedAndHasAnAmplitudeAllTheSame(Dialect dialect) throws IOException {
    String text =
        dialect.head()
            + dialect.row().of(0, 1)
            + "\n"
            + dialect.row().of(100, Double.NaN)
            + "\n"
            + dialect.row().of(200, 3)
            + "\n";
    TraceRecording recording = read(text);

    assertThat(recording.validities())
        .containsExactly(Validity.VALID, Validity.LOST, Validity.VALID);
    assertThat(recording.amplitudes()).doesNotContain(Double.NaN);
    assertThat(recording.warnings()).extracting(TraceWarning::kind).contains(Kind.LOST_SAMPLES);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void aLastLineCutOffIsLeftOut(Dialect dialect) throws IOException {
    TraceRecording recording = read(dialect.file(10) + "12");

    assertThat(recording.size()).isEqualTo(10);
    assertThat(recording.warnings()).extracting(TraceWarning::kind).contains(Kind.CUT_OFF);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void aLineThatIsNoSampleIsNamed(Dialect dialect) {
    int line = (int) dialect.file(5).lines().count() + 1;

    assertThatThrownBy(() -> read(dialect.file(5) + "Doe John\n" + dialect.row().of(9000, 1)))
        .isInstanceOf(TraceException.class)
        .hasMessageStartingWith("trace.dat, line " + line + ": expected ")
        .hasMessageNotContaining("Doe");
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void refusesWhatHoldsNoTrace(Dialect dialect) {
    String once = dialect.row().of(5, 1) + "\n";

    assertThatThrownBy(() -> read(dialect.head())).isInstanceOf(TraceException.class);
    assertThatThrownBy(() -> read(dialect.head() + once)).isInstanceOf(TraceException.class);
    assertThatThrownBy(() -> read(dialect.head() + once + once))
        .isInstanceOf(TraceException.class)
        .hasMessageContaining("increasing times");
  }
}
