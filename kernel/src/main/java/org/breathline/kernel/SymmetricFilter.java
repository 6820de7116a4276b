package org.breathline.kernel;

import java.util.Objects;

/**
 * The parts of a separable symmetric filter: along a run of samples, and across runs. With
 * half-weights w<sub>0</sub> .. w<sub>r</sub> the result at i is w<sub>0</sub> v<sub>i</sub> +
 * &Sigma; w<sub>t</sub> (v<sub>i-t</sub> + v<sub>i+t</sub>), t from 1 to r, summed in that order.
 * There is one implementation only: the compiler turns the loops into vectors by itself.
 */
public final class SymmetricFilter {

  private SymmetricFilter() {}

  /**
   * The half-weights of a sampled Gaussian that sum to 1 on both sides together.
   *
   * @param sigma standard deviation in samples, above 0
   * @param radius the farthest sample that counts, at least 0
   */
  public static float[] gaussian(double sigma, int radius) {
    double[] exact = new double[radius + 1];
    double sum = 0;
    for (int t = 0; t <= radius; t++) {
      exact[t] = StrictMath.exp(-0.5 * t * t / (sigma * sigma));
      sum += t == 0 ? exact[t] : 2 * exact[t];
    }
    float[] weights = new float[radius + 1];
    for (int t = 0; t <= radius; t++) {
      weights[t] = (float) (exact[t] / sum);
    }
    return weights;
  }

  /**
   * Filters along a run. The samples up to the radius before and behind it are read as well.
   *
   * @throws IndexOutOfBoundsException if these do not lie within the arrays
   */
  public static void along(
      float[] values, int from, float[] filtered, int filteredFrom, int count, float[] weights) {
    if (count <= 0) {
      return;
    }
    int radius = weights.length - 1;
    Objects.checkFromIndexSize(from - radius, count + 2 * radius, values.length);
    Objects.checkFromIndexSize(filteredFrom, count, filtered.length);
    if (radius == 3) {
      alongSeven(values, from, filtered, filteredFrom, count, weights);
      return;
    }
    float centre = weights[0];
    for (int i = 0; i < count; i++) {
      filtered[filteredFrom + i] = centre * values[from + i];
    }
    for (int t = 1; t <= radius; t++) {
      float weight = weights[t];
      for (int i = 0; i < count; i++) {
        filtered[filteredFrom + i] += weight * (values[from + i - t] + values[from + i + t]);
      }
    }
  }

  /** The usual width in one pass: sums stay in registers. */
  private static void alongSeven(
      float[] values, int from, float[] filtered, int filteredFrom, int count, float[] weights) {
    float w0 = weights[0];
    float w1 = weights[1];
    float w2 = weights[2];
    float w3 = weights[3];
    for (int i = 0; i < count; i++) {
      int at = from + i;
      filtered[filteredFrom + i] =
          w0 * values[at]
              + w1 * (values[at - 1] + values[at + 1])
              + w2 * (values[at - 2] + values[at + 2])
              + w3 * (values[at - 3] + values[at + 3]);
    }
  }

  /**
   * Filters across runs that lie {@code stride} apart, those beyond the first and the last counting
   * as zero.
   *
   * @param from where the run in the middle begins
   * @param place which of the runs that is, 0 to below {@code places}
   * @param places how many runs there are
   * @throws IndexOutOfBoundsException if the runs do not lie within the arrays
   */
  public static void across(
      float[] values,
      int from,
      int stride,
      int place,
      int places,
      float[] filtered,
      int filteredFrom,
      int count,
      float[] weights) {
    if (count <= 0) {
      return;
    }
    int radius = weights.length - 1;
    Objects.checkFromIndexSize(filteredFrom, count, filtered.length);
    int first = from - Math.min(place, radius) * stride;
    int last = from + Math.min(places - 1 - place, radius) * stride;
    Objects.checkFromToIndex(first, last + count, values.length);
    if (radius == 3 && place >= 3 && place + 3 < places) {
      acrossSeven(values, from, stride, filtered, filteredFrom, count, weights);
      return;
    }
    float centre = weights[0];
    for (int i = 0; i < count; i++) {
      filtered[filteredFrom + i] = centre * values[from + i];
    }
    for (int t = 1; t <= radius; t++) {
      addPair(
          values,
          place - t >= 0 ? from - t * stride : -1,
          place + t < places ? from + t * stride : -1,
          filtered,
          filteredFrom,
          count,
          weights[t]);
    }
  }

  private static void addPair(
      float[] values,
      int before,
      int behind,
      float[] filtered,
      int filteredFrom,
      int count,
      float weight) {
    if (before >= 0 && behind >= 0) {
      for (int i = 0; i < count; i++) {
        filtered[filteredFrom + i] += weight * (values[before + i] + values[behind + i]);
      }
    } else if (before >= 0 || behind >= 0) {
      int one = Math.max(before, behind);
      for (int i = 0; i < count; i++) {
        filtered[filteredFrom + i] += weight * values[one + i];
      }
    }
  }

  private static void acrossSeven(
      float[] values,
      int from,
      int stride,
      float[] filtered,
      int filteredFrom,
      int count,
      float[] weights) {
    float w0 = weights[0];
    float w1 = weights[1];
    float w2 = weights[2];
    float w3 = weights[3];
    int before1 = from - stride;
    int before2 = before1 - stride;
    int before3 = before2 - stride;
    int behind1 = from + stride;
    int behind2 = behind1 + stride;
    int behind3 = behind2 + stride;
    for (int i = 0; i < count; i++) {
      filtered[filteredFrom + i] =
          w0 * values[from + i]
              + w1 * (values[before1 + i] + values[behind1 + i])
              + w2 * (values[before2 + i] + values[behind2 + i])
              + w3 * (values[before3 + i] + values[behind3 + i]);
    }
  }
}
