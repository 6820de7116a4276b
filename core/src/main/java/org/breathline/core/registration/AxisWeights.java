package org.breathline.core.registration;

/**
 * How a line of samples is smoothed and sampled anew at other places: for every new sample a run of
 * old ones and their weights, which sum to 1. A Gaussian takes out what the new spacing cannot
 * hold; between old samples it is interpolated linearly. Beyond the ends the last sample counts.
 */
final class AxisWeights {

  /** Of what the Gaussian's support holds; its tail beyond weighs one per cent. */
  private static final double SUPPORT = 2.5;

  final int[] first;
  final float[][] weights;

  /**
   * Weights for an axis.
   *
   * @param old the number of old samples
   * @param start the place of the first new one, in old samples
   * @param step from one new one to the next, in old samples
   * @param count of new ones
   */
  AxisWeights(int old, double start, double step, int count) {
    first = new int[count];
    weights = new float[count][];
    double sigma = step > 1.05 ? 0.5 * Math.sqrt(step * step - 1) : 0;
    int radius = (int) Math.ceil(SUPPORT * sigma);
    double[] bell = new double[2 * radius + 1];
    for (int t = -radius; t <= radius; t++) {
      bell[t + radius] = sigma == 0 ? 1 : StrictMath.exp(-0.5 * t * t / (sigma * sigma));
    }
    for (int n = 0; n < count; n++) {
      sample(n, Math.clamp(start + n * step, 0, old - 1), old, radius, bell);
    }
  }

  private void sample(int n, double place, int old, int radius, double[] bell) {
    int left = Math.min((int) place, Math.max(0, old - 2));
    double share = place - left;
    int from = Math.clamp(left - radius, 0, old - 1);
    int to = Math.clamp(left + 1 + radius, 0, old - 1);
    double[] exact = new double[to - from + 1];
    double sum = 0;
    for (int t = -radius; t <= radius; t++) {
      double weight = bell[t + radius];
      exact[Math.clamp(left + t, from, to) - from] += (1 - share) * weight;
      exact[Math.clamp(left + 1 + t, from, to) - from] += share * weight;
      sum += weight;
    }
    first[n] = from;
    weights[n] = new float[exact.length];
    for (int t = 0; t < exact.length; t++) {
      weights[n][t] = (float) (exact[t] / sum);
    }
  }
}
