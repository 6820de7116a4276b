package org.breathline.core.scan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Looks for acquisitions that should be there. */
final class MissingTimes {

  /** From how many intervals on the usual one is known. */
  private static final int ENOUGH_INTERVALS = 4;

  private MissingTimes() {}

  static void check(List<CouchPosition> couchPositions, List<ScanFinding> findings) {
    int[] counts =
        couchPositions.stream().mapToInt(c -> c.acquisitions().size()).sorted().toArray();
    int usual = counts[counts.length / 2];
    // Cine slabs may well be scanned for different times; sweeps pass every position equally often.
    boolean sweeps =
        couchPositions.size() > 1
            && couchPositions.stream().allMatch(c -> c.slicesPerAcquisition() == 1)
            && Arrays.stream(counts).filter(c -> c == usual).count() * 10 >= counts.length * 9L;
    for (CouchPosition couchPosition : couchPositions) {
      int times = couchPosition.acquisitions().size();
      if (sweeps && times < usual) {
        findings.add(new ScanFinding.MissingSweep(couchPosition.positionMm(0), times, usual));
      }
      checkIntervals(couchPosition, findings);
    }
  }

  private static void checkIntervals(CouchPosition couchPosition, List<ScanFinding> findings) {
    double[] times =
        couchPosition.acquisitions().stream()
            .mapToDouble(CouchPosition.Acquisition::midTimeS)
            .toArray();
    double[] intervals =
        IntStream.range(1, times.length).mapToDouble(i -> times[i] - times[i - 1]).toArray();
    if (intervals.length < ENOUGH_INTERVALS) {
      return;
    }
    double[] sorted = intervals.clone();
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    for (int i = 0; i < intervals.length; i++) {
      if (intervals[i] > 1.5 * median) {
        findings.add(
            new ScanFinding.MissingAcquisition(
                couchPosition.positionMm(0), times[i], times[i + 1], median));
      }
    }
  }
}
