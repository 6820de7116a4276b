package org.breathline.core.respiration.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.TraceWarning.Kind;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.core.respiration.recording.VendorMark;

/**
 * Delimited text with named columns: a time, an amplitude, and if there whether a sample is valid
 * and signals that may be the beam. Headings may carry units ({@code time_ms}, {@code Time [s]},
 * {@code amplitude (mm)}); lines that start with {@code #} are comments.
 *
 * <p>A column {@code valid} is 1 or true for valid samples; {@code validflag} has Varian's codes.
 */
final class NamedColumnFormat implements TraceFormat {

  private static final List<String> AMPLITUDE =
      List.of(
          "amplitude",
          "amp",
          "respiration",
          "respiratory",
          "resp",
          "breathing",
          "displacement",
          "position",
          "motion",
          "signal",
          "volume",
          "impedance",
          "pressure",
          "value");

  private static final List<String> VALID = List.of("validflag", "valid", "isvalid", "validity");
  private static final List<String> MARK = List.of("mark");
  private static final Set<String> TRUE = Set.of("true", "yes", "valid", "on");
  private static final Set<String> FALSE = Set.of("false", "no", "invalid", "lost", "off");

  @Override
  public String name() {
    return "text with named columns (time, amplitude)";
  }

  @Override
  public boolean recognises(List<String> head) {
    return columns(head).isPresent();
  }

  private static Optional<NamedColumns> columns(List<String> head) {
    return NamedColumns.find(
        head, c -> c.time() >= 0 && c.firstOf(AMPLITUDE) >= 0 && c.firstOf(AMPLITUDE) != c.time());
  }

  @Override
  public TraceRecording read(TextLines lines) throws TraceException {
    NamedColumns columns =
        columns(lines.head())
            .orElseThrow(
                () -> new TraceException(lines.file(), "expected columns time and amplitude"));
    columns.skipTo(lines);
    Roles roles = Roles.of(columns);
    Samples samples =
        new Samples(
            lines.file(),
            roles.signals().stream().map(i -> columns.names().get(i).heading()).toList());
    double scale = columns.names().get(roles.amplitude()).unit().equals("cm") ? 10 : 1;
    while (lines.next()) {
      if (lines.line().isBlank() || lines.line().startsWith("#")) {
        continue;
      }
      if (!readRow(lines, columns, roles, scale, samples)) {
        samples.warn(Kind.CUT_OFF, "the last line is cut off and was left out");
      }
    }
    return samples.recording(
        columns.secondsPerUnit(),
        isLength(columns.names().get(roles.amplitude()).unit())
            ? BreathingTrace.Unit.MILLIMETRE
            : BreathingTrace.Unit.ARBITRARY,
        new BreathingTrace.Origin(Optional.empty(), Optional.empty(), "text with named columns"));
  }

  private static boolean isLength(String unit) {
    return unit.equals("mm") || unit.equals("cm");
  }

  /** False where the last line was cut off. */
  private static boolean readRow(
      TextLines lines, NamedColumns columns, Roles roles, double scale, Samples samples)
      throws TraceException {
    List<String> fields;
    double time;
    double amplitude;
    Validity validity;
    double[] signals = new double[roles.signals().size()];
    try {
      fields = columns.row(lines);
      time = columns.number(lines, fields, columns.time());
      amplitude = columns.number(lines, fields, roles.amplitude()) * scale;
      validity = validity(lines, columns, roles, fields);
      for (int i = 0; i < signals.length; i++) {
        signals[i] = level(fields.get(roles.signals().get(i)));
      }
    } catch (TraceException e) {
      if (lines.isUnfinished()) {
        return false;
      }
      throw e;
    }
    samples.add(lines.number(), time, amplitude, validity, signals);
    switch (roles.mark() < 0 ? "" : fields.get(roles.mark())) {
      case "Z" -> samples.mark(VendorMark.Kind.PHASE_ZERO);
      case "P" -> samples.mark(VendorMark.Kind.PHASE_PI);
      default -> {}
    }
    return true;
  }

  private static Validity validity(
      TextLines lines, NamedColumns columns, Roles roles, List<String> fields)
      throws TraceException {
    if (roles.valid() < 0) {
      return Validity.VALID;
    }
    double level = level(fields.get(roles.valid()));
    if (Double.isNaN(level)) {
      throw lines.wrong(
          "expected 1, 0, true or false in column '%s'"
              .formatted(columns.names().get(roles.valid()).name()));
    }
    if (roles.varianFlags() || level < 0) {
      return VxpFormat.validity(level);
    }
    return level != 0 ? Validity.VALID : Validity.LOST;
  }

  /** The level of a switch: a number, or true and false in words; NaN for anything else. */
  private static double level(String field) {
    String word = field.toLowerCase(Locale.ROOT);
    if (TRUE.contains(word)) {
      return 1;
    }
    if (FALSE.contains(word)) {
      return 0;
    }
    try {
      double level = Double.parseDouble(word);
      return Double.isFinite(level) ? level : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Which column is what; -1 for one that isn't there. */
  private record Roles(
      int amplitude, int valid, boolean varianFlags, int mark, List<Integer> signals) {

    private static Roles of(NamedColumns columns) {
      int amplitude = columns.firstOf(AMPLITUDE);
      int valid = columns.firstOf(VALID);
      int mark = columns.firstOf(MARK);
      List<Integer> signals = new ArrayList<>();
      for (int i = 0; i < columns.names().size(); i++) {
        String name = columns.names().get(i).name();
        boolean mayBeBeam =
            name.startsWith("ttl") || name.contains("beam") || name.contains("xray");
        if (mayBeBeam && i != amplitude && i != valid) {
          signals.add(i);
        }
      }
      return new Roles(
          amplitude,
          valid,
          valid >= 0 && columns.names().get(valid).name().equals("validflag"),
          mark,
          signals);
    }
  }
}
