package org.breathline.core.structure;

import java.util.stream.IntStream;

/**
 * For every voxel of a box the nearest one of some seeds, and its distance, exactly and in time
 * linear in the voxels: the lower envelope of parabolas along one axis after the other
 * (Felzenszwalb and Huttenlocher, Theory of Computing 8, 2012), here of parabolas whose two halves
 * may differ, as a {@link Metric} has it. Two such parabolas of one axis still cross only once.
 */
final class DistanceTransform {

  private final int[] size;
  private final Metric metric;
  private final float[] squared;
  private final int[] nearest;

  private DistanceTransform(int nx, int ny, int nz, Metric metric, boolean[] seeds) {
    this.size = new int[] {nx, ny, nz};
    this.metric = metric;
    this.squared = new float[seeds.length];
    this.nearest = new int[seeds.length];
    for (int i = 0; i < seeds.length; i++) {
      squared[i] = seeds[i] ? 0 : Float.POSITIVE_INFINITY;
      nearest[i] = seeds[i] ? i : -1;
    }
  }

  /**
   * The transform.
   *
   * @param seeds nx * ny * nz marks, x fastest
   */
  static DistanceTransform of(int nx, int ny, int nz, Metric metric, boolean[] seeds) {
    var transform = new DistanceTransform(nx, ny, nz, metric, seeds);
    transform.along(0, 1, ny, nx, nz, nx * ny);
    transform.along(1, nx, nx, 1, nz, nx * ny);
    transform.along(2, nx * ny, nx, 1, ny, nx);
    return transform;
  }

  /** The squared distance from the nearest seed to a voxel; infinite without seeds. */
  float squared(int offset) {
    return squared[offset];
  }

  /** The offset of a voxel's nearest seed; -1 without seeds. */
  int nearest(int offset) {
    return nearest[offset];
  }

  private void along(int axis, int stride, int countA, int strideA, int countB, int strideB) {
    int length = size[axis];
    IntStream.range(0, countB)
        .parallel()
        .forEach(b -> {
          var line = new Line(length, metric.plus(axis), metric.minus(axis));
          for (int a = 0; a < countA; a++) {
            line.transform(b * strideB + a * strideA, stride);
          }
        });
  }

  /** Works on one line at a time. */
  private final class Line {

    private final int length;
    private final double plus;
    private final double minus;
    private final float[] value;
    private final int[] source;
    private final int[] parabola;
    private final double[] from;

    Line(int length, double plus, double minus) {
      this.length = length;
      this.plus = plus;
      this.minus = minus;
      this.value = new float[length];
      this.source = new int[length];
      this.parabola = new int[length];
      this.from = new double[length];
    }

    void transform(int start, int stride) {
      int count = 0;
      for (int i = 0; i < length; i++) {
        value[i] = squared[start + i * stride];
        source[i] = nearest[start + i * stride];
        if (source[i] >= 0) {
          count = push(i, count);
        }
      }
      if (count == 0) {
        return;
      }
      int at = 0;
      for (int i = 0; i < length; i++) {
        while (at + 1 < count && from[at + 1] < i) {
          at++;
        }
        int p = parabola[at];
        double step = i - p;
        squared[start + i * stride] = (float) (value[p] + (step > 0 ? plus : minus) * step * step);
        nearest[start + i * stride] = source[p];
      }
    }

    private int push(int q, int count) {
      int left = count;
      double crossing = Double.NEGATIVE_INFINITY;
      while (left > 0) {
        crossing = crossing(parabola[left - 1], q);
        if (crossing > from[left - 1]) {
          break;
        }
        left--;
        crossing = Double.NEGATIVE_INFINITY;
      }
      parabola[left] = q;
      from[left] = crossing;
      return left + 1;
    }

    /** Where the parabola of q, to the right of p's, becomes the lower one. */
    private double crossing(int p, int q) {
      double width = q - p;
      double atP = value[p] - value[q] - minus * width * width;
      if (atP >= 0) {
        return p - atP / (2 * minus * width);
      }
      double atQ = value[p] - value[q] + plus * width * width;
      if (atQ <= 0) {
        return q - atQ / (2 * plus * width);
      }
      double b = 2 * minus * width;
      return p - 2 * atP / (b + Math.sqrt(b * b - 4 * (plus - minus) * atP));
    }
  }
}
