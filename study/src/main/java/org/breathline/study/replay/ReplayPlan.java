package org.breathline.study.replay;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.study.InputException;

/**
 * How a cine scan is laid along a trace: couch positions one after the other, each imaged for the
 * longest breath and a rotation, filling the time in which the trace says the beam was on, so that
 * the first and the last beam edge of both agree.
 *
 * @param window the beam-on time on the trace's clock, from the first edge to the last
 * @param slicesPerPosition how many slices are imaged together
 * @param couchPositions how many stops
 * @param acquisitions at every stop
 * @param rotationS the time a slice stands for; an acquisition follows the other at once
 * @param travelS from the end of the beam at one stop to its beginning at the next
 * @param shortened whether the window is too short to image every stop for the longest breath
 */
public record ReplayPlan(
    TimeInterval window,
    int slicesPerPosition,
    int couchPositions,
    int acquisitions,
    double rotationS,
    double travelS,
    boolean shortened) {

  private static final double ROTATION_S = 0.5;
  private static final double LEAST_TRAVEL_S = 0.3;
  private static final int FEWEST_SLICES = 4;
  private static final int MOST_SLICES = 16;

  /** Lays a scan of so many slice positions along a trace. */
  static ReplayPlan of(BreathingCycles cycles, int slicePositions) throws InputException {
    TimeInterval window = window(cycles);
    double longestS =
        cycles.breaths().stream()
            .filter(b -> b.endS() > window.startS() && b.startS() < window.endS())
            .mapToDouble(Breath::periodS)
            .max()
            .orElse(0);
    int needed = (int) Math.ceil((longestS + ROTATION_S) / ROTATION_S - 1e-9);
    for (int slab = FEWEST_SLICES; slab <= MOST_SLICES; slab++) {
      ReplayPlan plan = fitted(window, slab, Math.ceilDiv(slicePositions, slab), needed, false);
      if (plan.travelS() >= LEAST_TRAVEL_S || plan.couchPositions() == 1) {
        return plan;
      }
    }
    int stops = Math.ceilDiv(slicePositions, MOST_SLICES);
    double perStopS = (window.durationS() - (stops - 1) * LEAST_TRAVEL_S) / stops;
    int possible = (int) Math.floor(perStopS / ROTATION_S);
    if (possible < 2) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "The trace is too short to scan along: %.1f s for %d couch positions.",
              window.durationS(),
              stops));
    }
    return fitted(window, MOST_SLICES, stops, possible, true);
  }

  private static ReplayPlan fitted(
      TimeInterval window, int slab, int stops, int acquisitions, boolean shortened) {
    double travelS =
        stops == 1 ? 0 : (window.durationS() - stops * acquisitions * ROTATION_S) / (stops - 1);
    return new ReplayPlan(window, slab, stops, acquisitions, ROTATION_S, travelS, shortened);
  }

  /** The longest beam-on time, or without one the time that the breaths cover. */
  private static TimeInterval window(BreathingCycles cycles) {
    List<Breath> breaths = cycles.breaths();
    Optional<TimeInterval> beam = BeamIntervals.of(cycles.trace()).flatMap(BeamIntervals::span);
    return beam.orElseGet(
        () -> new TimeInterval(breaths.getFirst().startS(), breaths.getLast().endS()));
  }

  /** When an acquisition's rotation begins, on the trace's clock. */
  double beginS(int couchPosition, int acquisition) {
    double perStopS = acquisitions * rotationS + travelS;
    return window.startS() + couchPosition * perStopS + acquisition * rotationS;
  }
}
