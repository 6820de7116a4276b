package org.breathline.core.respiration.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;

/**
 * Tells which way is inhalation. Breathing at rest dwells near the end of exhalation, returns to
 * much the same level there (the functional residual capacity) while breaths differ in depth, and
 * breathes in faster than out (Lujan et al., Med Phys 26, 1999; Seppenwoolde et al., IJROBP 53,
 * 2002). None of these holds for every patient, so each is a weighted hint. The device's own marks
 * are a hint too: they are often misplaced, but mostly on the right side.
 */
final class PolarityDetector {

  private static final double DWELL_WEIGHT = 5;
  private static final double LEVEL_WEIGHT = 1.5;
  private static final double SPEED_WEIGHT = 3;
  private static final double MARK_WEIGHT = 1.5;
  private static final int FEWEST_BREATHS = 2;

  /** Fewer breaths than this speak with less weight, each with its share. */
  private static final int ENOUGH_BREATHS = 6;

  private PolarityDetector() {}

  /**
   * Looks at breaths found as if the amplitude grew with inhalation.
   *
   * @param cycles of the recording as it stands in its file
   * @param marks the device's marks
   */
  static PolarityFinding find(BreathingCycles cycles, List<VendorMark> marks) {
    if (cycles.breaths().size() < FEWEST_BREATHS) {
      return new PolarityFinding(
          false, 0.5, List.of("fewer than 2 breaths: nothing says which way is inhalation"));
    }
    List<String> evidence = new ArrayList<>();
    double dwell = dwell(cycles);
    double level = level(cycles);
    double speed = speed(cycles);
    double vote = DWELL_WEIGHT * dwell + LEVEL_WEIGHT * level + SPEED_WEIGHT * speed;
    evidence.add(
        say(dwell, "it dwells at the %s third (%.0f %% more time)", "lower", "upper", dwell));
    evidence.add(say(level, "the %s turns vary less (by %.0f %%)", "lower", "upper", level));
    evidence.add(say(speed, "it %s faster (by %.0f %% of the breath)", "rises", "falls", speed));
    double mark = mark(cycles, marks);
    if (!Double.isNaN(mark)) {
      vote += MARK_WEIGHT * mark;
      evidence.add(
          say(
              mark,
              "the device's phase 0 lies %s its phase pi (by %.0f %% of the amplitude)",
              "above",
              "below",
              mark));
    }
    vote *= Math.min(1, (double) cycles.breaths().size() / ENOUGH_BREATHS);
    return new PolarityFinding(vote < 0, 1 / (1 + Math.exp(-Math.abs(vote))), evidence);
  }

  private static String say(double value, String text, String up, String down, double share) {
    return text.formatted(value >= 0 ? up : down, 100 * Math.abs(share))
        + (value >= 0 ? ": inhalation is up" : ": inhalation is down");
  }

  /** Time in the lower third of each breath's range less that in the upper third, -1 to 1. */
  private static double dwell(BreathingCycles cycles) {
    BreathingTrace trace = cycles.trace();
    double low = 0;
    double high = 0;
    for (int i = 1; i < trace.size(); i++) {
      int number = cycles.breathAt(trace.timeS(i));
      if (number < 0) {
        continue;
      }
      Breath breath = cycles.breaths().get(number);
      double bottom = trace.amplitudeAt(breath.exhaleS());
      double top = Math.min(trace.amplitudeAt(breath.startS()), trace.amplitudeAt(breath.endS()));
      double place = (trace.amplitude(i) - bottom) / (top - bottom);
      double stepS = trace.timeS(i) - trace.timeS(i - 1);
      if (place < 1.0 / 3) {
        low += stepS;
      } else if (place > 2.0 / 3) {
        high += stepS;
      }
    }
    return low + high > 0 ? (low - high) / (low + high) : 0;
  }

  /** How much less the lower turns vary from one to the next than the upper ones, -1 to 1. */
  private static double level(BreathingCycles cycles) {
    List<Breath> breaths = cycles.breaths();
    double[] lower = new double[breaths.size() - 1];
    double[] upper = new double[breaths.size() - 1];
    for (int i = 1; i < breaths.size(); i++) {
      lower[i - 1] = change(cycles, breaths.get(i - 1).exhaleS(), breaths.get(i).exhaleS());
      upper[i - 1] = change(cycles, breaths.get(i - 1).startS(), breaths.get(i).startS());
    }
    double low = median(lower);
    double high = median(upper);
    return low + high > 0 ? (high - low) / (high + low) : 0;
  }

  private static double change(BreathingCycles cycles, double fromS, double toS) {
    return Math.abs(cycles.amplitudeAt(toS) - cycles.amplitudeAt(fromS));
  }

  /** The share of a breath by which falling takes longer than rising, -1 to 1. */
  private static double speed(BreathingCycles cycles) {
    double[] inhale = cycles.breaths().stream().mapToDouble(Breath::inhaleFraction).toArray();
    return 1 - 2 * median(inhale);
  }

  /** How far phase 0 lies above phase pi, in breath amplitudes, -1 to 1; NaN without marks. */
  private static double mark(BreathingCycles cycles, List<VendorMark> marks) {
    double zero = meanPlace(cycles, marks, VendorMark.Kind.PHASE_ZERO);
    double pi = meanPlace(cycles, marks, VendorMark.Kind.PHASE_PI);
    return Math.clamp(zero - pi, -1.0, 1.0);
  }

  private static double meanPlace(
      BreathingCycles cycles, List<VendorMark> marks, VendorMark.Kind kind) {
    return marks.stream()
        .filter(m -> m.kind() == kind)
        .mapToDouble(m -> cycles.localAmplitudeAt(m.timeS()))
        .filter(place -> !Double.isNaN(place))
        .average()
        .orElse(Double.NaN);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
