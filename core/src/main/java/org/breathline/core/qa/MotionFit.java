package org.breathline.core.qa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.scan.PhaseSeries;

/**
 * Lays measured centroids on the line of the programmed motion: its middle by medians, so that one
 * phase in the wrong place does not shift the others, and the lag in time by least squares.
 */
final class MotionFit {

  private final ProgrammedMotion motion;
  private final ProgrammedMotion.Shutter shutter;

  MotionFit(ProgrammedMotion motion, ProgrammedMotion.Shutter shutter) {
    this.motion = motion;
    this.shutter = shutter;
  }

  TrackedInsert of(
      Insert insert,
      List<PhaseSeries.Phase> phases,
      List<ProgrammedMotion.InPhase> programmed,
      List<Optional<InsertInPhase>> seen) {
    Vector3 axis = motion.towardsPhaseZero();
    List<Vector3> middles = new ArrayList<>();
    for (int phase = 0; phase < seen.size(); phase++) {
      double mean = programmed.get(phase).meanMm();
      seen.get(phase).ifPresent(s -> middles.add(s.centre().minus(axis.times(mean))));
    }
    Optional<Vector3> middle =
        middles.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Vector3(
                    median(middles, Vector3::x),
                    median(middles, Vector3::y),
                    median(middles, Vector3::z)));
    List<TrackedInsert.Phase> tracked = new ArrayList<>();
    for (int phase = 0; phase < seen.size(); phase++) {
      double along = Double.NaN;
      double off = Double.NaN;
      if (seen.get(phase).isPresent() && middle.isPresent()) {
        Vector3 from = seen.get(phase).get().centre().minus(middle.get());
        along = from.dot(axis);
        off = from.minus(axis.times(along)).length();
      }
      tracked.add(
          new TrackedInsert.Phase(
              phases.get(phase).percent(), programmed.get(phase), seen.get(phase), along, off));
    }
    return withLag(insert, tracked, middle);
  }

  private static double median(List<Vector3> of, ToDoubleFunction<Vector3> component) {
    double[] sorted = of.stream().mapToDouble(component).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private TrackedInsert withLag(
      Insert insert, List<TrackedInsert.Phase> phases, Optional<Vector3> middle) {
    List<TrackedInsert.Phase> seen = phases.stream().filter(p -> p.seen().isPresent()).toList();
    if (seen.size() < 3) {
      return new TrackedInsert(insert, phases, middle, Double.NaN, Double.NaN);
    }
    double best = 0;
    double width = 50;
    for (double step : new double[] {2, 0.2, 0.02}) {
      double centre = best;
      double least = misfit(seen, best);
      for (double lag = centre - width; lag <= centre + width; lag += step) {
        double misfit = misfit(seen, lag);
        if (misfit < least) {
          least = misfit;
          best = lag;
        }
      }
      width = step;
    }
    return new TrackedInsert(insert, phases, middle, best, uncertainty(seen, best));
  }

  /** The sum of squares about the programmed motion that comes so much later. */
  private double misfit(List<TrackedInsert.Phase> seen, double lagPercent) {
    double[] differences =
        seen.stream()
            .mapToDouble(
                p -> p.alongMm() - motion.inPhase(p.percent() - lagPercent, shutter).meanMm())
            .toArray();
    double mean = Arrays.stream(differences).average().orElse(0);
    return Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
  }

  /** From the residuals, or the centroids' own uncertainty where that is larger. */
  private double uncertainty(List<TrackedInsert.Phase> seen, double lagPercent) {
    double own =
        seen.stream()
            .mapToDouble(p -> p.seen().orElseThrow().centreUncertaintyMm())
            .max()
            .orElseThrow();
    double residual = Math.sqrt(misfit(seen, lagPercent) / (seen.size() - 2));
    double slopes = 0;
    for (TrackedInsert.Phase phase : seen) {
      double slope =
          motion.inPhase(phase.percent() - lagPercent + 0.5, shutter).meanMm()
              - motion.inPhase(phase.percent() - lagPercent - 0.5, shutter).meanMm();
      slopes += slope * slope;
    }
    return Math.max(own, residual) / Math.sqrt(slopes);
  }
}
