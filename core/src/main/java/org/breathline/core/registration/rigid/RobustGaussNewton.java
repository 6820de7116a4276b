package org.breathline.core.registration.rigid;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.breathline.core.geometry.RigidTransform;
import org.breathline.core.geometry.Vector3;

/**
 * Minimises the squared differences of two images under Tukey's biweight, whose scale is that of
 * the differences themselves (the median absolute deviation): iteratively reweighted Gauss-Newton
 * steps of three small rotations about a centre and three translations.
 */
final class RobustGaussNewton {

  private static final int MOST_STEPS = 30;
  private static final int CHUNK = 4096;
  private static final int PARAMETERS = 6;

  /** 95 % efficient for normal errors. */
  static final double TUKEY = 4.685;

  private static final double MAD_TO_SIGMA = 1.4826;

  /** Differences below a hundredth of the window are noise: they are never taken out. */
  private static final double LEAST_SIGMA = 0.01;

  /** Steps smaller than this end it, mm at the rim of a body. */
  private static final double SMALLEST_MM = 0.005;

  private static final double RIM_MM = 200;

  private final BodySamples fixed;
  private final SmoothedImage moving;
  private final Vector3 centre;

  RobustGaussNewton(BodySamples fixed, SmoothedImage moving, Vector3 centre) {
    this.fixed = fixed;
    this.moving = moving;
    this.centre = centre;
  }

  /**
   * Goes downhill.
   *
   * @param cut differences of so many standard deviations and more are taken out
   */
  RigidTransform descend(RigidTransform start, double cut) {
    RigidTransform transform = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      double greatest = cut * sigma(residuals(transform));
      double[] change = solve(normalEquations(transform, greatest));
      Vector3 angles = new Vector3(change[0], change[1], change[2]);
      Vector3 shift = new Vector3(change[3], change[4], change[5]);
      // The small rotation comes after the transform, about where the centre has gone.
      transform = RigidTransform.of(angles, transform.apply(centre), shift).after(transform);
      if (angles.length() * RIM_MM + shift.length() < SMALLEST_MM) {
        break;
      }
    }
    return transform;
  }

  /** The share of the overlapping samples that have no weight. */
  double outlierShare(RigidTransform transform) {
    double[] residuals = residuals(transform);
    double cut = TUKEY * sigma(residuals);
    long out = Arrays.stream(residuals).filter(r -> Math.abs(r) >= cut).count();
    return (double) out / Math.max(1, residuals.length);
  }

  private double[] residuals(RigidTransform transform) {
    double[] sampled = new double[4];
    double[] residuals = new double[fixed.count()];
    int count = 0;
    for (int n = 0; n < fixed.count(); n++) {
      if (moving.sample(transform.apply(fixed.point(n)), sampled)) {
        residuals[count++] = sampled[0] - fixed.value(n);
      }
    }
    return Arrays.copyOf(residuals, count);
  }

  private static double sigma(double[] residuals) {
    double[] sizes = Arrays.stream(residuals).map(Math::abs).sorted().toArray();
    return sizes.length == 0
        ? LEAST_SIGMA
        : Math.max(LEAST_SIGMA, MAD_TO_SIGMA * sizes[sizes.length / 2]);
  }

  /** Six rows of the symmetric matrix and the right-hand side, chunk by chunk in a fixed order. */
  private double[][] normalEquations(RigidTransform transform, double cut) {
    int chunks = Math.ceilDiv(fixed.count(), CHUNK);
    double[][][] parts = new double[chunks][][];
    IntStream.range(0, chunks)
        .parallel()
        .forEach(chunk -> parts[chunk] = part(transform, cut, chunk * CHUNK));
    double[][] sum = new double[PARAMETERS][PARAMETERS + 1];
    for (double[][] part : parts) {
      for (int row = 0; row < PARAMETERS; row++) {
        for (int column = 0; column <= PARAMETERS; column++) {
          sum[row][column] += part[row][column];
        }
      }
    }
    return sum;
  }

  private double[][] part(RigidTransform transform, double cut, int from) {
    double[][] sum = new double[PARAMETERS][PARAMETERS + 1];
    double[] sampled = new double[4];
    double[] row = new double[PARAMETERS];
    Vector3 pivot = transform.apply(centre);
    for (int n = from; n < Math.min(fixed.count(), from + CHUNK); n++) {
      Vector3 there = transform.apply(fixed.point(n));
      if (!moving.sample(there, sampled)) {
        continue;
      }
      double residual = sampled[0] - fixed.value(n);
      double share = residual / cut;
      if (Math.abs(share) >= 1) {
        continue;
      }
      double weight = (1 - share * share) * (1 - share * share);
      Vector3 gradient = new Vector3(sampled[1], sampled[2], sampled[3]);
      // d(rotation)/d(angle) of the arm r is axis x r; its product with the gradient is r x g.
      Vector3 turning = there.minus(pivot).cross(gradient);
      row[0] = turning.x();
      row[1] = turning.y();
      row[2] = turning.z();
      row[3] = gradient.x();
      row[4] = gradient.y();
      row[5] = gradient.z();
      for (int a = 0; a < PARAMETERS; a++) {
        for (int b = 0; b < PARAMETERS; b++) {
          sum[a][b] += weight * row[a] * row[b];
        }
        sum[a][PARAMETERS] -= weight * row[a] * residual;
      }
    }
    return sum;
  }

  /** By elimination with pivots; what the images do not tell stays as it is. */
  private static double[] solve(double[][] m) {
    double[] scale = new double[PARAMETERS];
    for (int n = 0; n < PARAMETERS; n++) {
      scale[n] = m[n][n] > 0 ? 1 / Math.sqrt(m[n][n]) : 0;
    }
    for (int a = 0; a < PARAMETERS; a++) {
      for (int b = 0; b < PARAMETERS; b++) {
        m[a][b] *= scale[a] * scale[b];
      }
      m[a][a] += 1e-9;
      m[a][PARAMETERS] *= scale[a];
    }
    for (int pivot = 0; pivot < PARAMETERS; pivot++) {
      for (int below = pivot + 1; below < PARAMETERS; below++) {
        double factor = m[below][pivot] / m[pivot][pivot];
        for (int column = pivot; column <= PARAMETERS; column++) {
          m[below][column] -= factor * m[pivot][column];
        }
      }
    }
    double[] x = new double[PARAMETERS];
    for (int row = PARAMETERS - 1; row >= 0; row--) {
      double rest = m[row][PARAMETERS];
      for (int column = row + 1; column < PARAMETERS; column++) {
        rest -= m[row][column] * x[column];
      }
      x[row] = rest / m[row][row];
    }
    for (int n = 0; n < PARAMETERS; n++) {
      x[n] *= scale[n];
    }
    return x;
  }
}
