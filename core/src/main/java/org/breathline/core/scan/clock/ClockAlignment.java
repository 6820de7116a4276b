package org.breathline.core.scan.clock;

import java.util.Optional;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.scan.ScanFeatures;
import org.breathline.core.scan.clock.ClockVerdict.Agrees;
import org.breathline.core.scan.clock.ClockVerdict.Corrected;
import org.breathline.core.scan.clock.ClockVerdict.Refused;
import org.breathline.core.scan.clock.ClockVerdict.Tied;
import org.breathline.core.scan.clock.ClockVerdict.TooLarge;
import org.breathline.core.scan.clock.ClockVerdict.Unknown;

/**
 * The trace's clock against the scanner's.
 *
 * @param start the clocks as the beam-on edges or the user put them
 * @param verdict what the images say about them
 * @param applied the clocks to sort by; those of the start where the verdict refuses
 */
public record ClockAlignment(ClockCorrection start, ClockVerdict verdict, ClockCorrection applied) {

  /** No two clocks of computers run apart by more; what looks like it is another scan's trace. */
  private static final double LARGEST_DRIFT_PERCENT = 1;

  /**
   * Compares the images with the clocks as they are known.
   *
   * @param features of every slice
   * @param start from {@link BeamEdges} or from the user
   */
  public static ClockAlignment check(
      ScanFeatures features, BreathingTrace trace, ClockCorrection start, ClockLimits limits) {
    Optional<ClockEstimate> estimate =
        ImageClock.estimate(features, trace, start, -limits.searchS(), limits.searchS());
    ClockVerdict verdict =
        estimate
            .map(e -> verdict(e, limits, halfScanS(features)))
            .orElseGet(ClockAlignment::unknown);
    return new ClockAlignment(start, verdict, applied(verdict, start));
  }

  /**
   * Finds the clocks from the images alone, for a trace without beam-on edges: the scan may lie
   * anywhere within the trace. Refused where another place explains the images nearly as well.
   */
  public static ClockAlignment search(
      ScanFeatures features, BreathingTrace trace, ClockLimits limits) {
    TimeInterval scan = features.scan().beamSpan();
    ClockCorrection start = ClockCorrection.ofOffset(trace.startS() - scan.startS());
    double room = Math.max(0, trace.endS() - trace.startS() - scan.durationS());
    Optional<ClockEstimate> estimate =
        ImageClock.estimate(features, trace, start, -limits.searchS(), room + limits.searchS());
    ClockVerdict verdict =
        estimate
            .map(e -> refusal(e, limits).orElse(new Corrected(e)))
            .orElseGet(ClockAlignment::unknown);
    return new ClockAlignment(start, verdict, applied(verdict, start));
  }

  private static ClockVerdict verdict(ClockEstimate e, ClockLimits limits, double halfScanS) {
    Optional<ClockVerdict> refusal = refusal(e, limits);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (e.residualS() > limits.looseS()) {
      return new Unknown("the couch positions agree only loosely", Optional.of(e));
    }
    boolean offset = notable(e.offsetS(), e.offsetUncertaintyS(), 1, limits);
    boolean drift =
        notable(e.driftPercent() / 100, e.driftUncertaintyPercent() / 100, halfScanS, limits);
    if (!offset && !drift) {
      return new Agrees(e);
    }
    boolean tooLarge = Math.abs(e.offsetS()) > limits.largestS();
    return tooLarge ? new TooLarge(e, limits.largestS()) : new Corrected(e);
  }

  private static boolean notable(
      double value, double uncertainty, double seconds, ClockLimits limits) {
    return Math.abs(value) * seconds >= limits.noticeS()
        && Math.abs(value) >= limits.significance() * uncertainty;
  }

  private static Optional<ClockVerdict> refusal(ClockEstimate e, ClockLimits limits) {
    if (e.residualS() > limits.residualS()) {
      return Optional.of(
          new Refused(e, "The couch positions disagree on how the trace belongs to the images"));
    }
    if (Math.abs(e.driftPercent()) > LARGEST_DRIFT_PERCENT
        && Math.abs(e.driftPercent()) > limits.significance() * e.driftUncertaintyPercent()) {
      return Optional.of(
          new Refused(e, "The trace would run apart from the images as no clock does"));
    }
    if (e.ambiguity() > limits.ambiguity()) {
      return Optional.of(new Refused(e, "The trace belongs to the images in more than one way"));
    }
    return Optional.empty();
  }

  private static ClockVerdict unknown() {
    return new Unknown(
        "fewer than three couch positions show breathing that follows the trace", Optional.empty());
  }

  private static ClockCorrection applied(ClockVerdict verdict, ClockCorrection start) {
    return switch (verdict) {
      case Corrected corrected -> corrected.estimate().correction();
      case Agrees _, Tied _, TooLarge _, Refused _, Unknown _ -> start;
    };
  }

  private static double halfScanS(ScanFeatures features) {
    return features.scan().beamSpan().durationS() / 2;
  }
}
