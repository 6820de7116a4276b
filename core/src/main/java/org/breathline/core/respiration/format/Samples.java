package org.breathline.core.respiration.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.core.respiration.TraceWarning.Kind;
import org.breathline.core.respiration.recording.SignalColumn;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.core.respiration.recording.VendorMark;

/**
 * Collects the samples of a file as they stand in it, then puts their times in order and makes the
 * recording.
 */
final class Samples {

  /** A day at 25 Hz. No recording for a planning CT comes near. */
  static final int MAX_SAMPLES = 2_200_000;

  /** No breathing signal is this large; larger numbers would overflow what is computed of them. */
  private static final double MAX_AMPLITUDE = 1e12;

  /** Milliseconds since 1970 are near 2e12. */
  private static final double MAX_TIME = 1e15;

  /** Breathing is not sampled more slowly: a larger median step is in milliseconds. */
  private static final double SLOWEST_STEP_S = 1.5;

  private final String file;
  private final List<String> signalNames;
  private final List<TraceWarning> warnings = new ArrayList<>();
  private final List<VendorMark.Kind> markKinds = new ArrayList<>();
  private final List<Integer> markSamples = new ArrayList<>();
  private double[] times = new double[1024];
  private double[] amplitudes = new double[1024];
  private Validity[] validities = new Validity[1024];
  private int[] lines = new int[1024];
  private final double[][] signals;
  private int size;

  Samples(String file, List<String> signalNames) {
    this.file = file;
    this.signalNames = List.copyOf(signalNames);
    this.signals = new double[signalNames.size()][1024];
  }

  /**
   * Adds a sample.
   *
   * @param time in the file's unit; NaN where unreadable
   * @param amplitude in the file's unit; NaN where the sample is lost
   * @throws TraceException if there are too many
   */
  void add(int line, double time, double amplitude, Validity validity, double[] signalValues)
      throws TraceException {
    if (size == MAX_SAMPLES) {
      throw new TraceException(file, line, "expected at most " + MAX_SAMPLES + " samples");
    }
    if (size == times.length) {
      grow();
    }
    lines[size] = line;
    times[size] = Math.abs(time) <= MAX_TIME ? time : Double.NaN;
    boolean present = Math.abs(amplitude) <= MAX_AMPLITUDE;
    amplitudes[size] = present ? amplitude : Double.NaN;
    validities[size] = present ? validity : Validity.LOST;
    for (int i = 0; i < signals.length; i++) {
      signals[i][size] = signalValues[i];
    }
    size++;
  }

  private void grow() {
    int capacity = times.length * 2;
    times = Arrays.copyOf(times, capacity);
    amplitudes = Arrays.copyOf(amplitudes, capacity);
    validities = Arrays.copyOf(validities, capacity);
    lines = Arrays.copyOf(lines, capacity);
    for (int i = 0; i < signals.length; i++) {
      signals[i] = Arrays.copyOf(signals[i], capacity);
    }
  }

  /** Marks the last sample as the device did. */
  void mark(VendorMark.Kind kind) {
    markKinds.add(kind);
    markSamples.add(size - 1);
  }

  void warn(Kind kind, String message) {
    warnings.add(new TraceWarning(kind, message));
  }

  int size() {
    return size;
  }

  /** Replaces the amplitudes, for formats that compute them once all samples are there. */
  void setAmplitudes(double[] computed) {
    System.arraycopy(computed, 0, amplitudes, 0, size);
  }

  /**
   * The recording.
   *
   * @param secondsPerUnit of the file's times; empty where the file doesn't say: then they are
   *     taken for milliseconds if their median step is larger than breathing can be sampled with
   * @throws TraceException if there are fewer than two usable samples, or no time passes
   */
  TraceRecording recording(
      OptionalDouble secondsPerUnit, BreathingTrace.Unit unit, BreathingTrace.Origin origin)
      throws TraceException {
    double[] rawS = Arrays.copyOf(times, size);
    double factor = secondsPerUnit.isPresent() ? secondsPerUnit.getAsDouble() : guessUnit(rawS);
    for (int i = 0; i < size; i++) {
      // Division by 1000 gives the nearest double to the decimal number; times 0.001 does not.
      rawS[i] = factor == 0.001 ? rawS[i] / 1000 : rawS[i] * factor;
    }
    double[] timesS =
        TimeRepair.repair(rawS, Arrays.copyOf(lines, size), warnings)
            .orElseThrow(() ->
                new TraceException(file, "expected at least two samples with increasing times"));
    double[] values = Arrays.copyOf(amplitudes, size);
    fillLost(values, timesS);
    warnLost();
    List<SignalColumn> columns = new ArrayList<>();
    for (int i = 0; i < signals.length; i++) {
      columns.add(new SignalColumn(signalNames.get(i), Arrays.copyOf(signals[i], size)));
    }
    List<VendorMark> marks = new ArrayList<>();
    for (int i = 0; i < markKinds.size(); i++) {
      marks.add(new VendorMark(timesS[markSamples.get(i)], markKinds.get(i)));
    }
    return new TraceRecording(
        timesS, values, Arrays.copyOf(validities, size), unit, origin, columns, marks, warnings);
  }

  private double guessUnit(double[] raw) {
    double step = TimeRepair.medianStep(raw);
    if (step > SLOWEST_STEP_S) {
      warn(
          Kind.ASSUMPTION,
          "the file does not name the unit of time: taken for milliseconds, as the samples are"
              + " %.4g apart".formatted(step));
      return 0.001;
    }
    return 1;
  }

  /** Amplitudes are never NaN: a lost one is drawn straight between its neighbours. */
  private void fillLost(double[] values, double[] timesS) throws TraceException {
    int last = -1;
    for (int i = 0; i < size; i++) {
      if (Double.isNaN(values[i])) {
        continue;
      }
      for (int k = last + 1; k < i; k++) {
        double share = last < 0 ? 1 : (timesS[k] - timesS[last]) / (timesS[i] - timesS[last]);
        double from = last < 0 ? values[i] : values[last];
        values[k] = from + share * (values[i] - from);
      }
      last = i;
    }
    if (last < 0) {
      throw new TraceException(file, "every sample is lost: there is no amplitude");
    }
    Arrays.fill(values, last + 1, size, values[last]);
  }

  private void warnLost() {
    long lost = Arrays.stream(validities, 0, size).filter(v -> v == Validity.LOST).count();
    if (lost > 0) {
      warn(Kind.LOST_SAMPLES, "%d of %d samples are lost".formatted(lost, size));
    }
  }
}
