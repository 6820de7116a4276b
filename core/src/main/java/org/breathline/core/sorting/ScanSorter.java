package org.breathline.core.sorting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
   * <p>An acquisition inside the bin goes before one outside. One in a breath that is not to be
   * trusted counts as half a bin further away than it is, so that a trusted one near by is taken
   * before it. Of two equally near the earlier one is taken.
   *
   * @param clock how the trace's clock reads at the scan's times
   */
  public static SortedScan sort(
      TimedScan scan, BreathingCycles cycles, ClockCorrection clock, SortingRequest request) {
    RespiratoryStates states = new RespiratoryStates(cycles, request.method());
    List<List<Selection>> selections = new ArrayList<>();
    for (CouchPosition couchPosition : scan.couchPositions()) {
      List<Selection> row = new ArrayList<>();
      for (SortingBin bin : request.bins()) {
        row.add(
            Candidate.of(couchPosition, states, clock, bin, request.reach()).stream()
                .min(Comparator.comparingDouble(Candidate::distance))
                .map(c -> (Selection) c.taken())
                .orElseGet(() ->
                    new Selection.Gap(Candidate.reasonForNone(couchPosition, states, clock))));
      }
      selections.add(row);
    }
    return new SortedScan(scan, request, selections);
  }
}
