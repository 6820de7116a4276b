package org.breathline.study.sort;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.ScanFeatures;
import org.breathline.core.scan.ScanFinding;
import org.breathline.core.scan.TimedScan;
import org.breathline.core.scan.clock.BeamEdges;
import org.breathline.core.scan.clock.ClockAlignment;
import org.breathline.core.scan.clock.ClockEstimate;
import org.breathline.core.scan.clock.ClockLimits;
import org.breathline.core.scan.clock.ClockVerdict;
import org.breathline.study.RefusalException;

/**
 * How the trace's clock is put on the scanner's.
 *
 * <p>Where the first and the last beam-on edge of the trace fit the scan, they tie the clocks
 * together: that is what the signal is recorded for. The images then only check: a lag against the
 * edges cannot be told from the body's lag behind the marker, so it is shown and not corrected.
 * Where the last edge is missing the images may correct offset and drift, and where there is no
 * edge at all they find the scan's place in the trace, or the trace is refused. What the user says
 * comes before everything.
 *
 * @param alignment the clocks
 * @param findings what a person should know of them
 */
record ClockDecision(ClockAlignment alignment, List<ScanFinding> findings) {

  private static final ClockLimits LIMITS = ClockLimits.STANDARD;

  /** Even with the clocks tied, couch positions that disagree by this many limits refuse. */
  private static final double TIED_RESIDUAL = 2;

  /** Edges sampled at 25 Hz show this much drift over a minute by themselves. */
  private static final double LEAST_DRIFT_PERCENT = 0.1;

  ClockDecision {
    findings = List.copyOf(findings);
  }

  /**
   * Decides.
   *
   * @param offsetS what the user added to the edges, or to the trace's first sample
   * @throws RefusalException if the images contradict the trace beyond the stated limits
   */
  static ClockDecision of(ScanFeatures features, BreathingTrace trace, OptionalDouble offsetS)
      throws RefusalException {
    Optional<BeamEdges> edges =
        BeamIntervals.of(trace).flatMap(on -> BeamEdges.of(features.scan(), on));
    if (offsetS.isPresent()) {
      return byUser(features, trace, edges, offsetS.getAsDouble());
    }
    if (edges.isEmpty()) {
      return bySearch(ClockAlignment.search(features, trace, LIMITS));
    }
    if (edges.get().edges() < 2) {
      return byImages(ClockAlignment.check(features, trace, edges.get().correction(), LIMITS));
    }
    return byEdges(features, trace, edges.get());
  }

  private static ClockDecision byUser(
      ScanFeatures features, BreathingTrace trace, Optional<BeamEdges> edges, double offsetS) {
    ClockCorrection start =
        edges.map(BeamEdges::correction).orElseGet(() -> atFirstSample(features.scan(), trace));
    ClockCorrection chosen =
        new ClockCorrection(start.referenceS(), start.offsetS() + offsetS, start.rate());
    ClockAlignment checked = ClockAlignment.check(features, trace, chosen, LIMITS);
    return new ClockDecision(
        new ClockAlignment(chosen, checked.verdict(), chosen), edgeDrift(chosen));
  }

  private static ClockCorrection atFirstSample(TimedScan scan, BreathingTrace trace) {
    return ClockCorrection.ofOffset(trace.startS() - scan.beamSpan().startS());
  }

  private static ClockDecision byEdges(ScanFeatures features, BreathingTrace trace, BeamEdges edges)
      throws RefusalException {
    ClockCorrection tied = edges.correction();
    ClockAlignment checked = ClockAlignment.check(features, trace, tied, LIMITS);
    List<ScanFinding> findings = new ArrayList<>(edgeDrift(tied));
    Optional<ClockEstimate> estimate = checked.verdict().judged();
    if (estimate.isEmpty()) {
      return new ClockDecision(new ClockAlignment(tied, checked.verdict(), tied), findings);
    }
    ClockEstimate images = estimate.get();
    if (images.residualS() > TIED_RESIDUAL * LIMITS.residualS()) {
      throw refusal(checked.verdict());
    }
    if (images.residualS() > LIMITS.residualS()) {
      findings.add(new ScanFinding.PoorSurrogate(images.residualS()));
    }
    if (Math.abs(images.offsetS()) >= LIMITS.noticeS()
        && Math.abs(images.offsetS()) >= LIMITS.significance() * images.offsetUncertaintyS()) {
      findings.add(new ScanFinding.ImagesLag(images.offsetS(), images.offsetUncertaintyS()));
    }
    return new ClockDecision(
        new ClockAlignment(tied, new ClockVerdict.Tied(images), tied), findings);
  }

  /**
   * Without an edge nothing but the images says where in the trace the scan lies, and they find a
   * place in another scan's trace too: they must say it clearly, or the trace is refused.
   */
  private static ClockDecision bySearch(ClockAlignment found) throws RefusalException {
    if (found.verdict() instanceof ClockVerdict.Unknown) {
      throw refusal(found.verdict());
    }
    if (found.verdict() instanceof ClockVerdict.Corrected(ClockEstimate images)
        && images.residualS() > LIMITS.looseS()) {
      throw refusal(
          new ClockVerdict.Refused(
              images,
              "The trace has no beam-on signal, and the couch positions agree only loosely on where"
                  + " in it the scan lies"));
    }
    return byImages(found);
  }

  private static ClockDecision byImages(ClockAlignment alignment) throws RefusalException {
    return switch (alignment.verdict()) {
      case ClockVerdict.Refused _, ClockVerdict.TooLarge _ -> throw refusal(alignment.verdict());
      case ClockVerdict.Corrected corrected
          when Math.abs(corrected.estimate().driftPercent()) >= LEAST_DRIFT_PERCENT ->
          new ClockDecision(
              alignment,
              List.of(
                  new ScanFinding.ClocksDrift(corrected.estimate().driftPercent(), "the images")));
      case ClockVerdict.Agrees _,
          ClockVerdict.Corrected _,
          ClockVerdict.Tied _,
          ClockVerdict.Unknown _ ->
          new ClockDecision(alignment, List.of());
    };
  }

  private static List<ScanFinding> edgeDrift(ClockCorrection clocks) {
    return Math.abs(clocks.driftPercent()) < LEAST_DRIFT_PERCENT
        ? List.of()
        : List.of(new ScanFinding.ClocksDrift(clocks.driftPercent(), "the beam-on edges"));
  }

  private static RefusalException refusal(ClockVerdict verdict) {
    return new RefusalException(verdict.message() + " Give --offset to sort all the same.");
  }
}
