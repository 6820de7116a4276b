package org.breathline.core.scan.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.CouchPosition.Acquisition;
import org.breathline.core.scan.ScanFeatures;

/**
 * Estimates clock offset and drift from the images: at every couch position the air content of the
 * slab and the area of the body are correlated with the trace.
 *
 * <p>First the offset and drift are searched that explain all couch positions together best; a
 * couch position shows about one breath, which alone could be matched to any. Then every couch
 * position finds its own shift near that line, with an uncertainty from the width of its
 * likelihood, and a robust line is fitted through them.
 */
final class ImageClock {

  static final double STEP_S = 0.02;

  /** The largest drift that is searched for, each way. */
  static final double LARGEST_DRIFT = 0.02;

  /** How far from the common line a couch position may put its own shift, seconds. */
  static final double LOCAL_S = 1;

  /**
   * A couch position whose best signal correlates less than this with the trace shows no breath.
   */
  static final double FEWEST_CORRELATION = 0.6;

  private final List<CouchPosition> couchPositions;
  private final double[] midTimesS;
  private final double meanTimeS;
  private final double lowS;
  private final int steps;
  private final double[][] table;
  private final List<ShiftLikelihood> likelihoods = new ArrayList<>();
  private final RotationMean trace;
  private final ClockCorrection start;

  private ImageClock(
      ScanFeatures features,
      BreathingTrace trace,
      ClockCorrection start,
      double fromS,
      double toS) {
    this.couchPositions = features.scan().couchPositions();
    this.start = start;
    this.trace = new RotationMean(trace, features.scan().rotationS());
    this.midTimesS =
        couchPositions.stream()
            .map(CouchPosition::acquisitions)
            .mapToDouble(a -> (a.getFirst().midTimeS() + a.getLast().midTimeS()) / 2)
            .toArray();
    this.meanTimeS = Arrays.stream(midTimesS).average().orElse(0);
    double reach = LARGEST_DRIFT * largestDistanceS() + LOCAL_S;
    this.lowS = fromS - reach;
    this.steps = (int) Math.ceil((toS - fromS + 2 * reach) / STEP_S) + 1;
    for (CouchPosition couchPosition : couchPositions) {
      likelihoods.add(likelihood(couchPosition, features));
    }
    this.table =
        likelihoods.stream()
            .parallel()
            .map(l ->
                IntStream.range(0, steps)
                    .mapToDouble(s -> l.at(this.trace, lowS + s * STEP_S))
                    .toArray())
            .toArray(double[][]::new);
  }

  /**
   * Estimates.
   *
   * @param start the clocks as far as they are known; the estimate is what has to be added
   * @param fromS the smallest offset looked for, seconds
   * @param toS the largest
   * @return empty where fewer than three couch positions show breathing
   */
  static Optional<ClockEstimate> estimate(
      ScanFeatures features,
      BreathingTrace trace,
      ClockCorrection start,
      double fromS,
      double toS) {
    return new ImageClock(features, trace, start, fromS, toS).estimate(fromS, toS);
  }

  private Optional<ClockEstimate> estimate(double fromS, double toS) {
    CommonLine common = commonLine(fromS, toS);
    List<PositionShift> shifts =
        IntStream.range(0, couchPositions.size())
            .mapToObj(p -> shift(p, common.offsetS() + common.drift() * (midTimesS[p] - meanTimeS)))
            .toList();
    List<PositionShift> used = shifts.stream().filter(PositionShift::used).toList();
    if (used.size() < 3) {
      return Optional.empty();
    }
    boolean spread = tellsDrift(used);
    RobustLine line =
        RobustLine.fit(
            used.stream().mapToDouble(s -> spread ? s.midTimeS() - meanTimeS : 0).toArray(),
            used.stream().mapToDouble(PositionShift::shiftS).toArray(),
            used.stream().mapToDouble(PositionShift::uncertaintyS).toArray());
    return Optional.of(
        new ClockEstimate(
            new ClockCorrection(
                meanTimeS,
                start.toTraceS(meanTimeS) - meanTimeS + line.intercept(),
                start.rate() + line.slope()),
            line.intercept(),
            line.interceptUncertainty(),
            100 * line.slope(),
            100 * line.slopeUncertainty(),
            line.residual(),
            common.ambiguity(),
            shifts));
  }

