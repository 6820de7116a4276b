package org.breathline.core.sorting;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingCycles.Direction;
import org.breathline.core.respiration.BreathingTrace.Validity;

/** The respiratory state at any time of a trace, by one sorting method. */
public final class RespiratoryStates {

  private final BreathingCycles cycles;
  private final SortingMethod method;
  private final double exhaleLevel;
  private final double inhaleLevel;

  /**
   * Prepares a trace.
   *
   * <p>The range of {@link SortingMethod#AMPLITUDE} runs from the median amplitude at the ends of
   * exhalation to the median amplitude at the ends of inhalation, over the trusted breaths (over
   * all if none is trusted): a single deep breath does not stretch it.
   */
  public RespiratoryStates(BreathingCycles cycles, SortingMethod method) {
    this.cycles = cycles;
    this.method = method;
    this.exhaleLevel = medianAmplitude(cycles, Breath::exhaleS);
    this.inhaleLevel = medianAmplitude(cycles, Breath::startS);
  }

  /** The method. */
  public SortingMethod method() {
    return method;
  }

  /** The breathing. */
  public BreathingCycles cycles() {
    return cycles;
  }

  /** The amplitude that counts as full exhalation, in the trace's unit; NaN without breaths. */
  public double exhaleLevel() {
    return exhaleLevel;
  }

  /** The amplitude that counts as full inhalation, in the trace's unit; NaN without breaths. */
  public double inhaleLevel() {
    return inhaleLevel;
  }

  /**
   * The state at a time.
   *
   * @param timeS seconds on the trace's clock
   * @return empty where there is no breath, or no amplitude to sort by
   */
  public Optional<RespiratoryState> at(double timeS) {
    int number = cycles.breathAt(timeS);
    if (number < 0) {
      return Optional.empty();
    }
    Validity validity = cycles.trace().validityAt(timeS);
    boolean trusted =
        validity == Validity.VALID
            || (validity == Validity.APERIODIC && method != SortingMethod.PHASE);
    trusted &= cycles.breaths().get(number).trusted();
    boolean exhaling = cycles.directionAt(timeS) == Direction.EXHALING;
    return switch (method) {
      case PHASE -> Optional.of(new RespiratoryState(cycles.phasePercentAt(timeS), 0, trusted));
      case AMPLITUDE ->
          amplitudeState(
              (cycles.amplitudeAt(timeS) - exhaleLevel) / (inhaleLevel - exhaleLevel),
              exhaling,
              trusted);
      case LOCAL_AMPLITUDE -> amplitudeState(cycles.localAmplitudeAt(timeS), exhaling, trusted);
    };
  }

  private static Optional<RespiratoryState> amplitudeState(
      double share, boolean exhaling, boolean trusted) {
    return Double.isFinite(share)
        ? Optional.of(RespiratoryState.ofAmplitude(share, exhaling, trusted))
        : Optional.empty();
  }

  private static double medianAmplitude(BreathingCycles cycles, ToDoubleFunction<Breath> time) {
    double[] levels =
        cycles.breaths().stream()
            .filter(Breath::trusted)
            .mapToDouble(b -> cycles.amplitudeAt(time.applyAsDouble(b)))
            .toArray();
    if (levels.length == 0) {
      levels =
          cycles.breaths().stream()
              .mapToDouble(b -> cycles.amplitudeAt(time.applyAsDouble(b)))
              .toArray();
    }
    Arrays.sort(levels);
    int n = levels.length;
    return n == 0 ? Double.NaN : (levels[(n - 1) / 2] + levels[n / 2]) / 2;
  }
}
