package org.breathline.kernel;

/**
 * How many samples of a run lie between two thresholds: the air content of a slice, the area of the
 * body.
 */
public interface ThresholdCounting {

  /**
   * Counts the samples {@code values[from + i]}, i from 0 to below count, that are at least {@code
   * low} and at most {@code high}.
   *
   * @param count the number of samples looked at, 0 or more
   * @param low the lowest sample that counts; any int
   * @param high the highest sample that counts; any int, nothing counts if it is below {@code low}
   * @throws IndexOutOfBoundsException if the run does not lie within the array
   */
  int within(short[] values, int from, int count, int low, int high);

  /** Counts the samples below a threshold. */
  default int below(short[] values, int from, int count, int threshold) {
    return threshold == Integer.MIN_VALUE
        ? 0
        : within(values, from, count, Integer.MIN_VALUE, threshold - 1);
  }
}
