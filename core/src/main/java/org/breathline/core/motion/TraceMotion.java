package org.breathline.core.motion;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;

/**
 * What a trace says about a structure's motion from breath to breath, which the one mean breath of
 * a 4DCT does not show: the path over the phases is fitted with the trace's fullness and its rate
 * (Low et al. 2005), and that is applied to every breath of the trace. It extrapolates where
 * breaths are deeper than those that were scanned; as good as the correlation of the two.
 *
 * @param excursionsMm how far the structure moves in each breath, 3D, mm, in the order of time
 * @param meanMm their mean
 * @param deviationMm their standard deviation
 * @param largestMm the largest
 * @param outsideShare the share of the breaths' time at which it is more than {@link #OUTSIDE_MM}
 *     beyond the range of the 4DCT, 0 to 1
 * @param fitErrorMm root mean square distance of the fitted from the measured positions, mm
 */
public record TraceMotion(
    List<Double> excursionsMm,
    double meanMm,
    double deviationMm,
    double largestMm,
    double outsideShare,
    double fitErrorMm) {

  /** Farther than this beyond the range of the 4DCT counts as outside, mm. */
  public static final double OUTSIDE_MM = 2;

  private static final int SAMPLES = 40;

  /** Copies the list. */
  public TraceMotion {
    excursionsMm = List.copyOf(excursionsMm);
  }

  /**
   * Applies a path to a trace.
   *
   * @throws IllegalArgumentException if the trace has no breath or no depth
   */
  public static TraceMotion of(MotionPath path, BreathingCycles cycles) {
    List<Double> percents = path.positions().stream().map(MotionPath.Position::percent).toList();
    PointModel model = PointModel.fit(path, BreathCurve.of(cycles, percents));
    TraceScale scale = TraceScale.of(cycles, percents);
    Vector3 axis = path.highest().point().minus(path.lowest().point());
    double length = axis.length();
    Vector3 unit = length > 0 ? axis.times(1 / length) : new Vector3(0, 0, 1);
    double low = path.positions().stream().mapToDouble(p -> p.point().dot(unit)).min().orElse(0);
    double high = path.positions().stream().mapToDouble(p -> p.point().dot(unit)).max().orElse(0);
    List<Double> excursions = new ArrayList<>();
    int outside = 0;
    int all = 0;
    for (Breath breath : cycles.breaths()) {
      List<MotionPath.Position> positions = new ArrayList<>();
      for (int s = 0; s < SAMPLES; s++) {
        double timeS = breath.startS() + breath.periodS() * s / SAMPLES;
        Vector3 point = model.at(scale.stateAt(cycles, timeS));
        if (Double.isFinite(point.z())) {
          positions.add(new MotionPath.Position(100.0 * s / SAMPLES, point));
          double along = point.dot(unit);
          outside += along < low - OUTSIDE_MM || along > high + OUTSIDE_MM ? 1 : 0;
          all++;
        }
      }
      if (!positions.isEmpty()) {
        excursions.add(new MotionPath(positions).peakToPeak().vectorMm());
      }
    }
    double mean = excursions.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    double square =
        excursions.stream().mapToDouble(e -> (e - mean) * (e - mean)).average().orElse(Double.NaN);
    double largest = excursions.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    return new TraceMotion(
        excursions,
        mean,
        Math.sqrt(square),
        largest,
        all == 0 ? 0 : (double) outside / all,
        model.errorMm());
  }
}
