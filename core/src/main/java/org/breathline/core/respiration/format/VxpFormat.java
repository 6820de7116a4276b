package org.breathline.core.respiration.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.TraceWarning.Kind;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.core.respiration.recording.VendorMark;

/**
 * Varian's .vxp of the RPM system and its successors: a header of {@code Key=value} lines, then
 * rows in the order of {@code Data_layout}.
 *
 * <p>Amplitude x {@code Scale_factor} is millimetres. Timestamps are milliseconds from an arbitrary
 * start, jittered; they are trusted, not the sample count. {@code validflag} is 0 for valid, -1 for
 * a lost marker, -2 for breathing that is not periodic. The CRC is not checked: files are edited by
 * their users, and nothing depends on it.
 */
final class VxpFormat implements TraceFormat {

  static final String HEADER = "[Header]";
  static final String DATA = "[Data]";
  static final String DEFAULT_LAYOUT = "amplitude,phase,timestamp,validflag,ttlin,mark,ttlout";
  static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM-dd-uuuu", Locale.ROOT);
  private static final double DEFAULT_SCALE = 10;
  private static final int MAX_HEADER_LINES = 1000;

  /** A difference up to this between the header's duration and the samples' is rounding. */
  private static final double DURATION_TOLERANCE_S = 1;

  @Override
  public String name() {
    return "Varian .vxp";
  }

  @Override
  public boolean recognises(List<String> head) {
    return head.stream().anyMatch(l -> l.equalsIgnoreCase(HEADER) || l.equalsIgnoreCase(DATA));
  }

  @Override
  public TraceRecording read(TextLines lines) throws TraceException {
    Map<String, String> header = readHeader(lines);
    Layout layout = Layout.of(header.getOrDefault("data_layout", DEFAULT_LAYOUT), lines);
    Samples samples = new Samples(lines.file(), layout.signalNames());
    double scale = scale(header, samples);
    while (lines.next()) {
      if (!lines.line().isBlank() && !readRow(lines, layout, scale, samples)) {
        samples.warn(Kind.CUT_OFF, "the last line is cut off and was left out");
      }
    }
    TraceRecording recording =
        samples.recording(
            OptionalDouble.of(0.001), BreathingTrace.Unit.MILLIMETRE, origin(header, samples));
    return checkDuration(header, recording);
  }

  private static Map<String, String> readHeader(TextLines lines) throws TraceException {
    Map<String, String> header = new HashMap<>();
    for (int count = 0; count < MAX_HEADER_LINES && lines.next(); count++) {
      String line = lines.line().strip();
      if (line.equalsIgnoreCase(DATA)) {
        return header;
      }
      int equals = line.indexOf('=');
      if (equals > 0) {
        header.putIfAbsent(
            line.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            line.substring(equals + 1).strip());
      }
    }
    throw lines.wrong("expected " + DATA + " after the header of a .vxp file");
  }

  private static double scale(Map<String, String> header, Samples samples) {
    try {
      double scale = Double.parseDouble(header.getOrDefault("scale_factor", ""));
      if (scale > 0 && scale < 1e6) {
        return scale;
      }
    } catch (NumberFormatException e) {
      // The warning below says it.
    }
    samples.warn(
        Kind.HEADER, "Scale_factor is missing or no positive number: taken as " + DEFAULT_SCALE);
    return DEFAULT_SCALE;
  }

  private static BreathingTrace.Origin origin(Map<String, String> header, Samples samples) {
    Optional<LocalDate> date = Optional.empty();
    String written = header.getOrDefault("date", "");
    if (!written.isEmpty()) {
      try {
        date = Optional.of(LocalDate.parse(written, DATE));
      } catch (DateTimeException e) {
        samples.warn(Kind.HEADER, "Date is not of the form MM-DD-YYYY: left out");
      }
    }
    String version = header.getOrDefault("version", "");
    boolean plain = version.matches("[0-9.]{1,8}");
    return new BreathingTrace.Origin(
        Optional.ofNullable(header.get("patient_id")).filter(id -> !id.isEmpty()),
        date,
        plain ? "Varian .vxp " + version : "Varian .vxp");
  }

  /** False where the last line was cut off. */
  private static boolean readRow(TextLines lines, Layout layout, double scale, Samples samples)
      throws TraceException {
    List<String> fields;
    double[] signals = new double[layout.signals().size()];
    double time;
    double amplitude;
    Validity validity;
    try {
      fields = FieldParser.row(lines, ',', layout.columns());
      time = number(lines, fields, layout.timestamp(), "timestamp");
      amplitude = number(lines, fields, layout.amplitude(), "amplitude") * scale;
      validity =
          layout.valid() < 0
              ? Validity.VALID
              : validity(number(lines, fields, layout.valid(), "validflag"));
      for (int i = 0; i < signals.length; i++) {
        Signal signal = layout.signals().get(i);
        signals[i] = number(lines, fields, signal.column(), signal.name());
      }
    } catch (TraceException e) {
      if (lines.isUnfinished()) {
        return false;
      }
      throw e;
    }
    samples.add(lines.number(), time, amplitude, validity, signals);
    switch (layout.mark() < 0 ? "" : fields.get(layout.mark())) {
      case "Z" -> samples.mark(VendorMark.Kind.PHASE_ZERO);
      case "P" -> samples.mark(VendorMark.Kind.PHASE_PI);
      default -> {}
    }
    return true;
  }

  private static double number(TextLines lines, List<String> fields, int column, String name)
      throws TraceException {
    return FieldParser.number(lines, fields.get(column), name, false);
  }

  /** Varian's codes; one it doesn't document is taken for the milder fault. */
  static Validity validity(double code) {
    if (code == 0) {
      return Validity.VALID;
    }
    return code == -1 || Double.isNaN(code) ? Validity.LOST : Validity.APERIODIC;
  }

  private static TraceRecording checkDuration(
      Map<String, String> header, TraceRecording recording) {
    double written;
    try {
      written = Double.parseDouble(header.getOrDefault("total_study_time", "NaN"));
    } catch (NumberFormatException e) {
      return recording;
    }
    double[] timesS = recording.timesS();
    double seen = timesS[timesS.length - 1] - timesS[0];
    return Math.abs(written - seen) > DURATION_TOLERANCE_S
        ? recording.with(
            Kind.HEADER,
            "the header says %.1f s of recording, the samples last %.1f s: the file may be cut off"
                .formatted(written, seen))
        : recording;
  }

  private record Signal(String name, int column) {}

  /** Where the columns are; -1 for one that isn't there. */
  private record Layout(
      int columns, int amplitude, int timestamp, int valid, int mark, List<Signal> signals) {

    private static Layout of(String written, TextLines lines) throws TraceException {
      List<String> names = FieldParser.split(written.toLowerCase(Locale.ROOT), ',');
      int amplitude = names.indexOf("amplitude");
      int timestamp = names.indexOf("timestamp");
      if (amplitude < 0 || timestamp < 0) {
        throw lines.wrong("expected amplitude and timestamp in the Data_layout above");
      }
      List<Signal> signals = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i).startsWith("ttl")) {
          signals.add(new Signal(names.get(i), i));
        }
      }
      return new Layout(
          names.size(),
          amplitude,
          timestamp,
          names.indexOf("validflag"),
          names.indexOf("mark"),
          signals);
    }

    private List<String> signalNames() {
      return signals.stream().map(Signal::name).toList();
    }
  }
}
