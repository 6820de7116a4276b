package org.breathline.core.respiration.format;

import java.util.Arrays;

/** Points in space, three numbers each; a lost one is NaN. */
final class PointList {

  private double[] values = new double[3 * 1024];
  private int size;

  void add(double[] point, boolean lost) {
    if (3 * size == values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    for (int axis = 0; axis < 3; axis++) {
      values[3 * size + axis] = lost ? Double.NaN : point[axis];
    }
    size++;
  }

  int size() {
    return size;
  }

  double get(int point, int axis) {
    return values[3 * point + axis];
  }

  boolean isLost(int point) {
    return Double.isNaN(values[3 * point]);
  }
}
