package org.breathline.core.scan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Origin;
import org.breathline.core.respiration.BreathingTrace.Unit;
import org.breathline.core.respiration.BreathingTrace.Validity;

/** Breathing with known breaths: a cosine each, of drawn period, height and foot. */
public final class SyntheticBreathing {

  private static final double SAMPLE_S = 0.04;

  private SyntheticBreathing() {}

  /** Equal breaths of 10 mm, the first one inhaled to the full at time 0. */
  public static BreathingCycles regular(double periodS, int breaths) {
    return of(new SplittableRandom(0), periodS, breaths, 0);
  }

  /** Breaths whose period and height vary by the given share (one standard deviation). */
  public static BreathingCycles irregular(
      long seed, double periodS, int breaths, double variation) {
    return of(new SplittableRandom(seed), periodS, breaths, variation);
  }

  private static BreathingCycles of(
      SplittableRandom random, double periodS, int breaths, double variation) {
    List<Breath> list = new ArrayList<>();
    double[] peaks = new double[breaths + 1];
    double[] feet = new double[breaths];
    for (int i = 0; i <= breaths; i++) {
      peaks[i] = 10 * Math.max(0.4, 1 + variation * random.nextGaussian());
    }
    double start = 0;
    for (int i = 0; i < breaths; i++) {
      feet[i] = 2 * variation * random.nextGaussian();
      double period = periodS * Math.max(0.5, 1 + variation * random.nextGaussian());
      double inhaleFraction = variation == 0 ? 0.5 : 0.4;
      list.add(new Breath(start, start + (1 - inhaleFraction) * period, start + period, true));
      start += period;
    }
    int samples = (int) (start / SAMPLE_S) + 2;
    double[] times = new double[samples];
    double[] amplitudes = new double[samples];
    int b = 0;
    for (int i = 0; i < samples; i++) {
      times[i] = i * SAMPLE_S;
      while (b < breaths - 1 && times[i] >= list.get(b).endS()) {
        b++;
      }
      Breath breath = list.get(b);
      boolean exhaling = times[i] < breath.exhaleS();
      double share =
          exhaling
              ? (times[i] - breath.startS()) / (breath.exhaleS() - breath.startS())
              : (breath.endS() - times[i]) / (breath.endS() - breath.exhaleS());
      double peak = exhaling ? peaks[b] : peaks[b + 1];
      amplitudes[i] = feet[b] + (peak - feet[b]) * (0.5 + 0.5 * Math.cos(Math.PI * share));
    }
    Validity[] validities = new Validity[samples];
    Arrays.fill(validities, Validity.VALID);
    return new BreathingCycles(
        new BreathingTrace(
            times,
            amplitudes,
            validities,
            null,
            Unit.MILLIMETRE,
            new Origin(Optional.empty(), Optional.<LocalDate>empty(), "synthetic")),
        list);
  }
}
