package org.breathline.core.scan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The spacing of slice positions. */
final class SliceSpacing {

  private SliceSpacing() {}

  /**
   * The median spacing in millimetres; adds a finding where two neighbours are further apart or
   * nearer together. A single position has a spacing of 1 mm.
   */
  static double check(List<PositionTimes> positions, List<ScanFinding> findings) {
    if (positions.size() < 2) {
      return 1;
    }
    double[] spacings =
        IntStream.range(1, positions.size())
            .mapToDouble(i -> positions.get(i).positionMm() - positions.get(i - 1).positionMm())
            .toArray();
    double[] sorted = spacings.clone();
    Arrays.sort(sorted);
    double median = sorted[(sorted.length - 1) / 2];
    double even = 0;
    int evenCount = 0;
    for (int i = 0; i < spacings.length; i++) {
      double belowMm = positions.get(i).positionMm();
      double aboveMm = positions.get(i + 1).positionMm();
      if (spacings[i] > 1.5 * median) {
        findings.add(new ScanFinding.MissingPosition(belowMm, aboveMm, median));
      } else if (Math.abs(spacings[i] - median) > ScanAssembler.UNEVEN * median) {
        findings.add(new ScanFinding.UnevenSpacing(belowMm, aboveMm, median));
      } else {
        even += spacings[i];
        evenCount++;
      }
    }
    return even / evenCount; // the median itself is even, so there is at least one
  }
}
