package org.breathline.study.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.core.scan.ScanFinding;
import org.breathline.core.scan.clock.ClockVerdict;
import org.breathline.study.report.Block.Notice;
import org.breathline.study.report.Block.Severity;

/** The findings of every step in one form. */
public final class FindingNotices {

  private FindingNotices() {}

  /** A finding about the scan. */
  public static Notice of(ScanFinding finding) {
    Severity severity =
        switch (finding.severity()) {
          case REFUSE -> Severity.REFUSAL;
          case WARN -> Severity.WARNING;
          case INFORM -> Severity.NOTE;
        };
    return new Notice(severity, finding.message());
  }

  /** A warning about the trace; what was merely assumed or repaired is a note. */
  public static Notice of(TraceWarning warning) {
    Severity severity =
        switch (warning.kind()) {
          case POLARITY_UNSURE, BEAM_ON_UNSURE, GAP, LOST_SAMPLES, CLOCK_RESET, CUT_OFF ->
              Severity.WARNING;
          case REPEATED_TIME, BACKWARD_TIME, SPIKES, HEADER, ASSUMPTION -> Severity.NOTE;
        };
    return new Notice(severity, sentence("Trace: " + warning.message()));
  }

  /** What the images say about the trace's clock. */
  public static Notice of(ClockVerdict verdict) {
    Severity severity =
        switch (verdict) {
          case ClockVerdict.Agrees _, ClockVerdict.Tied _ -> Severity.NOTE;
          case ClockVerdict.Corrected _, ClockVerdict.TooLarge _, ClockVerdict.Unknown _ ->
              Severity.WARNING;
          case ClockVerdict.Refused _ -> Severity.REFUSAL;
        };
    return new Notice(severity, verdict.message());
  }

  /** The same notices, the gravest first, otherwise in their order. */
  public static List<Notice> sorted(List<Notice> notices) {
    List<Notice> sorted = new ArrayList<>(notices);
    sorted.sort(Comparator.comparing(Notice::severity).reversed());
    return sorted;
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
