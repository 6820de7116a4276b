package org.breathline.core.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;

/**
 * The state of the breath in every phase of a 4DCT: how full the lungs are and how fast they fill.
 * What stands for fullness is a trace's amplitude or, without a trace, the lung volume seen in the
 * images; either is scaled so that it runs from 0 to 1 over the phases.
 *
 * @param states one a phase, in the order of increasing phase
 */
public record BreathCurve(List<OfPhase> states) {

  /**
   * The state in a phase.
   *
   * @param percent the phase, 0 to below 100
   * @param state fullness and its rate
   */
  public record OfPhase(double percent, BreathState state) {}

  /** Copies the list. */
  public BreathCurve {
    states = List.copyOf(states);
  }

  /**
   * The curve of a surrogate known in every phase.
   *
   * @param percents the phases, increasing
   * @param surrogate its values, larger at inhalation
   * @throws IllegalArgumentException if it is the same in all phases or the lengths differ
   */
  public static BreathCurve of(List<Double> percents, double[] surrogate) {
    if (percents.size() != surrogate.length) {
      throw new IllegalArgumentException("not one value a phase");
    }
    double low = Arrays.stream(surrogate).min().orElse(0);
    double range = Arrays.stream(surrogate).max().orElse(0) - low;
    if (!(range > 0)) {
      throw new IllegalArgumentException("the breath does not show in what stands for it");
    }
    int phases = surrogate.length;
    List<OfPhase> states = new ArrayList<>();
    for (int p = 0; p < phases; p++) {
      int next = (p + 1) % phases;
      int before = Math.floorMod(p - 1, phases);
      double span = percents.get(next) - percents.get(before);
      double rate =
          (surrogate[next] - surrogate[before]) / range / ((span <= 0 ? span + 100 : span) / 100);
      states.add(new OfPhase(percents.get(p), new BreathState((surrogate[p] - low) / range, rate)));
    }
    return new BreathCurve(states);
  }

  /**
   * The curve of a trace: the mean amplitude in each phase over all breaths that may be trusted (or
   * over all if there is none).
   *
   * @param percents the phases, increasing
   * @throws IllegalArgumentException if the trace has no breath
   */
  public static BreathCurve of(BreathingCycles cycles, List<Double> percents) {
    List<Breath> used = TraceScale.usable(cycles);
    double[] means = new double[percents.size()];
    for (int p = 0; p < means.length; p++) {
      means[p] = TraceScale.meanAt(cycles, used, percents.get(p));
    }
    return of(percents, means);
  }

  /** The mean state over the breath: where mid-position lies in terms of the breath. */
  public BreathState mean() {
    return new BreathState(
        states.stream().mapToDouble(s -> s.state().fullness()).average().orElse(0),
        states.stream().mapToDouble(s -> s.state().rate()).average().orElse(0));
  }
}
