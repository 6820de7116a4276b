package org.breathline.core.respiration.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.core.respiration.TraceWarning.Kind;

/**
 * Puts times in order without moving more of them than need be.
 *
 * <ol>
 *   <li>A clock set back for good (normal steps for a while before and after the jump) is undone:
 *       the rest follows on one median step later.
 *   <li>Of what remains, the longest run of strictly increasing times is kept as it is; a sample
 *       outside it (repeated, backward, or astray) is set evenly between its kept neighbours, by
 *       its number, and beyond the last at median steps.
 * </ol>
 */
final class TimeRepair {

  /** This many normal steps on both sides make a backward jump a clock that was set. */
  private static final int SETTLED_STEPS = 10;

  private static final double NORMAL_STEP = 5;

  /** A step this many times the usual one, and this long, is a stretch without samples. */
  private static final double GAP_STEPS = 4;

  private static final double GAP_S = 0.5;

  private TimeRepair() {}

  /**
   * The times in order; empty if fewer than two can be kept.
   *
   * @param rawS seconds; NaN where unreadable
   * @param lines the line of each, for warnings
   * @param warnings receives what was done
   */
  static Optional<double[]> repair(double[] rawS, int[] lines, List<TraceWarning> warnings) {
    double step = medianStep(rawS);
    if (!(step > 0)) {
      return Optional.empty();
    }
    double[] times = undoResets(rawS, step, lines, warnings);
    boolean[] kept = longestIncrease(times);
    int[] keptSamples = numbersOf(kept);
    if (keptSamples.length < 2) {
      return Optional.empty();
    }
    warnMoved(times, kept, lines, warnings);
    spreadOthers(times, keptSamples, step);
    return increases(times) ? report(times, step, warnings) : Optional.empty();
  }

  /** The median of the forward steps; NaN where there is none. */
  static double medianStep(double[] times) {
    double[] steps = new double[Math.max(0, times.length - 1)];
    int count = 0;
    for (int i = 1; i < times.length; i++) {
      double step = times[i] - times[i - 1];
      if (step > 0) {
        steps[count++] = step;
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    Arrays.sort(steps, 0, count);
    return steps[count / 2];
  }

  private static double[] undoResets(
      double[] rawS, double step, int[] lines, List<TraceWarning> warnings) {
    double[] times = rawS.clone();
    double shift = 0;
    for (int i = 1; i < rawS.length; i++) {
      if (rawS[i] < rawS[i - 1]
          && isSettled(rawS, i - SETTLED_STEPS, i - 1, step)
          && isSettled(rawS, i, i + SETTLED_STEPS, step)) {
        shift += rawS[i - 1] - rawS[i] + step;
        warnings.add(
            new TraceWarning(
                Kind.CLOCK_RESET,
                "line %d: the clock is set back by %.3f s; the rest was moved to follow on"
                    .formatted(lines[i], rawS[i - 1] - rawS[i])));
      }
      times[i] += shift;
    }
    return times;
  }

  private static boolean isSettled(double[] raw, int from, int to, double step) {
    if (from < 0 || to >= raw.length) {
      return false;
    }
    for (int i = from + 1; i <= to; i++) {
      double between = raw[i] - raw[i - 1];
      if (!(between >= 0 && between <= NORMAL_STEP * step)) {
        return false;
      }
    }
    return true;
  }

  /** Marks the longest strictly increasing run (patience sorting, n log n). */
  private static boolean[] longestIncrease(double[] times) {
    int[] tails = new int[times.length];
    int[] previous = new int[times.length];
    int length = 0;
    for (int i = 0; i < times.length; i++) {
      if (Double.isNaN(times[i])) {
        continue;
      }
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (times[tails[middle]] < times[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : tails[low - 1];
      // Of a run of equal times the first stands for the moment: later ones do not displace it.
      if (low == length || times[tails[low]] != times[i]) {
        tails[low] = i;
      }
      length = Math.max(length, low + 1);
    }
    boolean[] kept = new boolean[times.length];
    for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
      kept[i] = true;
    }
    return kept;
  }

  private static int[] numbersOf(boolean[] kept) {
    int[] numbers = new int[kept.length];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        numbers[count++] = i;
      }
    }
    return Arrays.copyOf(numbers, count);
  }

  private static void spreadOthers(double[] times, int[] kept, double step) {
    for (int i = kept[0] - 1; i >= 0; i--) {
      times[i] = times[i + 1] - step;
    }
    for (int k = 1; k < kept.length; k++) {
      int from = kept[k - 1];
      int to = kept[k];
      double each = (times[to] - times[from]) / (to - from);
      for (int i = from + 1; i < to; i++) {
        times[i] = times[from] + each * (i - from);
      }
    }
    for (int i = kept[kept.length - 1] + 1; i < times.length; i++) {
      times[i] = times[i - 1] + step;
    }
  }

  /** Spreading many samples over a vanishing time may exhaust what a double can tell apart. */
  private static boolean increases(double[] times) {
    for (int i = 1; i < times.length; i++) {
      if (!(times[i] > times[i - 1])) {
        return false;
      }
    }
    return true;
  }

  private static void warnMoved(
      double[] times, boolean[] kept, int[] lines, List<TraceWarning> warnings) {
    int repeated = 0;
    int astray = 0;
    int firstRepeated = 0;
    int firstAstray = 0;
    for (int i = 0; i < times.length; i++) {
      if (kept[i]) {
        continue;
      }
      if (i > 0 && times[i] == times[i - 1]) {
        firstRepeated = repeated++ == 0 ? lines[i] : firstRepeated;
      } else {
        firstAstray = astray++ == 0 ? lines[i] : firstAstray;
      }
    }
    if (repeated > 0) {
      warnings.add(
          new TraceWarning(
              Kind.REPEATED_TIME,
              "%d samples repeat the time before them (first on line %d); they were spread evenly"
                  .formatted(repeated, firstRepeated)));
    }
    if (astray > 0) {
      warnings.add(
          new TraceWarning(
              Kind.BACKWARD_TIME,
              "%d samples have a time out of order (first on line %d); they were set between"
                      .formatted(astray, firstAstray)
                  + " their neighbours"));
    }
  }

  private static Optional<double[]> report(
      double[] times, double step, List<TraceWarning> warnings) {
    int gaps = 0;
    double longest = 0;
    for (int i = 1; i < times.length; i++) {
      double between = times[i] - times[i - 1];
      if (between > Math.max(GAP_S, GAP_STEPS * step)) {
        gaps++;
        longest = Math.max(longest, between);
      }
    }
    if (gaps > 0) {
      warnings.add(
          new TraceWarning(
              Kind.GAP,
              "%d stretches without samples, the longest %.2f s".formatted(gaps, longest)));
    }
    return Optional.of(times);
  }
}
