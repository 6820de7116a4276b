package org.breathline.kernel;

import java.util.Objects;

/**
 * The weighted sum of many runs of samples, place by place, in single precision: what an average
 * over breathing phases is made with. There is one implementation only: the compiler turns the loop
 * into vectors by itself and memory is the limit ({@code benchmarks/README.md} has the figures).
 */
public final class WeightedSum {

  private WeightedSum() {}

  /**
   * Adds {@code weight * values[from + i]} to {@code sums[sumsFrom + i]}, i from 0 to below count;
   * the product is rounded before it is added.
   *
   * @throws IndexOutOfBoundsException if a run does not lie within its array
   */
  public static void add(
      float[] sums, int sumsFrom, short[] values, int from, int count, float weight) {
    Objects.checkFromIndexSize(sumsFrom, count, sums.length);
    Objects.checkFromIndexSize(from, count, values.length);
    for (int i = 0; i < count; i++) {
      sums[sumsFrom + i] += weight * values[from + i];
    }
  }
}
