package org.breathline.core.fourd;

import java.util.Arrays;
import java.util.List;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;

/**
 * In what part of a stretch of time a patient is in which phase, along the patient's own trace. Its
 * breaths are taken one after the other, without the gaps between some of them, and in a circle: a
 * delivery that is longer than the trace begins it again.
 */
final class PhaseShares {

  /** How finely a stretch is looked at, s: less than a phase of a fast breath. */
  private static final double STEP_S = 0.05;

  private final List<Breath> breaths;

  /** When each breath begins, s after the first; one more than there are breaths. */
  private final double[] begins;

  private final int phases;

  PhaseShares(BreathingCycles cycles, int phases) {
    this.breaths = cycles.breaths();
    this.phases = phases;
    this.begins = new double[breaths.size() + 1];
    for (int i = 0; i < breaths.size(); i++) {
      begins[i + 1] = begins[i] + breaths.get(i).periodS();
    }
  }

  /** The length of all breaths, s. */
  double lengthS() {
    return begins[breaths.size()];
  }

  /** Adds the shares of a stretch that begins so long after the first breath. */
  void add(double startS, double durationS, double[] shares) {
    int steps = (int) Math.ceil(durationS / STEP_S);
    for (int step = 0; step < steps; step++) {
      double at = (startS + (step + 0.5) * durationS / steps) % lengthS();
      shares[phase(at)] += 1.0 / steps;
    }
  }

  /** The phase at a time of the circle; phase p is about p / phases of a breath. */
  private int phase(double atS) {
    int found = Arrays.binarySearch(begins, atS);
    int breath = Math.min(found >= 0 ? found : -found - 2, breaths.size() - 1);
    double part = (atS - begins[breath]) / breaths.get(breath).periodS();
    return (int) Math.rint(part * phases) % phases;
  }
}
