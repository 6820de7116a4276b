package org.breathline.kernel;

/**
 * From windowed means to the local correlation coefficient (LCC) of a fixed image F and a warped
 * image W, along a row: with m = E[W], s&sup2; = E[W&sup2;] - m&sup2; + floor and c = E[FW] - E[F]
 * m + floor, the coefficient is c / (s<sub>F</sub> s), and its derivative by W is made of the
 * window means of three factors of it (Vishnevskiy et al., IEEE Trans Med Imaging 36, 2017).
 * Rounded after every operation.
 */
public interface LocalCorrelationTerms {

  /**
   * One row.
   *
   * @param sums three runs, each {@code run} long: the windowed sums of W, W&sup2; and FW
   * @param run the length of such a run, at least count
   * @param fixedMean E[F], read from {@code from} on as the following arrays
   * @param fixedInverse 1 / s<sub>F</sub>
   * @param reciprocal the reciprocal of the window's weight
   * @param weight the weight g of a place
   * @param factors receives three runs from {@code factorsFrom} on, each {@code factorsRun} after
   *     the other: a = g r / (s<sub>F</sub> s) with r the reciprocal, b = a c / s&sup2;, and b m -
   *     a E[F]
   * @param loss receives g (1 - LCC) from 0 on
   */
  void row(
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
      float[] loss);
}
