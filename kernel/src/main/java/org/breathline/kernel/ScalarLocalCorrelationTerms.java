package org.breathline.kernel;

import java.util.Objects;

/** The definition, written out. */
final class ScalarLocalCorrelationTerms implements LocalCorrelationTerms {

  @Override
  public void row(
      float[] sums,
      int run,
      float[] fixedMean,
      float[] fixedInverse,
      float[] reciprocal,
      float[] weight,
      int from,
      int count,
      float floor,
      float[] factors,
      int factorsFrom,
      int factorsRun,
      float[] loss) {
    Objects.checkFromIndexSize(0, 2 * run + count, sums.length);
    Objects.checkFromIndexSize(from, count, fixedMean.length);
    Objects.checkFromIndexSize(factorsFrom, 2 * factorsRun + count, factors.length);
    for (int i = 0; i < count; i++) {
      float r = reciprocal[from + i];
      float g = weight[from + i];
      float meanF = fixedMean[from + i];
      float mean = r * sums[i];
      float variance = Math.max(0f, r * sums[run + i] - mean * mean) + floor;
      float inverse = 1 / (float) Math.sqrt(variance);
      float covariance = r * sums[2 * run + i] - meanF * mean + floor;
      float scale = inverse * fixedInverse[from + i];
      loss[i] = g * (1 - covariance * scale);
      float a = g * r * scale;
      float b = a * covariance * inverse * inverse;
      int to = factorsFrom + i;
      factors[to] = a;
      factors[to + factorsRun] = b;
      factors[to + 2 * factorsRun] = b * mean - a * meanF;
    }
  }
}
