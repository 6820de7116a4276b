package org.breathline.core.respiration.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Unit;
import org.breathline.core.respiration.BreathingTrace.Validity;

/**
 * Breathing made by formula: its level is known at any time and its turns exactly. The same
 * arguments give the same breathing on any machine.
 */
public final class SyntheticBreathing {

  /** Simulations are minutes long; a day bounds the memory. */
  private static final double MAX_DURATION_S = 86_400;

  /** Gaussian deviations are cut here, so that no breath vanishes or stands still. */
  private static final double CUT = 2.5;

  private static final double SMALLEST_SHARE = 0.3;

  /** Keeps what a recorder adds apart from how the breaths vary. */
  private static final long RECORDER_STREAM = 0x9E37_79B9_7F4A_7C15L;

  private final BreathShape shape;
  private final double durationS;
  private final long seed;

  /** Inhale, exhale, inhale, ...: at least one turn before 0 and one after the end. */
  private final double[] turnTimesS;

  private final double[] turnLevelsMm;

  private SyntheticBreathing(
      BreathShape shape, double durationS, long seed, double[] turnTimesS, double[] turnLevelsMm) {
    this.shape = shape;
    this.durationS = durationS;
    this.seed = seed;
    this.turnTimesS = turnTimesS;
    this.turnLevelsMm = turnLevelsMm;
  }

  /** The same breath over and over. */
  public static SyntheticBreathing regular(BreathShape shape, double durationS) {
    return of(shape, BreathVariation.NONE, durationS, 0);
  }

  /**
   * Breathing from time 0 on.
   *
   * @param durationS up to a day, seconds
   * @param seed for the variation and for what a recorder adds
   * @throws IllegalArgumentException if the duration is not positive or longer than a day
   */
  public static SyntheticBreathing of(
      BreathShape shape, BreathVariation variation, double durationS, long seed) {
    if (!(durationS > 0 && durationS <= MAX_DURATION_S)) {
      throw new IllegalArgumentException("simulated breathing lasts up to a day");
    }
    SplittableRandom random = new SplittableRandom(seed);
    int breaths = (int) Math.ceil(durationS / (SMALLEST_SHARE * shape.periodS())) + 3;
    double[] times = new double[2 * breaths];
    double[] levels = new double[2 * breaths];
    double timeS = -0.6 * shape.periodS();
    int count = 0;
    while (count < 2 || times[count - 2] <= durationS) {
      double periodS = shape.periodS() * share(random, variation.periodShare());
      double amplitude = shape.amplitudeMm() * share(random, variation.amplitudeShare());
      double level = variation.levelMm() * deviation(random);
      double exhaleS = timeS + (1 - shape.inhaleFraction()) * periodS;
      times[count] = timeS;
      levels[count] = amplitude + drift(variation, timeS);
      times[count + 1] = exhaleS;
      levels[count + 1] = level + drift(variation, exhaleS);
      count += 2;
      timeS += periodS;
    }
    return new SyntheticBreathing(
        shape, durationS, seed, Arrays.copyOf(times, count), Arrays.copyOf(levels, count));
  }

  private static double deviation(SplittableRandom random) {
    return Math.clamp(random.nextGaussian(), -CUT, CUT);
  }

  private static double share(SplittableRandom random, double standardDeviation) {
    return Math.max(SMALLEST_SHARE, 1 + standardDeviation * deviation(random));
  }

  private static double drift(BreathVariation variation, double timeS) {
    return variation.driftMmPerMinute() * timeS / 60;
  }

  /** How long it lasts, from 0, seconds. */
  public double durationS() {
    return durationS;
  }

  /** The exact level at a time from 0 to the duration, millimetres, upward with inhalation. */
  public double levelMmAt(double timeS) {
    int found = Arrays.binarySearch(turnTimesS, timeS);
    int before = found >= 0 ? found : -found - 2;
    if (before < 0 || timeS > durationS) {
      throw new IllegalArgumentException(
          "no breathing at %.3f s: it lasts from 0 to %.3f s".formatted(timeS, durationS));
    }
    if (before == turnTimesS.length - 1) {
      return turnLevelsMm[before];
    }
    double share = (timeS - turnTimesS[before]) / (turnTimesS[before + 1] - turnTimesS[before]);
    boolean exhaling = before % 2 == 0;
    double low = turnLevelsMm[exhaling ? before + 1 : before];
    double high = turnLevelsMm[exhaling ? before : before + 1];
    double fromInhale = exhaling ? share : 1 - share;
    return low + (high - low) * Math.pow(Math.cos(Math.PI / 2 * fromInhale), 2 * shape.exponent());
  }

  /** The true breaths that lie wholly within the duration; all are trusted. */
  public List<Breath> breaths() {
    List<Breath> breaths = new ArrayList<>();
    for (int i = 0; i + 2 < turnTimesS.length; i += 2) {
      if (turnTimesS[i] >= 0 && turnTimesS[i + 2] <= durationS) {
        breaths.add(new Breath(turnTimesS[i], turnTimesS[i + 1], turnTimesS[i + 2], true));
      }
    }
    return breaths;
  }

  /** What a recorder makes of it where the beam is not recorded. */
  public BreathingTrace record(Recorder recorder) {
    return record(recorder, Optional.empty());
  }

  /** What a recorder makes of it, with the beam. */
  public BreathingTrace record(Recorder recorder, BeamIntervals beam) {
    return record(recorder, Optional.of(beam));
  }

  private BreathingTrace record(Recorder recorder, Optional<BeamIntervals> beam) {
    SplittableRandom random = new SplittableRandom(seed ^ RECORDER_STREAM);
    double stepS = 1 / recorder.samplesPerSecond();
    int size = (int) Math.floor(durationS / stepS) + 1;
    double[] timesS = new double[size];
    double[] levels = new double[size];
    Validity[] validities = new Validity[size];
    Arrays.fill(validities, Validity.VALID);
    BitSet on = new BitSet(size);
    for (int i = 0; i < size; i++) {
      double jitter = recorder.jitterS() * random.nextGaussian();
      double timeS = i * stepS + Math.clamp(jitter, -0.4 * stepS, 0.4 * stepS);
      timesS[i] = Math.round(1000 * Math.clamp(timeS, 0.0, durationS)) / 1000.0;
      levels[i] =
          levelMmAt(Math.min(timesS[i], durationS)) + recorder.noiseMm() * random.nextGaussian();
      on.set(i, beam.isPresent() && beam.get().contains(timesS[i]));
    }
    return new BreathingTrace(
        timesS,
        levels,
        validities,
        beam.isPresent() ? on : null,
        Unit.MILLIMETRE,
        new BreathingTrace.Origin(Optional.empty(), Optional.empty(), "simulated"));
  }
}
