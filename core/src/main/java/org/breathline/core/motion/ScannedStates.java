package org.breathline.core.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.sorting.SortedScan;

/**
 * The state of the breath in which each part of each phase was scanned. A phase of a 4DCT is put
 * together of slabs from different breaths; where the trace is at hand, each has a state of its
 * own, and a slab from a deep breath is no error but another sample.
 */
public final class ScannedStates {

  private final List<List<Slab>> phases;

  private record Slab(double lowMm, double highMm, BreathState state) {}

  private ScannedStates(List<List<Slab>> phases) {
    this.phases = phases;
  }

  /** Every phase in one state: all that is known without the scan's times. */
  public static ScannedStates of(BreathCurve curve) {
    return new ScannedStates(
        curve.states().stream()
            .map(s ->
                List.of(new Slab(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, s.state())))
            .toList());
  }

  /**
   * The states of the acquisitions that a sorted scan was put together of.
   *
   * @param cycles the trace it was sorted by
   * @param clock from the scanner's clock to the trace's
   * @param percents the phases, as {@link BreathCurve#of(BreathingCycles, List)} is given them: the
   *     states are on the scale of that curve
   * @throws IllegalArgumentException if the trace has no breath or no depth
   */
  public static ScannedStates of(
      SortedScan sorted, BreathingCycles cycles, ClockCorrection clock, List<Double> percents) {
    TraceScale scale = TraceScale.of(cycles, percents);
    List<CouchPosition> positions = sorted.scan().couchPositions();
    double half = sorted.scan().sliceSpacingMm() / 2;
    List<List<Slab>> phases = new ArrayList<>();
    for (int bin = 0; bin < sorted.request().bins().size(); bin++) {
      List<Slab> slabs = new ArrayList<>();
      for (int p = 0; p < positions.size(); p++) {
        OptionalInt taken = sorted.acquisition(p, bin);
        if (taken.isPresent()) {
          CouchPosition position = positions.get(p);
          double midS = position.acquisitions().get(taken.getAsInt()).midTimeS();
          slabs.add(
              new Slab(
                  position.positionMm(0) - half,
                  position.positionMm(position.slicesPerAcquisition() - 1) + half,
                  scale.stateAt(cycles, clock.toTraceS(midS))));
        }
      }
      phases.add(slabs);
    }
    return new ScannedStates(phases);
  }

  /** How many phases. */
  public int phases() {
    return phases.size();
  }

  /**
   * The state in which a height was scanned.
   *
   * @param heightMm mm along the slices' normal; beyond the scan the nearest slab's
   * @return not finite where the phase has no slab or the trace no value
   */
  public BreathState at(int phase, double heightMm) {
    BreathState nearest = new BreathState(Double.NaN, Double.NaN);
    double least = Double.POSITIVE_INFINITY;
    for (Slab slab : phases.get(phase)) {
      if (heightMm >= slab.lowMm() && heightMm <= slab.highMm()) {
        return slab.state();
      }
      double away = Math.min(Math.abs(heightMm - slab.lowMm()), Math.abs(heightMm - slab.highMm()));
      if (away < least) {
        least = away;
        nearest = slab.state();
      }
    }
    return nearest;
  }
}
