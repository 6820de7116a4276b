package org.breathline.core.dose.photon;

import org.breathline.kernel.ConeExponentials;

/**
 * Two exponentials that leave energy along a cone as a kernel does. They leave all of it in the
 * end, and never less than nothing: f1 + f2 is the kernel's energy, f1 a1 + f2 a2 at least 0. The
 * second may count negative, which gives the rise that scatter has before it falls.
 *
 * @param fraction1 energy fraction of the flatter one
 * @param attenuation1 its attenuation, cm2/g
 * @param fraction2 energy fraction of the steeper one
 * @param attenuation2 its attenuation, cm2/g
 */
record ExponentialPair(
    double fraction1, double attenuation1, double fraction2, double attenuation2) {

  private static final double STEEP_FROM = 1;
  private static final double STEEP_TO = 60;
  private static final double FLAT_FROM = 0.02;
  private static final int CHOICES = 60;

  /** The pair for a primary kernel of a cone, by shell. */
  static ExponentialPair steep(double[] shells) {
    return best(shells, 0, STEEP_FROM, STEEP_TO);
  }

  /** The pair for a scatter kernel of a cone, by shell, with what it leaves beyond the shells. */
  static ExponentialPair flat(double[] shells, double beyond) {
    return best(shells, beyond, FLAT_FROM, ConeExponentials.LONGEST_SERIES * 0.999);
  }

  /**
   * The best of all pairs of a ladder of attenuations by the squared error of the energy left up to
   * each radius, each error weighing as the logarithmic width of its shell.
   */
  private static ExponentialPair best(double[] shells, double beyond, double from, double to) {
    double[] left = new double[shells.length];
    double sum = 0;
    for (int shell = 0; shell < shells.length; shell++) {
      sum += shells[shell];
      left[shell] = sum;
    }
    double all = sum + beyond;
    double bestError = Double.MAX_VALUE;
    ExponentialPair best = new ExponentialPair(all, from, 0, to);
    for (int i = 0; i < CHOICES; i++) {
      double a1 = from * Math.pow(to / from, (double) i / (CHOICES - 1));
      for (int j = i + 1; j < CHOICES; j++) {
        double a2 = from * Math.pow(to / from, (double) j / (CHOICES - 1));
        double fraction = fraction(left, all, a1, a2);
        double error = error(left, all, a1, a2, fraction);
        if (error < bestError) {
          bestError = error;
          best = new ExponentialPair(fraction, a1, all - fraction, a2);
        }
      }
    }
    return best;
  }

  private static double fraction(double[] left, double all, double a1, double a2) {
    double square = 0;
    double product = 0;
    for (int shell = 0; shell < left.length; shell++) {
      double first = leftBy(a1, shell);
      double second = leftBy(a2, shell);
      double weight = weight(shell);
      square += weight * (first - second) * (first - second);
      product += weight * (first - second) * (left[shell] - all * second);
    }
    return Math.clamp(product / square, 0, all * a2 / (a2 - a1));
  }

  private static double error(double[] left, double all, double a1, double a2, double fraction) {
    double error = 0;
    for (int shell = 0; shell < left.length; shell++) {
      double sum = fraction * leftBy(a1, shell) + (all - fraction) * leftBy(a2, shell);
      error += weight(shell) * (sum - left[shell]) * (sum - left[shell]);
    }
    return error;
  }

  private static double leftBy(double attenuation, int shell) {
    return 1 - Math.exp(-attenuation * DepositionKernels.outerRadiusCm(shell));
  }

  private static double weight(int shell) {
    double outer = DepositionKernels.outerRadiusCm(shell);
    double inner = shell == 0 ? 0 : DepositionKernels.outerRadiusCm(shell - 1);
    return (outer - inner) / outer;
  }
}
