package org.breathline.core.image;

import java.util.Arrays;

/**
 * How a set of values is distributed. Percentiles are values of the set itself (nearest rank); all
 * are NaN for an empty set.
 *
 * @param count the number of values
 * @param mean their mean
 * @param least the least
 * @param percentile1 the 1st percentile
 * @param percentile5 the 5th percentile
 * @param median the 50th percentile
 * @param percentile95 the 95th percentile
 * @param percentile99 the 99th percentile
 * @param greatest the greatest
 */
public record Distribution(
    int count,
    double mean,
    double least,
    double percentile1,
    double percentile5,
    double median,
    double percentile95,
    double percentile99,
    double greatest) {

  /** The distribution of some values, which are left as they are. */
  public static Distribution of(float[] values) {
    float[] sorted = values.clone();
    Arrays.parallelSort(sorted);
    double sum = 0;
    for (float value : sorted) {
      sum += value;
    }
    return new Distribution(
        sorted.length,
        sum / sorted.length,
        rank(sorted, 0),
        rank(sorted, 1),
        rank(sorted, 5),
        rank(sorted, 50),
        rank(sorted, 95),
        rank(sorted, 99),
        rank(sorted, 100));
  }

  private static double rank(float[] sorted, int percent) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceilDiv((long) percent * sorted.length, 100L);
    return sorted[Math.max(0, rank - 1)];
  }
}
