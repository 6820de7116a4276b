package org.breathline.core.motion;

import java.util.Arrays;

/**
 * Least squares of three components on 1, v and v'. Where the states do not tell the three apart
 * (too few samples, or all in a line) less is fitted: v alone, or the mean.
 */
final class StateRegression {

  /** A pivot below this share of the number of samples tells nothing. */
  private static final double SINGULAR = 1e-6;

  private final double[] sums = new double[6];
  private final double[] right = new double[9];

  void clear() {
    Arrays.fill(sums, 0);
    Arrays.fill(right, 0);
  }

  void add(BreathState state, double x, double y, double z) {
    double v = state.fullness();
    double f = state.rate();
    sums[0] += 1;
    sums[1] += v;
    sums[2] += f;
    sums[3] += v * v;
    sums[4] += v * f;
    sums[5] += f * f;
    add(0, v, f, x);
    add(3, v, f, y);
    add(6, v, f, z);
  }

  private void add(int at, double v, double f, double value) {
    right[at] += value;
    right[at + 1] += v * value;
    right[at + 2] += f * value;
  }

  /**
   * Solves.
   *
   * @param solution receives constant, slope by v and slope by v' of each component; zeros where
   *     nothing was added
   */
  void solve(double[] solution) {
    Arrays.fill(solution, 0);
    double n = sums[0];
    if (n == 0) {
      return;
    }
    // By centred sums: v first, then what of v' is not along v.
    double meanV = sums[1] / n;
    double meanF = sums[2] / n;
    double vv = sums[3] - n * meanV * meanV;
    double vf = sums[4] - n * meanV * meanF;
    double ff = sums[5] - n * meanF * meanF;
    double along = vv > SINGULAR * n ? vf / vv : 0;
    double rest = ff - along * vf;
    for (int at = 0; at < 9; at += 3) {
      double mean = right[at] / n;
      double vx = right[at + 1] - meanV * right[at];
      double fx = right[at + 2] - meanF * right[at];
      double byRate = n > 3 && rest > SINGULAR * n ? (fx - along * vx) / rest : 0;
      double byFullness = vv > SINGULAR * n ? (vx - byRate * vf) / vv : 0;
      solution[at] = mean - byFullness * meanV - byRate * meanF;
      solution[at + 1] = byFullness;
      solution[at + 2] = byRate;
    }
  }
}
