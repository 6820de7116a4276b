package org.breathline.core.respiration.format;

/** The first principal component of points in space: the direction along which they vary most. */
final class PrincipalComponent {

  /** Power iteration converges by the ratio of two eigenvalues each round; squared rounds below. */
  private static final int SQUARINGS = 12;

  private final double[] scores;
  private final double varianceShare;

  private PrincipalComponent(double[] scores, double varianceShare) {
    this.scores = scores;
    this.varianceShare = varianceShare;
  }

  /** Each point's distance from the mean along it; NaN for a lost point. */
  double[] scores() {
    return scores;
  }

  /** The share of the variance along it, 0 to 1; 1 where nothing moves. */
  double varianceShare() {
    return varianceShare;
  }

  static PrincipalComponent of(PointList points) {
    double[] mean = mean(points);
    double[][] covariance = covariance(points, mean);
    double trace = covariance[0][0] + covariance[1][1] + covariance[2][2];
    double[] direction = mainDirection(covariance, trace);
    double along = 0;
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        along += direction[a] * covariance[a][b] * direction[b];
      }
    }
    double[] scores = new double[points.size()];
    for (int i = 0; i < scores.length; i++) {
      for (int axis = 0; axis < 3; axis++) {
        scores[i] += direction[axis] * (points.get(i, axis) - mean[axis]);
      }
    }
    return new PrincipalComponent(scores, trace > 0 ? along / trace : 1);
  }

  private static double[] mean(PointList points) {
    double[] sum = new double[3];
    int count = 0;
    for (int i = 0; i < points.size(); i++) {
      if (!points.isLost(i)) {
        count++;
        for (int axis = 0; axis < 3; axis++) {
          sum[axis] += points.get(i, axis);
        }
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      sum[axis] /= Math.max(1, count);
    }
    return sum;
  }

  private static double[][] covariance(PointList points, double[] mean) {
    double[][] sum = new double[3][3];
    for (int i = 0; i < points.size(); i++) {
      if (points.isLost(i)) {
        continue;
      }
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          sum[a][b] += (points.get(i, a) - mean[a]) * (points.get(i, b) - mean[b]);
        }
      }
    }
    return sum;
  }

  /** Squares the matrix until only its first eigenvector is left in its columns. */
  private static double[] mainDirection(double[][] covariance, double trace) {
    if (!(trace > 0)) {
      return new double[] {1, 0, 0};
    }
    double[][] power = scaled(covariance, 1 / trace);
    for (int round = 0; round < SQUARINGS; round++) {
      double[][] square = product(power, power);
      power = scaled(square, 1 / (square[0][0] + square[1][1] + square[2][2]));
    }
    int column = 0;
    for (int axis = 1; axis < 3; axis++) {
      if (power[axis][axis] > power[column][column]) {
        column = axis;
      }
    }
    double[] direction = {power[0][column], power[1][column], power[2][column]};
    double length = Math.hypot(Math.hypot(direction[0], direction[1]), direction[2]);
    for (int axis = 0; axis < 3; axis++) {
      direction[axis] /= length;
    }
    return direction;
  }

  private static double[][] product(double[][] left, double[][] right) {
    double[][] product = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        for (int k = 0; k < 3; k++) {
          product[a][b] += left[a][k] * right[k][b];
        }
      }
    }
    return product;
  }

  private static double[][] scaled(double[][] matrix, double factor) {
    double[][] scaled = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        scaled[a][b] = factor * matrix[a][b];
      }
    }
    return scaled;
  }
}
