package org.breathline.kernel;

/**
 * For two runs of samples a and b of the same length n: n, &Sigma;a, &Sigma;b, &Sigma;a&sup2;,
 * &Sigma;b&sup2; and &Sigma;ab, all exact, so that no order of summation can change the result.
 */
public interface PairSummation {

  /**
   * The sums over all pairs {@code a[aFrom + i], b[bFrom + i]} with i from 0 to below count.
   *
   * @param count the number of pairs, 0 or more; up to 2<sup>31</sup> pairs the sums fit
   * @throws IndexOutOfBoundsException if a run does not lie within its array
   */
  default PairSums sums(short[] a, int aFrom, short[] b, int bFrom, int count) {
    return sumsWithin(a, aFrom, b, bFrom, count, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /**
   * The sums over those pairs of which both samples lie between two thresholds: the body without
   * the air around it, for instance.
   *
   * @param count the number of pairs looked at, 0 or more
   * @param low the lowest sample that counts
   * @param high the highest sample that counts; nothing counts if it is below {@code low}
   * @throws IndexOutOfBoundsException if a run does not lie within its array
   */
  PairSums sumsWithin(short[] a, int aFrom, short[] b, int bFrom, int count, int low, int high);
}
