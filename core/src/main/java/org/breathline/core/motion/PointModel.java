package org.breathline.core.motion;

import java.util.List;
import org.breathline.core.geometry.Vector3;

/**
 * The position of one point as a linear function of the breath's state: {@code x0 + alpha v + beta
 * v'} (Low et al. 2005), by least squares over the phases.
 *
 * @param start x0, LPS mm
 * @param perFullness alpha, mm
 * @param perRate beta, mm
 * @param errorMm root mean square distance from the positions it was fitted to, mm
 */
public record PointModel(Vector3 start, Vector3 perFullness, Vector3 perRate, double errorMm) {

  /**
   * Fits a path.
   *
   * @throws IllegalArgumentException if the phases differ
   */
  public static PointModel fit(MotionPath path, BreathCurve curve) {
    List<MotionPath.Position> positions = path.positions();
    if (positions.size() != curve.states().size()) {
      throw new IllegalArgumentException("a path and a curve of different phases");
    }
    var system = new StateRegression();
    for (int p = 0; p < positions.size(); p++) {
      Vector3 point = positions.get(p).point();
      system.add(curve.states().get(p).state(), point.x(), point.y(), point.z());
    }
    double[] solution = new double[9];
    system.solve(solution);
    var fitted =
        new PointModel(
            new Vector3(solution[0], solution[3], solution[6]),
            new Vector3(solution[1], solution[4], solution[7]),
            new Vector3(solution[2], solution[5], solution[8]),
            0);
    double squares = 0;
    for (int p = 0; p < positions.size(); p++) {
      Vector3 miss = fitted.at(curve.states().get(p).state()).minus(positions.get(p).point());
      squares += miss.dot(miss);
    }
    return new PointModel(
        fitted.start, fitted.perFullness, fitted.perRate, Math.sqrt(squares / positions.size()));
  }

  /** The position in a state, LPS mm. */
  public Vector3 at(BreathState state) {
    return start.plus(perFullness.times(state.fullness())).plus(perRate.times(state.rate()));
  }
}
