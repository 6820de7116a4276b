package org.breathline.core.motion;

import java.util.List;
import org.breathline.core.geometry.Vector3;

/**
 * How well an external trace, or anything that stands for the breath, tells where something inside
 * is. Over the phases of one mean breath: of breaths that differ it says nothing.
 *
 * @param lr Pearson's correlation with the position to the left, -1 to 1; NaN where one of the two
 *     does not change
 * @param ap with the position to posterior
 * @param si with the position to superior
 * @param residualMm root mean square distance of the positions from those told by a straight line
 *     on the surrogate, mm: what a gate or a tracker driven by it misses at least
 */
public record SurrogateCorrelation(double lr, double ap, double si, double residualMm) {

  /**
   * Compares a path with a curve of the same phases.
   *
   * @throws IllegalArgumentException if the phases differ
   */
  public static SurrogateCorrelation of(MotionPath path, BreathCurve curve) {
    List<MotionPath.Position> positions = path.positions();
    int n = positions.size();
    if (curve.states().size() != n) {
      throw new IllegalArgumentException("a path and a curve of different phases");
    }
    double[] v = new double[n];
    double[][] x = new double[3][n];
    for (int p = 0; p < n; p++) {
      if (curve.states().get(p).percent() != positions.get(p).percent()) {
        throw new IllegalArgumentException("a path and a curve of different phases");
      }
      v[p] = curve.states().get(p).state().fullness();
      Vector3 point = positions.get(p).point();
      x[0][p] = point.x();
      x[1][p] = point.y();
      x[2][p] = point.z();
    }
    double squares = unexplained(v, x[0]) + unexplained(v, x[1]) + unexplained(v, x[2]);
    return new SurrogateCorrelation(
        correlation(v, x[0]), correlation(v, x[1]), correlation(v, x[2]), Math.sqrt(squares / n));
  }

  private static double correlation(double[] a, double[] b) {
    return covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b));
  }

  /** The sum of squares that a straight line leaves. */
  private static double unexplained(double[] a, double[] b) {
    double explained = covariance(a, b) * covariance(a, b) / covariance(a, a);
    return Math.max(0, covariance(b, b) - (Double.isNaN(explained) ? 0 : explained));
  }

  /** The sum of products of deviations. */
  private static double covariance(double[] a, double[] b) {
    double meanA = 0;
    double meanB = 0;
    for (int i = 0; i < a.length; i++) {
      meanA += a[i] / a.length;
      meanB += b[i] / b.length;
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum;
  }
}
