package org.breathline.exchange.waveform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Validity;

/**
 * A trace on a regular grid, which is all that a DICOM waveform can hold.
 *
 * <p>The rule: the grid starts at the first sample. Its rate is that of the median step, rounded to
 * four digits, if all samples lie on it; otherwise the largest whole multiple of that up to {@value
 * #HIGHEST_HZ} Hz (the most that PS3.3, A.34.9.4.4 allows), so that little is lost between the
 * grid's samples. An amplitude is interpolated linearly between the samples around it; it is no
 * better than the worse of the two, and lost where the trace has a gap. The beam is on where it is
 * on at the nearest sample, so that an edge half-way between two samples moves by half a grid step
 * at most.
 */
final class RegularTrace {

  /** The highest rate that the Respiratory Waveform IOD allows. */
  static final double HIGHEST_HZ = 100;

  /** A longer stretch without samples, in seconds and in median steps, is a gap. */
  private static final double GAP_S = 0.5;

  private static final double GAP_STEPS = 4;

  /** A day at the highest rate: more would be a time that went astray. */
  private static final double MOST_SAMPLES = 8_640_000;

  /** All samples this close to the grid's, in steps, lie on it. */
  private static final double ON_GRID = 1e-3;

  /** A grid time this close to a sample, in steps, is the sample's own. */
  private static final double SAME_TIME = 1e-6;

  private final BreathingTrace trace;
  private final double startS;
  private final double frequencyHz;
  private final double gapS;
  private final double[] amplitudes;
  private final Validity[] validities;
  private final BitSet beamOn = new BitSet();

  private RegularTrace(BreathingTrace trace) {
    this.trace = trace;
    this.startS = trace.startS();
    double stepS = medianStepS(trace);
    this.frequencyHz = frequencyHz(trace, rounded(1 / stepS));
    this.gapS = Math.max(GAP_S, GAP_STEPS * stepS);
    double wanted = (trace.endS() - startS) * frequencyHz;
    if (wanted > MOST_SAMPLES) {
      throw new IllegalArgumentException("the trace lasts too long for its rate");
    }
    int samples = (int) Math.floor(wanted + SAME_TIME) + 1;
    this.amplitudes = new double[samples];
    this.validities = new Validity[samples];
    fill();
  }

  /**
   * Puts a trace on its grid.
   *
   * @throws IllegalArgumentException if it has fewer than two samples
   */
  static RegularTrace of(BreathingTrace trace) {
    if (trace.size() < 2) {
      throw new IllegalArgumentException("a trace of fewer than two samples has no rate");
    }
    return new RegularTrace(trace);
  }

  private static double medianStepS(BreathingTrace trace) {
    double[] steps = new double[trace.size() - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = trace.timeS(i + 1) - trace.timeS(i);
    }
    Arrays.sort(steps);
    return steps[steps.length / 2];
  }

  /** Four digits: the rate is a nominal one, and a decimal string says it exactly. */
  private static double rounded(double frequency) {
    return new BigDecimal(frequency).round(new MathContext(4)).doubleValue();
  }

  private static double frequencyHz(BreathingTrace trace, double nominalHz) {
    if (nominalHz > HIGHEST_HZ) {
      return HIGHEST_HZ;
    }
    for (int i = 1; i < trace.size(); i++) {
      double place = (trace.timeS(i) - trace.startS()) * nominalHz;
      if (Math.abs(place - Math.rint(place)) > ON_GRID) {
        return nominalHz * Math.floor(HIGHEST_HZ / nominalHz);
      }
    }
    return nominalHz;
  }

  private void fill() {
    Optional<BitSet> beam = trace.beamOn();
    for (int i = 0; i < amplitudes.length; i++) {
      double timeS = Math.min(timeS(i), trace.endS());
      int before = Math.min(trace.sampleBefore(timeS), trace.size() - 2);
      double fromS = trace.timeS(before);
      double stepS = trace.timeS(before + 1) - fromS;
      double share = (timeS - fromS) / stepS;
      int nearest = share <= 0.5 ? before : before + 1;
      boolean onSample = Math.abs(timeS - trace.timeS(nearest)) < SAME_TIME / frequencyHz;
      if (onSample) {
        amplitudes[i] = trace.amplitude(nearest);
        validities[i] = trace.validity(nearest);
      } else {
        double from = trace.amplitude(before);
        amplitudes[i] = from + share * (trace.amplitude(before + 1) - from);
        validities[i] =
            stepS > gapS
                ? Validity.LOST
                : worse(trace.validity(before), trace.validity(before + 1));
      }
      if (!Double.isFinite(amplitudes[i])) {
        validities[i] = Validity.LOST;
      }
      beamOn.set(i, beam.isPresent() && beam.get().get(nearest));
    }
  }

  private static Validity worse(Validity a, Validity b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  int size() {
    return amplitudes.length;
  }

  double startS() {
    return startS;
  }

  double frequencyHz() {
    return frequencyHz;
  }

  private double timeS(int sample) {
    return startS + sample / frequencyHz;
  }

  double amplitude(int sample) {
    return amplitudes[sample];
  }

  boolean isLost(int sample) {
    return validities[sample] == Validity.LOST;
  }

  /** The samples whose amplitude is good and whose phase is not. */
  BitSet aperiodic() {
    BitSet samples = new BitSet();
    for (int i = 0; i < validities.length; i++) {
      samples.set(i, validities[i] == Validity.APERIODIC);
    }
    return samples;
  }

  /** The samples with the beam on. */
  BitSet beamOn() {
    return beamOn;
  }

  /** What was lost on the way to the grid, and to whole numbers of a step. */
  Resampling report(double step) {
    double largest = 0;
    double squares = 0;
    int compared = 0;
    for (int i = 0; i < trace.size(); i++) {
      double place = (trace.timeS(i) - startS) * frequencyHz;
      int before = (int) Math.floor(place + SAME_TIME);
      int after = Math.min(before + 1, size() - 1);
      boolean afterGrid = after == before && place - before > SAME_TIME;
      if (afterGrid || trace.validity(i) == Validity.LOST || isLost(before) || isLost(after)) {
        continue;
      }
      double share = Math.max(0, place - before);
      double there = amplitudes[before] + share * (amplitudes[after] - amplitudes[before]);
      double error = Math.abs(there - trace.amplitude(i));
      largest = Math.max(largest, error);
      squares += error * error;
      compared++;
    }
    int lost = (int) Arrays.stream(validities).filter(v -> v == Validity.LOST).count();
    double rms = compared == 0 ? 0 : Math.sqrt(squares / compared);
    double shiftS = beamOn.isEmpty() ? 0 : 0.5 / frequencyHz;
    return new Resampling(frequencyHz, size(), lost, largest, rms, shiftS, step);
  }
}
