package org.breathline.core.respiration.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Unit;
import org.breathline.core.respiration.BreathingTrace.Validity;

/**
 * Writes Varian .vxp 1.6. Amplitudes grow with inhalation, to 0.00001 mm; times are rounded to
 * milliseconds. The beam is {@code ttlin=0}, as Varian's recorders have it; {@code Z} and {@code P}
 * mark the samples nearest to the ends of inhalation and exhalation, and the phase runs linearly in
 * time between ends of inhalation (0 where there is no breath). The CRC is written as 0: its
 * definition is not public.
 */
public final class VxpWriter {

  private static final double SCALE_FACTOR = 10;

  private VxpWriter() {}

  /**
   * Writes a trace and its breaths.
   *
   * @param target replaced if it is there; nothing is left behind if writing fails
   * @throws IllegalArgumentException if amplitudes are no lengths, or two samples fall on the same
   *     millisecond
   */
  public static void write(BreathingCycles cycles, Path target) throws IOException {
    BreathingTrace trace = cycles.trace();
    if (trace.unit() != Unit.MILLIMETRE) {
      throw new IllegalArgumentException(
          "a .vxp file holds millimetres; this trace's amplitude has no length scale");
    }
    StringBuilder text = new StringBuilder(64 * trace.size());
    header(trace, text);
    char[] marks = marks(cycles);
    BitSet beamOn = trace.beamOn().orElseGet(BitSet::new);
    long last = Long.MIN_VALUE;
    for (int i = 0; i < trace.size(); i++) {
      long millisecond = Math.round(1000 * trace.timeS(i));
      if (millisecond <= last) {
        throw new IllegalArgumentException(
            "samples %d and %d fall on the same millisecond".formatted(i - 1, i));
      }
      last = millisecond;
      double phase = cycles.phasePercentAt(trace.timeS(i)) / 100 * 2 * Math.PI;
      text.append(decimals(trace.amplitude(i) / SCALE_FACTOR, 6))
          .append(',')
          .append(decimals(Double.isNaN(phase) ? 0 : phase, 4))
          .append(',')
          .append(millisecond)
          .append(',')
          .append(flag(trace.validity(i)))
          .append(beamOn.get(i) ? ",0," : ",1,");
      if (marks[i] != 0) {
        text.append(marks[i]);
      }
      text.append(",0\r\n");
    }
    WholeFile.write(target, text);
  }

  private static void header(BreathingTrace trace, StringBuilder text) {
    double durationS = trace.endS() - trace.startS();
    double rate = durationS > 0 ? (trace.size() - 1) / durationS : 0;
    List<String> lines =
        List.of(
            VxpFormat.HEADER,
            "CRC=0",
            "Version=1.6",
            "Data_layout=" + VxpFormat.DEFAULT_LAYOUT,
            "Patient_ID=" + trace.origin().patientId().map(VxpWriter::oneLine).orElse(""),
            "Date=" + trace.origin().date().map(VxpFormat.DATE::format).orElse(""),
            "Total_study_time=" + decimals(durationS, 3),
            "Samples_per_second=" + Math.round(rate),
            "Scale_factor=" + decimals(SCALE_FACTOR, 1),
            VxpFormat.DATA);
    lines.forEach(line -> text.append(line).append("\r\n"));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static char[] marks(BreathingCycles cycles) {
    BreathingTrace trace = cycles.trace();
    char[] marks = new char[trace.size()];
    for (Breath breath : cycles.breaths()) {
      marks[nearest(trace, breath.startS())] = 'Z';
      marks[nearest(trace, breath.exhaleS())] = 'P';
      marks[nearest(trace, breath.endS())] = 'Z';
    }
    return marks;
  }

  private static int nearest(BreathingTrace trace, double timeS) {
    int before = Math.max(0, trace.sampleBefore(timeS));
    boolean next =
        before + 1 < trace.size() && trace.timeS(before + 1) - timeS < timeS - trace.timeS(before);
    return next ? before + 1 : before;
  }

  private static int flag(Validity validity) {
    return switch (validity) {
      case VALID -> 0;
      case APERIODIC -> -2;
      case LOST -> -1;
    };
  }

  private static String decimals(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
