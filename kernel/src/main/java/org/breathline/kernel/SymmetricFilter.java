package org.breathline.kernel;

/**
 * The parts of a separable symmetric filter: along a run of samples, and across runs. With
 * half-weights w<sub>0</sub> .. w<sub>r</sub> the result at i is w<sub>0</sub> v<sub>i</sub> +
 * &Sigma; w<sub>t</sub> (v<sub>i-t</sub> + v<sub>i+t</sub>), t from 1 to r, summed in that order
 * and rounded after every operation. Input and output are different arrays.
 */
public interface SymmetricFilter {

  /**
   * The half-weights of a sampled Gaussian that sum to 1 on both sides together.
   *
   * @param sigma standard deviation in samples, above 0
   * @param radius the farthest sample that counts, at least 0
   */
  static float[] gaussian(double sigma, int radius) {
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
  void along(
      float[] values, int from, float[] filtered, int filteredFrom, int count, float[] weights);

  /**
   * Filters across runs that lie {@code stride} apart, those beyond the first and the last counting
   * as zero.
   *
   * @param from where the run in the middle begins
   * @param place which of the runs that is, 0 to below {@code places}
   * @param places how many runs there are
   * @throws IndexOutOfBoundsException if the runs do not lie within the arrays
   */
  void across(
      float[] values,
      int from,
      int stride,
      int place,
      int places,
      float[] filtered,
      int filteredFrom,
      int count,
      float[] weights);
}
