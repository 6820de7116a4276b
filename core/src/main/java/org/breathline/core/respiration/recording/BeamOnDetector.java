package org.breathline.core.respiration.recording;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.breathline.core.respiration.BeamIntervals;

/**
 * Ranks what may say that the beam was on. Sites wire their scanners differently: one line or the
 * other, active high or active low. A recording is started before the scan and stopped after it, so
 * the value at both its ends means "off".
 */
final class BeamOnDetector {

  private BeamOnDetector() {}

  /** Every signal that changes, read both ways, the most likely first; empty where none changes. */
  static List<BeamOnFinding> rank(TraceRecording recording) {
    double[] timesS = recording.timesS();
    List<BeamOnFinding> findings = new ArrayList<>();
    for (SignalColumn signal : recording.signals()) {
      double[] levels = signal.levels();
      if (levels.length < 2) {
        continue;
      }
      for (double level : levels) {
        BeamOnRule rule = new BeamOnRule(signal.name(), level);
        findings.add(judge(rule, rule.samples(signal), timesS));
      }
    }
    findings.sort(
        Comparator.comparing((BeamOnFinding f) -> !f.sure())
            .thenComparingInt(f -> nameRank(f.rule().column()))
            .thenComparingInt(f -> f.rule().value() == usual(f.rule().column()) ? 0 : 1)
            .thenComparingDouble(f -> f.rule().value()));
    return List.copyOf(findings);
  }

  private static BeamOnFinding judge(BeamOnRule rule, BitSet on, double[] timesS) {
    boolean first = on.get(0);
    boolean last = on.get(timesS.length - 1);
    String reason;
    if (first && last) {
      reason = "it has this value at both ends of the recording, where no scan runs";
    } else if (first || last) {
      reason = "the recording starts or ends with this value: it may be on or off";
    } else {
      reason = "it has this value only within the recording, as a scan has";
    }
    return new BeamOnFinding(rule, BeamIntervals.of(timesS, on), !first && !last, reason);
  }

  /** A column that is called the beam comes before a TTL line; input before output. */
  private static int nameRank(String column) {
    if (!column.startsWith("ttl")) {
      return 0;
    }
    return column.equals("ttlin") ? 1 : 2;
  }

  /** For want of evidence: Varian's input is pulled low by the scanner, all others go high. */
  private static double usual(String column) {
    return column.equals("ttlin") ? 0 : 1;
  }
}
