package org.breathline.core.scan.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.TimedScan;

/**
 * The clocks as the beam-on edges of the trace put them.
 *
 * <p>The beam goes on half a rotation before the first mid-acquisition time of a couch position and
 * off half a rotation after the last one. Where the trace has one beam-on interval a couch
 * position, all their first edges are fitted by a line; where its beam-on as a whole lasts as long
 * as the scan, to 2 %, the first and the last edge are; otherwise the first edge alone, which can
 * show no drift.
 *
 * @param correction the clocks by the edges
 * @param edges how many edges went into it
 * @param residualS root mean square distance of the edges from the line, seconds; 0 for two or less
 */
public record BeamEdges(ClockCorrection correction, int edges, double residualS) {

  /** Two clocks in computers run apart by far less than this share. */
  private static final double LARGEST_DRIFT = 0.02;

  /**
   * Compares the edges.
   *
   * @return empty where the beam was never on
   */
  public static Optional<BeamEdges> of(TimedScan scan, BeamIntervals beamOn) {
    if (beamOn.isEmpty()) {
      return Optional.empty();
    }
    List<TimeInterval> expected = expected(scan);
    List<TimeInterval> seen = beamOn.intervals();
    List<double[]> pairs = new ArrayList<>();
    if (seen.size() == expected.size() && seen.size() > 1) {
      for (int i = 0; i < seen.size(); i++) {
        pairs.add(new double[] {expected.get(i).startS(), seen.get(i).startS()});
      }
    } else {
      TimeInterval scanSpan = scan.beamSpan();
      TimeInterval seenSpan = beamOn.span().orElseThrow();
      pairs.add(new double[] {scanSpan.startS(), seenSpan.startS()});
      if (Math.abs(seenSpan.durationS() - scanSpan.durationS())
          <= LARGEST_DRIFT * scanSpan.durationS()) {
        pairs.add(new double[] {scanSpan.endS(), seenSpan.endS()});
      }
    }
    return Optional.of(fit(pairs));
  }

  /** When the beam should have been on at each couch position, on the scanner's clock. */
  private static List<TimeInterval> expected(TimedScan scan) {
    double half = scan.rotationS() / 2;
    return scan.couchPositions().stream()
        .map(CouchPosition::acquisitions)
        .map(a -> new TimeInterval(a.getFirst().midTimeS() - half, a.getLast().midTimeS() + half))
        .sorted(Comparator.comparingDouble(TimeInterval::startS))
        .toList();
  }

  /** Pairs of scan time and trace time. */
  private static BeamEdges fit(List<double[]> pairs) {
    double meanScan = pairs.stream().mapToDouble(p -> p[0]).average().orElseThrow();
    double meanTrace = pairs.stream().mapToDouble(p -> p[1]).average().orElseThrow();
    double above = 0;
    double below = 0;
    for (double[] pair : pairs) {
      above += (pair[0] - meanScan) * (pair[1] - meanTrace);
      below += (pair[0] - meanScan) * (pair[0] - meanScan);
    }
    double rate = below > 0 ? above / below : 1;
    if (!(Math.abs(rate - 1) <= LARGEST_DRIFT)) {
      rate = 1; // the edges are not those of this scan; the checks say so
    }
    ClockCorrection correction = new ClockCorrection(meanScan, meanTrace - meanScan, rate);
    double squares = 0;
    for (double[] pair : pairs) {
      squares += Math.pow(pair[1] - correction.toTraceS(pair[0]), 2);
    }
    double residualS = pairs.size() > 2 ? Math.sqrt(squares / (pairs.size() - 2)) : 0;
    return new BeamEdges(correction, pairs.size(), residualS);
  }
}
