package org.breathline.core.planning.sequencing;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.planning.optimisation.AugmentedLagrangian;
import org.breathline.core.planning.optimisation.ConstrainedProblem;
import org.breathline.core.progress.Progress;

/**
 * Refines segments by what their dose is judged by: weights and leaves together, round after round
 * from where the last one ended, segments that are worth nothing left out.
 *
 * @param method how each round is minimised
 * @param rounds at least 1
 * @param limits what the collimator asks for
 * @param leastShare segments of less than this share of the heaviest one's weight are left out
 */
public record ApertureRefinement(
    AugmentedLagrangian method, int rounds, LeafLimits limits, double leastShare) {

  /** A step of so many millimetres of a leaf counts as one of the mean weight. */
  private static final double LEAF_STEP_MM = 10;

  /**
   * Refined segments.
   *
   * @param beams segments of each beam
   * @param value the objective of their fluence
   * @param violation how far a constraint is beyond its limit
   */
  public record Result(List<List<WeightedShape>> beams, double value, double violation) {}

  /**
   * Refines.
   *
   * @param problem what the fluence of all beams' beamlets is for
   * @param beams segments of each beam, at least one in all
   * @param offsets where each beam's beamlets begin
   */
  public Result refine(
      ConstrainedProblem problem,
      List<List<WeightedShape>> beams,
      int[] offsets,
      Progress progress) {
    Result result = new Result(beams, Double.NaN, Double.NaN);
    for (int round = 0; round < rounds; round++) {
      List<List<WeightedShape>> kept = worthwhile(result.beams());
      ApertureProblem apertures =
          new ApertureProblem(problem, kept, offsets, limits, LEAF_STEP_MM / heaviest(kept));
      double[] point = apertures.start();
      AugmentedLagrangian.Result found = method.minimise(apertures, point, progress);
      result = new Result(apertures.segments(point), found.value(), found.violation());
    }
    return result;
  }

  private List<List<WeightedShape>> worthwhile(List<List<WeightedShape>> beams) {
    double least = leastShare * heaviest(beams);
    List<List<WeightedShape>> kept = new ArrayList<>();
    for (List<WeightedShape> beam : beams) {
      kept.add(beam.stream().filter(segment -> segment.weight() >= least).toList());
    }
    return kept;
  }

  private static double heaviest(List<List<WeightedShape>> beams) {
    return beams.stream()
        .flatMap(List::stream)
        .mapToDouble(WeightedShape::weight)
        .max()
        .orElseThrow(() -> new IllegalArgumentException("there is no segment to refine"));
  }
}
