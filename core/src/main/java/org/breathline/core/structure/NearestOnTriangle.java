package org.breathline.core.structure;

/**
 * The distance from a triangle to a point, all in voxel indices, under a {@link Metric}. For
 * metrics that differ between the directions of an axis, the signs of the step are found by
 * iteration: the distance is convex, and each round solves it for the signs of the last.
 */
final class NearestOnTriangle {

  private static final int ROUNDS = 4;

  private final Metric metric;

  /** The step from the nearest point of the triangle to the point, in indices. */
  private double si;

  private double sj;
  private double sk;

  NearestOnTriangle(Metric metric) {
    this.metric = metric;
  }

  /** The squared distance from a triangle, nine indices from an offset on, to a point. */
  double squared(float[] t, int at, double i, double j, double k) {
    si = i - (t[at] + t[at + 3] + t[at + 6]) / 3.0;
    sj = j - (t[at + 1] + t[at + 4] + t[at + 7]) / 3.0;
    sk = k - (t[at + 2] + t[at + 5] + t[at + 8]) / 3.0;
    int rounds = metric.isSymmetric() ? 1 : ROUNDS;
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < rounds; round++) {
      double wi = metric.weight(0, si);
      double wj = metric.weight(1, sj);
      double wk = metric.weight(2, sk);
      solve(t, at, i, j, k, wi, wj, wk);
      best = Math.min(best, metric.squared(si, sj, sk));
    }
    return best;
  }

  /** The nearest point by the regions of Ericson, Real-Time Collision Detection, section 5.1.5. */
  private void solve(
      float[] t, int at, double i, double j, double k, double wi, double wj, double wk) {
    double ax = t[at];
    double ay = t[at + 1];
    double az = t[at + 2];
    double ux = t[at + 3] - ax;
    double uy = t[at + 4] - ay;
    double uz = t[at + 5] - az;
    double vx = t[at + 6] - ax;
    double vy = t[at + 7] - ay;
    double vz = t[at + 8] - az;
    double px = i - ax;
    double py = j - ay;
    double pz = k - az;
    double uu = wi * ux * ux + wj * uy * uy + wk * uz * uz;
    double vv = wi * vx * vx + wj * vy * vy + wk * vz * vz;
    double uv = wi * ux * vx + wj * uy * vy + wk * uz * vz;
    double up = wi * ux * px + wj * uy * py + wk * uz * pz;
    double vp = wi * vx * px + wj * vy * py + wk * vz * pz;
    double b;
    double c;
    double d3 = up - uu;
    double d4 = vp - uv;
    double d5 = up - uv;
    double d6 = vp - vv;
    double areaC = up * d4 - d3 * vp;
    double areaB = d5 * vp - up * d6;
    double areaA = d3 * d6 - d5 * d4;
    if (up <= 0 && vp <= 0) {
      b = 0;
      c = 0;
    } else if (d3 >= 0 && d4 <= d3) {
      b = 1;
      c = 0;
    } else if (areaC <= 0 && up >= 0 && d3 <= 0) {
      b = up / (up - d3);
      c = 0;
    } else if (d6 >= 0 && d5 <= d6) {
      b = 0;
      c = 1;
    } else if (areaB <= 0 && vp >= 0 && d6 <= 0) {
      b = 0;
      c = vp / (vp - d6);
    } else if (areaA <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
      c = (d4 - d3) / (d4 - d3 + (d5 - d6));
      b = 1 - c;
    } else {
      double sum = areaA + areaB + areaC;
      b = areaB / sum;
      c = areaC / sum;
    }
    if (!(b >= 0 && b <= 1 && c >= 0 && c <= 1)) {
      // A triangle without area: its first corner is as near as any.
      b = 0;
      c = 0;
    }
    si = px - b * ux - c * vx;
    sj = py - b * uy - c * vy;
    sk = pz - b * uz - c * vz;
  }

  /** The step found last, in indices along i. */
  double stepI() {
    return si;
  }

  /** The step found last, in indices along j. */
  double stepJ() {
    return sj;
  }

  /** The step found last, in indices along k. */
  double stepK() {
    return sk;
  }
}
