package org.breathline.core.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Vector3;

/**
 * The sphere that most points of a cloud lie on, others being anywhere (random sample consensus:
 * Fischler and Bolles, Commun ACM 24, 1981). Seeded.
 *
 * @param centre LPS mm
 * @param radiusMm its radius
 * @param onSphere how many points lie on it, within {@link #TOLERANCE}
 */
record SphereFit(Vector3 centre, double radiusMm, int onSphere) {

  /** A point is on a sphere within this share of the radius. */
  static final double TOLERANCE = 0.14;

  private static final double LEAST_TOLERANCE_MM = 0.7;
  private static final int TRIALS = 600;
  private static final double LEAST_RADIUS_MM = 2.5;

  /**
   * Fits a sphere.
   *
   * @param around the sphere holds this point
   * @param mostRadiusMm no larger
   */
  static Optional<SphereFit> of(List<Vector3> points, Vector3 around, double mostRadiusMm) {
    if (points.size() < 8) {
      return Optional.empty();
    }
    var random = new SplittableRandom(points.size());
    Optional<SphereFit> best = Optional.empty();
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Vector3> four = new ArrayList<>();
      for (int n = 0; n < 4; n++) {
        four.add(points.get(random.nextInt(points.size())));
      }
      Optional<SphereFit> fit =
          through(four)
              .filter(s -> s.radiusMm >= LEAST_RADIUS_MM && s.radiusMm <= mostRadiusMm)
              .filter(s -> s.centre.minus(around).length() < s.radiusMm)
              .map(s -> s.counted(points));
      if (fit.isPresent() && (best.isEmpty() || fit.get().onSphere > best.get().onSphere)) {
        best = fit;
      }
    }
    return best.map(s -> s.refined(points));
  }

  private SphereFit counted(List<Vector3> points) {
    return new SphereFit(centre, radiusMm, near(points).size());
  }

  private List<Vector3> near(List<Vector3> points) {
    double tolerance = Math.max(LEAST_TOLERANCE_MM, TOLERANCE * radiusMm);
    return points.stream()
        .filter(p -> Math.abs(p.minus(centre).length() - radiusMm) < tolerance)
        .toList();
  }

  private SphereFit refined(List<Vector3> points) {
    List<Vector3> near = near(points);
    return through(near)
        .map(s -> s.counted(points))
        .filter(s -> s.onSphere >= onSphere)
        .orElse(this);
  }

  /** The sphere of least algebraic distance: linear in its centre and x^2 + y^2 + z^2. */
  private static Optional<SphereFit> through(List<Vector3> points) {
    Vector3 mean = Vector3.ZERO;
    for (Vector3 p : points) {
      mean = mean.plus(p.times(1.0 / points.size()));
    }
    double[][] normal = new double[4][5];
    for (Vector3 p : points) {
      Vector3 q = p.minus(mean);
      double[] row = {q.x(), q.y(), q.z(), 1, q.dot(q)};
      for (int a = 0; a < 4; a++) {
        for (int b = 0; b < 5; b++) {
          normal[a][b] += row[a] * row[b];
        }
      }
    }
    if (!LinearSystem.solve(normal)) {
      return Optional.empty();
    }
    Vector3 centre = new Vector3(normal[0][4] / 2, normal[1][4] / 2, normal[2][4] / 2);
    double square = normal[3][4] + centre.dot(centre);
    return square > 0
        ? Optional.of(new SphereFit(mean.plus(centre), Math.sqrt(square), 0))
        : Optional.empty();
  }
}
