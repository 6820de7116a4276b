package org.breathline.core.respiration.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;

/**
 * Finds the breaths of a trace.
 *
 * <p>The signal without lost samples and spikes is smoothed over a fixed share of its own breathing
 * period; its turning points are simplified until every swing reaches a share of the local
 * amplitude (so neither drift, nor noise, nor a shallow dip makes a breath); period and amplitude
 * are then known better, and the search is repeated. The moment of each turn is found on the hardly
 * smoothed signal, between samples.
 *
 * <p>A breath is not trusted where it is much smaller or its period much shorter or longer than its
 * neighbours', where it holds a dip that could be a breath, or where samples are lost in it. A
 * sample that the device called aperiodic doesn't count against a breath: the device distrusts its
 * own prediction of the phase there, which is not used; the amplitude is as good as elsewhere.
 */
public final class BreathDetector {

  /** Humans breathe no faster or slower, at rest or panting. */
  static final double MIN_PERIOD_S = 0.7;

  private static final double MAX_PERIOD_S = 30;
  private static final int ROUNDS = 3;

  /** For the first look: it must not swallow the fastest breathing. */
  private static final double FIRST_SIGMA_S = 0.12;

  private static final double FIRST_SWING = 0.35;

  /** Smoothing, as a share of the period: a cosine keeps 93 % of its amplitude. */
  private static final double SIGMA_PERIODS = 0.06;

  /** The smallest swing that makes a breath, as a share of the local amplitude. */
  private static final double SWING = 0.33;

  /** A stretch without samples longer than this share of the period hides what happened in it. */
  private static final double HOLE_PERIODS = 0.35;

  /** The range, 5th to 95th percentile, of nothing but noise is 3.3 of its standard deviations. */
  private static final double LEAST_RANGE_IN_NOISE = 5;

  private BreathDetector() {}

  /** The breaths of a trace; none where nothing in it breathes. */
  public static BreathingCycles detect(BreathingTrace trace) {
    UsableSignal signal = UsableSignal.of(trace);
    double range = signal.typicalRange();
    if (signal.size() < 3 || !(range > 0)) {
      return new BreathingCycles(trace, List.of());
    }
    double stepS = signal.medianStepS();
    List<List<Extremum>> stretches =
        search(signal, Math.max(FIRST_SIGMA_S, stepS), 1, t -> FIRST_SWING * range);
    double periodS = medianPeriodS(stretches);
    DoubleUnaryOperator amplitude = LocalAmplitude.of(stretches, range);
    for (int round = 0; round < ROUNDS && isPossible(periodS); round++) {
      DoubleUnaryOperator local = amplitude;
      stretches =
          search(
              signal,
              Math.max(SIGMA_PERIODS * periodS, 0.6 * stepS),
              HOLE_PERIODS * periodS,
              t -> SWING * local.applyAsDouble(t));
      periodS = medianPeriodS(stretches);
      amplitude = LocalAmplitude.of(stretches, range);
    }
    if (!isPossible(periodS) || range < LEAST_RANGE_IN_NOISE * signal.noise()) {
      return new BreathingCycles(trace, List.of());
    }
    return new BreathingCycles(trace, breaths(signal, stretches, amplitude, periodS));
  }

  private static boolean isPossible(double periodS) {
    return periodS >= MIN_PERIOD_S && periodS <= MAX_PERIOD_S;
  }

  private static List<List<Extremum>> search(
      UsableSignal signal, double sigmaS, double holeS, DoubleUnaryOperator threshold) {
    double longestStepS = Math.max(holeS, 3 * signal.medianStepS());
    List<List<Extremum>> stretches = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= signal.size(); i++) {
      if (i == signal.size() || signal.timesS()[i] - signal.timesS()[i - 1] > longestStepS) {
        double[] smoothed = GaussianSmoothing.smooth(signal, from, i, sigmaS);
        double[] times = Arrays.copyOfRange(signal.timesS(), from, i);
        stretches.add(TurningPoints.find(times, smoothed, from, threshold));
        from = i;
      }
    }
    return stretches;
  }

  /** Between ends of inhalation and between ends of exhalation; NaN where there are none. */
  private static double medianPeriodS(List<List<Extremum>> stretches) {
    double[] periods =
        stretches.stream()
            .flatMapToDouble(f ->
                IntStream.range(2, f.size())
                    .mapToDouble(i -> f.get(i).timeS() - f.get(i - 2).timeS()))
            .toArray();
    return periods.length == 0 ? Double.NaN : Quantiles.of(periods, 0.5);
  }

  private static List<Breath> breaths(
      UsableSignal signal,
      List<List<Extremum>> stretches,
      DoubleUnaryOperator amplitude,
      double periodS) {
    double sigmaS = TurnRefinement.sigmaS(signal, amplitude, periodS);
    TurnRefinement refinement = new TurnRefinement(signal, periodS, sigmaS);
    TrustRules rules =
        new TrustRules(
            signal,
            amplitude,
            periodS,
            search(
                signal,
                sigmaS,
                HOLE_PERIODS * periodS,
                t -> TrustRules.DOUBTFUL_DIP * amplitude.applyAsDouble(t)));
    List<Breath> breaths = new ArrayList<>();
    for (List<Extremum> extrema : stretches) {
      double[] timesS = refinement.timesS(extrema);
      for (int i = 0; i + 2 < extrema.size(); i++) {
        if (extrema.get(i).maximum()) {
          boolean trusted = rules.isTrusted(extrema.get(i), extrema.get(i + 1), extrema.get(i + 2));
          breaths.add(new Breath(timesS[i], timesS[i + 1], timesS[i + 2], trusted));
        }
      }
    }
    return breaths;
  }
}
