package org.breathline.kernel;

import java.util.Objects;

/**
 * From windowed means to the local correlation coefficient (LCC) of a fixed image F and a warped
 * image W, along a row: with m = E[W], s&sup2; = E[W&sup2;] - m&sup2; + floor, c = E[FW] - E[F] m +
 * floor, the coefficient is c / (s<sub>F</sub> s), and its derivative by W is made of the window
 * means of three factors of it (Vishnevskiy et al., IEEE Trans Med Imaging 36, 2017; Cachier and
 * Pennec, 2000). There is one implementation only: the compiler turns the loop into vectors by
 * itself.
 */
public final class LocalCorrelationTerms {

  private LocalCorrelationTerms() {}

  /**
   * One row.
   *
   * @param sums three runs, each {@code run} long: the windowed sums of W, W&sup2; and FW; each is
   *     replaced by a factor: a = g / (s<sub>F</sub> s), b = a c / s&sup2; and b m - a E[F], with g
   *     the weight times the reciprocal window weight
   * @param run the length of a run, at least count
   * @param fixedMean E[F], read from {@code from} on as the following arrays
   * @param fixedInverse 1 / s<sub>F</sub>
   * @param reciprocal the reciprocal of the window's weight
   * @param weight the weight of a place
   * @param loss receives weight * (1 - LCC) from 0 on
   */
  public static void row(
      float[] sums,
      int run,
      float[] fixedMean,
      float[] fixedInverse,
      float[] reciprocal,
      float[] weight,
      int from,
      int count,
      float floor,
      float[] loss) {
    Objects.checkFromIndexSize(0, 2 * run + count, sums.length);
    Objects.checkFromIndexSize(from, count, fixedMean.length);
    for (int i = 0; i < count; i++) {
      float r = reciprocal[from + i];
      float g = weight[from + i];
      float meanF = fixedMean[from + i];
      float inverseF = fixedInverse[from + i];
      float mean = r * sums[i];
      float variance = Math.max(0f, r * sums[run + i] - mean * mean) + floor;
      float inverse = 1 / (float) Math.sqrt(variance);
      float covariance = r * sums[2 * run + i] - meanF * mean + floor;
      float scale = inverse * inverseF;
      loss[i] = g * (1 - covariance * scale);
      float a = g * r * scale;
      float b = a * covariance * inverse * inverse;
      sums[i] = a;
      sums[run + i] = b;
      sums[2 * run + i] = b * mean - a * meanF;
    }
  }
}
