package org.breathline.core.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All slices of one slice position.
 *
 * @param positionMm the lowest position among them
 * @param slices in the order of time
 */
record PositionTimes(double positionMm, List<TimedSlice> slices) {

  /** Slices by position, increasing. */
  static List<PositionTimes> of(Stream<TimedSlice> slices) {
    List<TimedSlice> sorted =
        slices
            .sorted(
                Comparator.comparingDouble(TimedSlice::positionMm)
                    .thenComparingInt(TimedSlice::image))
            .toList();
    List<PositionTimes> positions = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= sorted.size(); next++) {
      if (next == sorted.size()
          || sorted.get(next).positionMm() - sorted.get(first).positionMm()
              > ScanAssembler.SAME_POSITION_MM) {
        positions.add(
            new PositionTimes(
                sorted.get(first).positionMm(),
                sorted.subList(first, next).stream()
                    .sorted(Comparator.comparingDouble(TimedSlice::midTimeS))
                    .toList()));
        first = next;
      }
    }
    return positions;
  }

  /** Slices by time, increasing. */
  static List<List<TimedSlice>> byTime(List<TimedSlice> slices) {
    List<TimedSlice> sorted =
        slices.stream().sorted(Comparator.comparingDouble(TimedSlice::midTimeS)).toList();
    List<List<TimedSlice>> times = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= sorted.size(); next++) {
      if (next == sorted.size()
          || sorted.get(next).midTimeS() - sorted.get(next - 1).midTimeS()
              > ScanAssembler.SAME_TIME_S) {
        times.add(sorted.subList(first, next));
        first = next;
      }
    }
    return times;
  }

  /** Whether a slice lies at this position. */
  boolean holds(TimedSlice slice) {
    double aboveMm = slice.positionMm() - positionMm;
    return aboveMm >= 0 && aboveMm <= ScanAssembler.SAME_POSITION_MM;
  }

  /**
   * Whether at least half of the times here are also times there: a missing or doubled slice does
   * not take a slab apart.
   */
  boolean sharesTimesWith(PositionTimes other) {
    int shared = 0;
    int there = 0;
    for (TimedSlice slice : slices) {
      while (there < other.slices.size()
          && other.slices.get(there).midTimeS() < slice.midTimeS() - ScanAssembler.SAME_TIME_S) {
        there++;
      }
      if (there < other.slices.size()
          && other.slices.get(there).midTimeS() <= slice.midTimeS() + ScanAssembler.SAME_TIME_S) {
        shared++;
      }
    }
    return 2 * shared >= Math.min(slices.size(), other.slices.size());
  }
}
