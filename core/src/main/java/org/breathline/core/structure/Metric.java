package org.breathline.core.structure;

import org.breathline.core.geometry.Grid;

/**
 * How far a point is from another, in voxel indices: the root of the sum over the axes of the
 * squared steps, each step weighted by its axis and by its direction. With the squared spacings as
 * weights it is the distance in mm; with those over the squared margins of both directions it is 1
 * at the end of a margin, an ellipsoid in each octant.
 */
final class Metric {

  private final double[] plus = new double[3];
  private final double[] minus = new double[3];

  private Metric() {}

  /** Millimetres. */
  static Metric millimetres(Grid grid) {
    var metric = new Metric();
    double[] spacing = {grid.spacing().x(), grid.spacing().y(), grid.spacing().z()};
    for (int axis = 0; axis < 3; axis++) {
      metric.plus[axis] = spacing[axis] * spacing[axis];
      metric.minus[axis] = metric.plus[axis];
    }
    return metric;
  }

  /**
   * Margins of a grid's axes, mm, all above 0.
   *
   * @param forward in the direction of growing indices
   * @param backward against it
   */
  static Metric margins(Grid grid, double[] forward, double[] backward) {
    var metric = millimetres(grid);
    for (int axis = 0; axis < 3; axis++) {
      metric.plus[axis] /= forward[axis] * forward[axis];
      metric.minus[axis] /= backward[axis] * backward[axis];
    }
    return metric;
  }

  /** The weight of a step along an axis. */
  double weight(int axis, double step) {
    return step > 0 ? plus[axis] : minus[axis];
  }

  /** The weight of steps forward. */
  double plus(int axis) {
    return plus[axis];
  }

  /** The weight of steps backward. */
  double minus(int axis) {
    return minus[axis];
  }

  /** The squared length of a step. */
  double squared(double i, double j, double k) {
    return weight(0, i) * i * i + weight(1, j) * j * j + weight(2, k) * k * k;
  }

  /** Whether steps forward and backward weigh the same. */
  boolean isSymmetric() {
    return plus[0] == minus[0] && plus[1] == minus[1] && plus[2] == minus[2];
  }

  /** The greatest length of a step across a voxel's diagonal. */
  double diagonal() {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      sum += Math.max(plus[axis], minus[axis]);
    }
    return Math.sqrt(sum);
  }
}
