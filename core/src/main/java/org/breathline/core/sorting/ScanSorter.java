package org.breathline.core.sorting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.TimedScan;

/**
 * Sorts a scan by taking, at every couch position and for every bin, the acquisition nearest to the
 * bin's centre.
 */
public final class ScanSorter {

  private ScanSorter() {}

  /**
   * Sorts a scan.
   *
   * <p>An acquisition in a breath that is not to be trusted counts as half a bin further away than
   * it is, so that a trusted one near by is taken before it. Of two equally near the earlier one is
   * taken.
   *
   * @param clock how the trace's clock reads at the scan's times
   */
  public static SortedScan sort(
      TimedScan scan, BreathingCycles cycles, ClockCorrection clock, SortingRequest request) {
    RespiratoryStates states = new RespiratoryStates(cycles, request.method());
    List<List<Selection>> selections = new ArrayList<>();
    for (CouchPosition couchPosition : scan.couchPositions()) {
      List<Optional<RespiratoryState>> available = states(couchPosition, states, clock);
      selections.add(
          request.bins().stream().map(bin -> nearest(available, bin, request.reach())).toList());
    }
    return new SortedScan(scan, request, selections);
  }

  /** The states of a couch position's acquisitions. */
  static List<Optional<RespiratoryState>> states(
      CouchPosition couchPosition, RespiratoryStates states, ClockCorrection clock) {
    return couchPosition.acquisitions().stream()
        .map(a -> states.at(clock.toTraceS(a.midTimeS())))
        .toList();
  }

  private static Selection nearest(
      List<Optional<RespiratoryState>> available, SortingBin bin, double reach) {
    int best = -1;
    double bestCost = Double.POSITIVE_INFINITY;
    boolean anyBreath = false;
    for (int i = 0; i < available.size(); i++) {
      Optional<RespiratoryState> state = available.get(i);
      if (state.isEmpty()) {
        continue;
      }
      anyBreath = true;
      double cost = cost(state.get(), bin);
      if (withinReach(state.get(), bin, reach) && cost < bestCost) {
        best = i;
        bestCost = cost;
      }
    }
    if (best < 0) {
      return new Selection.Gap(
          anyBreath ? Selection.Reason.NOTHING_NEAR : Selection.Reason.NO_BREATH);
    }
    return taken(best, available.get(best).orElseThrow(), bin);
  }

  /** The distance from the bin's centre, half a bin more where the state is not trusted. */
  static double cost(RespiratoryState state, SortingBin bin) {
    return Math.abs(bin.offsetPercent(state)) + (state.trusted() ? 0 : bin.halfWidthPercent());
  }

  /** Whether the gap policy lets a state stand for a bin. */
  static boolean withinReach(RespiratoryState state, SortingBin bin, double reach) {
    return Math.abs(bin.offsetPercent(state)) <= reach * bin.halfWidthPercent();
  }

  static Selection.Taken taken(int acquisition, RespiratoryState state, SortingBin bin) {
    double offset = bin.offsetPercent(state);
    return new Selection.Taken(
        acquisition,
        offset,
        Math.abs(offset) <= bin.halfWidthPercent()
            ? Selection.Fit.INSIDE_BIN
            : Selection.Fit.OUTSIDE_BIN,
        state.trusted());
  }
}
