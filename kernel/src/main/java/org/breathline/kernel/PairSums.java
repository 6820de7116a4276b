package org.breathline.kernel;

/**
 * The exact sums over two runs of samples from which mean, variance and correlation follow.
 *
 * @param count the number of pairs
 * @param sumA sum of a
 * @param sumB sum of b
 * @param sumAA sum of a squared
 * @param sumBB sum of b squared
 * @param sumAB sum of a times b
 */
public record PairSums(long count, long sumA, long sumB, long sumAA, long sumBB, long sumAB) {

  /**
   * The normalised cross-correlation, -1 to 1; NaN where one side is constant or there is nothing.
   */
  public double correlation() {
    double n = count;
    double covariance = sumAB - sumA / n * sumB;
    double varianceA = sumAA - sumA / n * sumA;
    double varianceB = sumBB - sumB / n * sumB;
    return varianceA > 0 && varianceB > 0
        ? covariance / Math.sqrt(varianceA * varianceB)
        : Double.NaN;
  }

  /** These sums and others together. */
  public PairSums plus(PairSums other) {
    return new PairSums(
        count + other.count,
        sumA + other.sumA,
        sumB + other.sumB,
        sumAA + other.sumAA,
        sumBB + other.sumBB,
        sumAB + other.sumAB);
  }
}
