package org.breathline.core.sorting;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.CouchPosition;

/**
 * An acquisition that the gap policy lets stand for a bin.
 *
 * @param acquisition its number within the couch position
 * @param offsetPercent how far it is from the bin's centre, signed ({@link
 *     SortingBin#offsetPercent})
 * @param halfWidthPercent half the bin's width
 * @param trusted whether its breath and sample are to be trusted
 */
public record Candidate(
    int acquisition, double offsetPercent, double halfWidthPercent, boolean trusted) {

  /**
   * The candidates of a couch position for a bin, in the order of time: those inside the bin, or
   * where there is none, those within reach.
   */
  public static List<Candidate> of(
      CouchPosition couchPosition,
      RespiratoryStates states,
      ClockCorrection clock,
      SortingBin bin,
      double reach) {
    List<Candidate> candidates = new ArrayList<>();
    double half = bin.halfWidthPercent();
    for (int a = 0; a < couchPosition.acquisitions().size(); a++) {
      int acquisition = a;
      states
          .at(clock.toTraceS(couchPosition.acquisitions().get(a).midTimeS()))
          .map(s -> new Candidate(acquisition, bin.offsetPercent(s), half, s.trusted()))
          .filter(c -> Math.abs(c.offsetPercent) <= reach * half)
          .ifPresent(candidates::add);
    }
    List<Candidate> inside = candidates.stream().filter(Candidate::isInside).toList();
    return inside.isEmpty() ? candidates : inside;
  }

  /** Why a couch position without candidates has none. */
  public static Selection.Reason reasonForNone(
      CouchPosition couchPosition, RespiratoryStates states, ClockCorrection clock) {
    return couchPosition.acquisitions().stream()
            .anyMatch(a -> states.at(clock.toTraceS(a.midTimeS())).isPresent())
        ? Selection.Reason.NOTHING_NEAR
        : Selection.Reason.NO_BREATH;
  }

  /** Whether it lies in the bin. */
  public boolean isInside() {
    return Math.abs(offsetPercent) <= halfWidthPercent;
  }

  /**
   * The distance from the bin's centre in half-bins; 1 more where it is not trusted, so that a
   * trusted one near by goes before it.
   */
  public double distance() {
    return Math.abs(offsetPercent) / halfWidthPercent + (trusted ? 0 : 1);
  }

  /** The selection of this candidate. */
  public Selection.Taken taken() {
    return new Selection.Taken(
        acquisition,
        offsetPercent,
        isInside() ? Selection.Fit.INSIDE_BIN : Selection.Fit.OUTSIDE_BIN,
        trusted);
  }
}
