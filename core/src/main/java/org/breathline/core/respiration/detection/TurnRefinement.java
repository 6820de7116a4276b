package org.breathline.core.respiration.detection;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds the moment of a turn between samples: the extremum of the hardly smoothed signal near the
 * one of the smoothed signal, then the vertex of a parabola through the samples around it.
 */
final class TurnRefinement {

  /** How far from the smoothed turn the moment is looked for, as a share of the period. */
  private static final double SEARCH_PERIODS = 0.12;

  /** The noise left after smoothing, as a share of the amplitude: it moves a turn no further. */
  private static final double NOISE_LEFT = 0.01;

  private static final double SMALLEST_SIGMA_PERIODS = 0.012;
  private static final double LARGEST_SIGMA_PERIODS = 0.05;

  /** The parabola is fitted to the samples within this many sigmas. */
  private static final double FIT_SIGMAS = 2;

  private final UsableSignal signal;
  private final double periodS;
  private final double fitReachS;
  private final double[] light;

  /**
   * Takes what is known of the breathing.
   *
   * @param sigmaS how little to smooth
   */
  TurnRefinement(UsableSignal signal, double periodS, double sigmaS) {
    this.signal = signal;
    this.periodS = periodS;
    this.fitReachS = Math.max(FIT_SIGMAS * sigmaS, 2.5 * signal.medianStepS());
    this.light = GaussianSmoothing.smooth(signal, 0, signal.size(), sigmaS);
  }

  /**
   * The least smoothing, seconds, that leaves the noise small. Gaussian weights leave white noise
   * the share {@code sqrt(step / (2 sqrt(pi) sigma))} of its standard deviation.
   */
  static double sigmaS(UsableSignal signal, DoubleUnaryOperator amplitude, double periodS) {
    double middleS = signal.timesS()[signal.size() / 2];
    double noise = signal.noise() / (NOISE_LEFT * amplitude.applyAsDouble(middleS));
    double needed = signal.medianStepS() * noise * noise / (2 * Math.sqrt(Math.PI));
    double bounded =
        Math.clamp(needed, SMALLEST_SIGMA_PERIODS * periodS, LARGEST_SIGMA_PERIODS * periodS);
    return Math.max(bounded, 0.6 * signal.medianStepS());
  }

  /** The moments of alternating turns, seconds, strictly increasing. */
  double[] timesS(List<Extremum> extrema) {
    double[] timesS = new double[extrema.size()];
    for (int i = 0; i < timesS.length; i++) {
      Extremum turn = extrema.get(i);
      double reachS = SEARCH_PERIODS * periodS;
      double fromS = turn.timeS() - reachS;
      double toS = turn.timeS() + reachS;
      if (i > 0) {
        fromS = Math.max(fromS, turn.timeS() - (turn.timeS() - extrema.get(i - 1).timeS()) / 3);
      }
      if (i + 1 < timesS.length) {
        toS = Math.min(toS, turn.timeS() + (extrema.get(i + 1).timeS() - turn.timeS()) / 3);
      }
      timesS[i] = refine(turn, fromS, toS);
    }
    return timesS;
  }

  private double refine(Extremum turn, double fromS, double toS) {
    double sign = turn.maximum() ? 1 : -1;
    int best = turn.sample();
    for (int i = turn.sample(); i >= 0 && signal.timesS()[i] >= fromS; i--) {
      best = sign * light[i] > sign * light[best] ? i : best;
    }
    for (int i = turn.sample(); i < signal.size() && signal.timesS()[i] <= toS; i++) {
      best = sign * light[i] > sign * light[best] ? i : best;
    }
    return vertex(best, sign, fromS, toS);
  }

  /** Least-squares parabola through the samples around; the sample's own time where none fits. */
  private double vertex(int sample, double sign, double fromS, double toS) {
    double centreS = signal.timesS()[sample];
    double[] s = new double[5];
    double[] t = new double[3];
    int count = 0;
    int low = sample;
    while (low > 0 && signal.timesS()[low - 1] >= centreS - fitReachS) {
      low--;
    }
    for (int i = low; i < signal.size() && signal.timesS()[i] <= centreS + fitReachS; i++) {
      double x = (signal.timesS()[i] - centreS) / fitReachS;
      double power = 1;
      for (int k = 0; k < 5; k++) {
        s[k] += power;
        if (k < 3) {
          t[k] += power * signal.values()[i];
        }
        power *= x;
      }
      count++;
    }
    if (count < 4) {
      return centreS;
    }
    double curvature = determinant(s[0], s[1], t[0], s[1], s[2], t[1], s[2], s[3], t[2]) * sign;
    double slope = determinant(s[0], t[0], s[2], s[1], t[1], s[3], s[2], t[2], s[4]) * sign;
    double timeS = centreS - fitReachS * slope / (2 * curvature);
    boolean inside = Math.abs(timeS - centreS) <= fitReachS && timeS > fromS && timeS < toS;
    return curvature < 0 && inside ? timeS : centreS;
  }

  private static double determinant(
      double a, double b, double c, double d, double e, double f, double g, double h, double i) {
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  }
}
