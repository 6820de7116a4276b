package org.breathline.kernel;

/**
 * The greatest and the least of many runs of samples, place by place: what maximum and minimum
 * intensity projections over breathing phases are made with.
 */
public interface RunningExtremes {

  /**
   * Replaces {@code greatest[greatestFrom + i]} by {@code values[from + i]} where that is greater,
   * i from 0 to below count.
   *
   * @throws IndexOutOfBoundsException if a run does not lie within its array
   */
  void greatest(short[] greatest, int greatestFrom, short[] values, int from, int count);

  /**
   * Replaces {@code least[leastFrom + i]} by {@code values[from + i]} where that is less, i from 0
   * to below count.
   *
   * @throws IndexOutOfBoundsException if a run does not lie within its array
   */
  void least(short[] least, int leastFrom, short[] values, int from, int count);
}
