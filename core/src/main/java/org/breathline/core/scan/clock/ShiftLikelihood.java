package org.breathline.core.scan.clock;

import java.util.List;

/**
 * How well the trace, shifted by a time, explains what the images of one couch position show.
 *
 * <p>Each signal is taken to be a straight-line function of the amplitude, of either sign, with
 * normal deviations; with the line and the deviations' size fitted, the logarithm of the likelihood
 * of a shift is {@code -(n - 2) / 2 log(1 - R^2)} with the squared correlation R^2, summed over the
 * signals, up to a constant.
 */
final class ShiftLikelihood {

  /** Fewer images than this say nothing: a line alone takes two. */
  private static final int FEWEST = 6;

  /** No signal is explained better than this: images follow a marker only so far. */
  private static final double LEAST_UNEXPLAINED = 1e-3;

  private final double[] timesS;
  private final List<double[]> signals;

  /**
   * Prepares a couch position.
   *
   * @param timesS mid-acquisition times, on the trace's clock as far as it is known
   * @param signals each with one value a time
   */
  ShiftLikelihood(double[] timesS, List<double[]> signals) {
    this.timesS = timesS;
    this.signals = List.copyOf(signals);
  }

  /** The logarithm of the likelihood of a shift, at least 0; 0 where nothing can be said. */
  double at(RotationMean trace, double shiftS) {
    double sum = 0;
    double[] amplitudes = amplitudes(trace, shiftS);
    int count = count(amplitudes);
    for (double[] signal : signals) {
      double squared = squaredCorrelation(amplitudes, signal);
      sum -= (count - 2) / 2.0 * Math.log(Math.max(LEAST_UNEXPLAINED, 1 - squared));
    }
    return sum;
  }

  /** The squared correlation of the best explained signal, 0 to 1. */
  double bestSquaredCorrelation(RotationMean trace, double shiftS) {
    double[] amplitudes = amplitudes(trace, shiftS);
    return signals.stream().mapToDouble(s -> squaredCorrelation(amplitudes, s)).max().orElse(0);
  }

  private double[] amplitudes(RotationMean trace, double shiftS) {
    double[] amplitudes = new double[timesS.length];
    for (int i = 0; i < timesS.length; i++) {
      amplitudes[i] = trace.at(timesS[i] + shiftS);
    }
    return amplitudes;
  }

  private static int count(double[] amplitudes) {
    int count = 0;
    for (double amplitude : amplitudes) {
      count += Double.isNaN(amplitude) ? 0 : 1;
    }
    return Math.max(count, 2);
  }

  private static double squaredCorrelation(double[] amplitudes, double[] signal) {
    int n = 0;
    double meanA = 0;
    double meanS = 0;
    for (int i = 0; i < signal.length; i++) {
      if (!Double.isNaN(amplitudes[i])) {
        n++;
        meanA += amplitudes[i];
        meanS += signal[i];
      }
    }
    if (n < FEWEST) {
      return 0;
    }
    meanA /= n;
    meanS /= n;
    double aa = 0;
    double ss = 0;
    double as = 0;
    for (int i = 0; i < signal.length; i++) {
      if (!Double.isNaN(amplitudes[i])) {
        double a = amplitudes[i] - meanA;
        double s = signal[i] - meanS;
        aa += a * a;
        ss += s * s;
        as += a * s;
      }
    }
    return aa > 0 && ss > 0 ? as * as / (aa * ss) : 0;
  }
}
