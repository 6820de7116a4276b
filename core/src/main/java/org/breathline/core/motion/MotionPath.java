package org.breathline.core.motion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.breathline.core.geometry.Vector3;

/**
 * The positions of a point, such as a structure's centroid, over the phases of a breath. Phases are
 * equal shares of time and run in a circle: after the last comes the first.
 *
 * @param positions in the order of increasing phase, at least one
 */
public record MotionPath(List<Position> positions) {

  /**
   * Where it is in one phase.
   *
   * @param percent the phase, 0 to below 100
   * @param point LPS mm
   */
  public record Position(double percent, Vector3 point) {}

  /** Copies the list; throws {@link IllegalArgumentException} if it is empty or out of order. */
  public MotionPath {
    positions = List.copyOf(positions);
    if (positions.isEmpty()) {
      throw new IllegalArgumentException("a path needs a position");
    }
    for (int i = 1; i < positions.size(); i++) {
      if (!(positions.get(i).percent() > positions.get(i - 1).percent())) {
        throw new IllegalArgumentException("the phases of a path must increase");
      }
    }
  }

  /** How far it moves. */
  public PeakToPeak peakToPeak() {
    return new PeakToPeak(
        range(Vector3::x), range(Vector3::y), range(Vector3::z), distance(extremes()));
  }

  private double range(ToDoubleFunction<Vector3> component) {
    double[] values =
        positions.stream().map(Position::point).mapToDouble(component).sorted().toArray();
    return values[values.length - 1] - values[0];
  }

  /** The mean position, every phase counting alike: the time-weighted mean, LPS mm. */
  public Vector3 mean() {
    Vector3 sum = Vector3.ZERO;
    for (Position position : positions) {
      sum = sum.plus(position.point());
    }
    return sum.times(1.0 / positions.size());
  }

  /**
   * The standard deviation of the position over the breath, root of the three variances, mm; van
   * Herk's sigma of breathing when taken for one axis.
   */
  public Vector3 deviation() {
    Vector3 mean = mean();
    Vector3 squares = Vector3.ZERO;
    for (Position position : positions) {
      Vector3 away = position.point().minus(mean);
      squares =
          squares.plus(new Vector3(away.x() * away.x(), away.y() * away.y(), away.z() * away.z()));
    }
    Vector3 variance = squares.times(1.0 / positions.size());
    return new Vector3(Math.sqrt(variance.x()), Math.sqrt(variance.y()), Math.sqrt(variance.z()));
  }

  /**
   * The phase in which it is nearest to its mean position: mid-ventilation for this structure
   * (Wolthaus et al., Int J Radiat Oncol Biol Phys 65, 1560, 2006). The earliest of equals.
   */
  public Position nearestToMean() {
    Vector3 mean = mean();
    return positions.stream()
        .min(Comparator.comparingDouble(p -> p.point().minus(mean).length()))
        .orElseThrow();
  }

  /** The uppermost position, the earliest of equals. */
  public Position highest() {
    return positions.stream().min(Comparator.comparingDouble(p -> -p.point().z())).orElseThrow();
  }

  /** The lowest position, the earliest of equals. */
  public Position lowest() {
    return positions.stream().min(Comparator.comparingDouble(p -> p.point().z())).orElseThrow();
  }

  /**
   * The path during some phases only, such as a gating window's; phases that are not there miss.
   */
  public MotionPath within(PhaseWindow window) {
    return new MotionPath(positions.stream().filter(p -> window.contains(p.percent())).toList());
  }

  /**
   * Hysteresis: the greatest distance of a position on the way from one end of the motion to the
   * other from the way back, taken as straight between positions, mm. The ends are the two
   * positions that are farthest apart.
   */
  public double hysteresisMm() {
    if (positions.size() < 3) {
      return 0;
    }
    Ends ends = extremes();
    List<Vector3> out = new ArrayList<>();
    List<Vector3> back = new ArrayList<>();
    for (int i = ends.first(); i <= ends.second(); i++) {
      out.add(positions.get(i).point());
    }
    for (int i = ends.second(); i <= ends.first() + positions.size(); i++) {
      back.add(positions.get(i % positions.size()).point());
    }
    return Math.max(farthest(out, back), farthest(back, out));
  }

  private static double farthest(List<Vector3> points, List<Vector3> line) {
    double farthest = 0;
    for (Vector3 point : points) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int i = 0; i + 1 < line.size(); i++) {
        nearest = Math.min(nearest, distance(point, line.get(i), line.get(i + 1)));
      }
      farthest = Math.max(farthest, nearest);
    }
    return farthest;
  }

  private static double distance(Vector3 point, Vector3 from, Vector3 to) {
    Vector3 along = to.minus(from);
    double square = along.dot(along);
    double share = square == 0 ? 0 : Math.clamp(point.minus(from).dot(along) / square, 0.0, 1.0);
    return point.minus(from.plus(along.times(share))).length();
  }

  /** The two positions farthest apart, by their place in the list. */
  private record Ends(int first, int second) {}

  private double distance(Ends ends) {
    return positions.get(ends.first()).point().minus(positions.get(ends.second()).point()).length();
  }

  private Ends extremes() {
    Ends farthest = new Ends(0, 0);
    for (int a = 0; a < positions.size(); a++) {
      for (int b = a + 1; b < positions.size(); b++) {
        Ends ends = new Ends(a, b);
        farthest = distance(ends) > distance(farthest) ? ends : farthest;
      }
    }
    return farthest;
  }
}
