package org.breathline.core.sorting.border;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.ScanFeatures;
import org.breathline.core.sorting.Candidate;
import org.breathline.core.sorting.RespiratoryStates;
import org.breathline.core.sorting.Selection;
import org.breathline.core.sorting.SortedScan;
import org.breathline.core.sorting.SortingBin;
import org.breathline.core.sorting.SortingRequest;

/**
 * Sorts a scan by choosing, among the acquisitions that lie in a bin, those that fit their
 * neighbours.
 *
 * <p>For each bin the sum over couch positions of the squared distance from the bin's centre (in
 * half-bins) plus, over borders, the squared estimated distance between the two sides (in {@link
 * BorderScore#ARTEFACT_MM}, times a weight) is made as small as it can be, exactly, by dynamic
 * programming along the body. An acquisition outside the bin is considered only where none lies
 * inside. A gap has no border.
 */
public final class BorderMatchedSorter {

  /** An artefact at the threshold costs as much as an acquisition at the edge of its bin. */
  public static final double DEFAULT_WEIGHT = 1;

  private BorderMatchedSorter() {}

  /**
   * Sorts a scan.
   *
   * @param borders of the same scan, trace and clock
   * @param weight of the borders, at least 0; 0 takes the acquisition nearest to the bin's centre
   */
  public static SortedScan sort(
      ScanFeatures features,
      BreathingCycles cycles,
      ClockCorrection clock,
      SortingRequest request,
      BorderAnalysis borders,
      double weight) {
    RespiratoryStates states = new RespiratoryStates(cycles, request.method());
    List<CouchPosition> couchPositions = features.scan().couchPositions();
    List<List<Selection>> selections = new ArrayList<>();
    couchPositions.forEach(c -> selections.add(new ArrayList<>()));
    for (SortingBin bin : request.bins()) {
      List<List<Candidate>> candidates =
          couchPositions.stream()
              .map(c -> Candidate.of(c, states, clock, bin, request.reach()))
              .toList();
      int[] chosen = choose(candidates, borders, weight);
      for (int p = 0; p < chosen.length; p++) {
        selections
            .get(p)
            .add(
                chosen[p] < 0
                    ? new Selection.Gap(
                        Candidate.reasonForNone(couchPositions.get(p), states, clock))
                    : candidates.get(p).get(chosen[p]).taken());
      }
    }
    return new SortedScan(features.scan(), request, selections);
  }

  /** The candidate chosen at each couch position, -1 where there is none. */
  private static int[] choose(
      List<List<Candidate>> candidates, BorderAnalysis borders, double weight) {
    int positions = candidates.size();
    double[][] costs = new double[positions][];
    int[][] cameFrom = new int[positions][];
    for (int p = 0; p < positions; p++) {
      List<Candidate> here = candidates.get(p);
      List<Candidate> before = p == 0 ? List.of() : candidates.get(p - 1);
      costs[p] = new double[here.size()];
      cameFrom[p] = new int[here.size()];
      for (int c = 0; c < here.size(); c++) {
        double best = before.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
        for (int b = 0; b < before.size(); b++) {
          double cost =
              costs[p - 1][b] + weight * borderCost(borders, p - 1, before.get(b), here.get(c));
          if (cost < best) {
            best = cost;
            cameFrom[p][c] = b;
          }
        }
        costs[p][c] = best + here.get(c).distance() * here.get(c).distance();
      }
    }
    int[] chosen = new int[positions];
    for (int p = positions - 1; p >= 0; p--) {
      boolean followed = p < positions - 1 && chosen[p + 1] >= 0;
      if (candidates.get(p).isEmpty()) {
        chosen[p] = -1;
      } else {
        chosen[p] = followed ? cameFrom[p + 1][chosen[p + 1]] : cheapest(costs[p]);
      }
    }
    return chosen;
  }

  private static double borderCost(
      BorderAnalysis borders, int border, Candidate lower, Candidate upper) {
    double apart = borders.residualMm(border, lower.acquisition(), upper.acquisition());
    return Double.isFinite(apart) ? Math.pow(apart / BorderScore.ARTEFACT_MM, 2) : 0;
  }

  private static int cheapest(double[] costs) {
    int cheapest = 0;
    for (int i = 1; i < costs.length; i++) {
      cheapest = costs[i] < costs[cheapest] ? i : cheapest;
    }
    return cheapest;
  }
}