  /**
   * Whether the couch positions were scanned one after the other. In repeated sweeps every one is
   * scanned over the whole time, and their middles say nothing about a drift.
   */
  private boolean tellsDrift(List<PositionShift> used) {
    double first = used.stream().mapToDouble(PositionShift::midTimeS).min().orElseThrow();
    double last = used.stream().mapToDouble(PositionShift::midTimeS).max().orElseThrow();
    double longest = couchPositions.stream().mapToDouble(CouchPosition::durationS).max().orElse(0);
    return last - first > longest;
  }

  /** The offset and drift that explain all couch positions best. */
  private record CommonLine(double offsetS, double drift, double ambiguity) {}

  private CommonLine commonLine(double fromS, double toS) {
    double driftStep = largestDistanceS() > 0 ? 0.04 / largestDistanceS() : LARGEST_DRIFT;
    int driftSteps = (int) Math.floor(LARGEST_DRIFT / driftStep);
    int offsets = (int) Math.floor((toS - fromS) / STEP_S) + 1;
    double[] best = new double[offsets];
    double[] bestDrift = new double[offsets];
    int top = 0;
    for (int o = 0; o < offsets; o++) {
      double offset = fromS + o * STEP_S;
      for (int d = -driftSteps; d <= driftSteps; d++) {
        double sum = 0;
        for (int p = 0; p < table.length; p++) {
          sum += table[p][index(offset + d * driftStep * (midTimesS[p] - meanTimeS))];
        }
        if (sum > best[o]) {
          best[o] = sum;
          bestDrift[o] = d * driftStep;
        }
      }
      top = best[o] > best[top] ? o : top;
    }
    double elsewhere = 0;
    for (int o = 1; o < offsets - 1; o++) {
      boolean peak = best[o] >= best[o - 1] && best[o] >= best[o + 1];
      if (peak && Math.abs(o - top) * STEP_S > LOCAL_S) {
        elsewhere = Math.max(elsewhere, best[o]);
      }
    }
    return new CommonLine(
        fromS + top * STEP_S, bestDrift[top], best[top] > 0 ? elsewhere / best[top] : 1);
  }

  /** The shift of one couch position, near the common line. */
  private PositionShift shift(int position, double nearS) {
    double[] values = table[position];
    int low = Math.max(1, index(nearS - LOCAL_S));
    int high = Math.min(steps - 2, index(nearS + LOCAL_S));
    int top = low;
    for (int s = low; s <= high; s++) {
      top = values[s] > values[top] ? s : top;
    }
    double curvature = values[top - 1] - 2 * values[top] + values[top + 1];
    boolean peak = top > low && top < high && curvature < 0;
    double within = peak ? (values[top - 1] - values[top + 1]) / (2 * curvature) : 0;
    double shiftS = lowS + (top + within) * STEP_S;
    double correlation = Math.sqrt(likelihoods.get(position).bestSquaredCorrelation(trace, shiftS));
    return new PositionShift(
        position,
        midTimesS[position],
        shiftS,
        peak ? STEP_S / Math.sqrt(-curvature) : Double.POSITIVE_INFINITY,
        correlation,
        peak && correlation >= FEWEST_CORRELATION);
  }

  private ShiftLikelihood likelihood(CouchPosition couchPosition, ScanFeatures features) {
    List<Acquisition> acquisitions = couchPosition.acquisitions();
    return new ShiftLikelihood(
        acquisitions.stream().mapToDouble(a -> start.toTraceS(a.midTimeS())).toArray(),
        List.of(
            acquisitions.stream().mapToDouble(features::airMm2).toArray(),
            acquisitions.stream().mapToDouble(features::bodyMm2).toArray()));
  }

  private double largestDistanceS() {
    return Arrays.stream(midTimesS).map(t -> Math.abs(t - meanTimeS)).max().orElse(0);
  }

  private int index(double shiftS) {
    return Math.clamp(Math.round((shiftS - lowS) / STEP_S), 0, steps - 1);
  }
}
