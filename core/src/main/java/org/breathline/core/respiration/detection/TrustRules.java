package org.breathline.core.respiration.detection;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Whether a breath is clear enough to sort by. */
final class TrustRules {

  /** A smaller swing, as a share of the local amplitude, may be a breath or not. */
  private static final double CLEAR_SWING = 0.5;

  /** So large a dip within a breath may be a breath of its own. */
  static final double DOUBTFUL_DIP = 0.3;

  private static final double SHORTEST_PERIODS = 0.4;
  private static final double LONGEST_PERIODS = 2;

  /** A hole longer than this share of the period may hide a turn. */
  private static final double HOLE_PERIODS = 0.12;

  private final UsableSignal signal;
  private final DoubleUnaryOperator amplitude;
  private final double periodS;

  /** The times of the minima of the hardly smoothed signal, ascending. */
  private final double[] minimaS;

  /**
   * Takes what is known of the breathing.
   *
   * @param fine the turning points of the hardly smoothed signal that {@link #DOUBTFUL_DIP} keeps
   */
  TrustRules(
      UsableSignal signal,
      DoubleUnaryOperator amplitude,
      double periodS,
      List<List<Extremum>> fine) {
    this.signal = signal;
    this.amplitude = amplitude;
    this.periodS = periodS;
    this.minimaS =
        fine.stream()
            .flatMap(List::stream)
            .filter(e -> !e.maximum())
            .mapToDouble(Extremum::timeS)
            .toArray();
  }

  boolean isTrusted(Extremum start, Extremum exhale, Extremum end) {
    double swing = Math.min(start.value(), end.value()) - exhale.value();
    double lengthS = end.timeS() - start.timeS();
    return swing >= CLEAR_SWING * amplitude.applyAsDouble(exhale.timeS())
        && lengthS >= SHORTEST_PERIODS * periodS
        && lengthS <= LONGEST_PERIODS * periodS
        && minimaWithin(start.timeS(), end.timeS()) <= 1
        && longestHoleS(start.sample(), end.sample()) <= HOLE_PERIODS * periodS;
  }

  private int minimaWithin(double fromS, double toS) {
    return numberBefore(toS) - numberBefore(fromS);
  }

  private int numberBefore(double timeS) {
    int found = Arrays.binarySearch(minimaS, timeS);
    return found >= 0 ? found : -found - 1;
  }

  private double longestHoleS(int from, int to) {
    double longest = 0;
    double usual = 1.5 * signal.medianStepS();
    for (int i = from + 1; i <= to; i++) {
      double between = signal.timesS()[i] - signal.timesS()[i - 1];
      longest = between > usual ? Math.max(longest, between) : longest;
    }
    return longest;
  }
}
