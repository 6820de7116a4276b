package org.breathline.core.respiration;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recorded breathing signal: samples with strictly increasing times. Readers have already sorted
 * out repeated and backward timestamps; amplitudes grow with inhalation (a file of the other
 * polarity has been turned over).
 */
public final class BreathingTrace {

  /** What may be trusted of a sample. */
  public enum Validity {
    /** Amplitude and phase are good. */
    VALID,
    /** The device found the breathing not periodic: the amplitude is good, its phase is not. */
    APERIODIC,
    /** The device lost the marker: neither is good. */
    LOST
  }

  /** What the amplitude is measured in. */
  public enum Unit {
    /** Millimetres of marker or surface motion. */
    MILLIMETRE,
    /** A signal without a length scale (impedance, belt pressure, flow). */
    ARBITRARY
  }

  /**
   * Where a trace comes from.
   *
   * @param patientId the identifier written in the file, if any
   * @param date the day of recording, if written
   * @param format the file format in words, such as "Varian .vxp 1.6"
   */
  public record Origin(Optional<String> patientId, Optional<LocalDate> date, String format) {}

  private final double[] timesS;
  private final double[] amplitudes;
  private final Validity[] validities;
  private final @Nullable BitSet beamOn;
  private final Unit unit;
  private final Origin origin;

  /**
   * Copies its arguments.
   *
   * @param timesS strictly increasing, seconds, on the device's clock
   * @param amplitudes one a sample, in {@code unit}, finite where not lost
   * @param validities one a sample
   * @param beamOn the samples during which the scanner's beam was on, or null where not recorded
   * @throws IllegalArgumentException if lengths differ, or times do not increase strictly
   */
  public BreathingTrace(
      double[] timesS,
      double[] amplitudes,
      Validity[] validities,
      @Nullable BitSet beamOn,
      Unit unit,
      Origin origin) {
    if (amplitudes.length != timesS.length || validities.length != timesS.length) {
      throw new IllegalArgumentException("times, amplitudes and validities differ in number");
    }
    for (int i = 1; i < timesS.length; i++) {
      if (!(timesS[i] > timesS[i - 1])) {
        throw new IllegalArgumentException(
            "time does not increase at sample %d: %.3f s after %.3f s"
                .formatted(i, timesS[i], timesS[i - 1]));
      }
    }
    this.timesS = timesS.clone();
    this.amplitudes = amplitudes.clone();
    this.validities = validities.clone();
    this.beamOn = beamOn == null ? null : (BitSet) beamOn.clone();
    this.unit = unit;
    this.origin = origin;
  }

  /** The number of samples. */
  public int size() {
    return timesS.length;
  }

  /** The time of a sample in seconds on the device's clock. */
  public double timeS(int sample) {
    return timesS[sample];
  }

  /** The amplitude of a sample, in {@link #unit()}. */
  public double amplitude(int sample) {
    return amplitudes[sample];
  }

  /** What may be trusted of a sample. */
  public Validity validity(int sample) {
    return validities[sample];
  }

  /** The samples with the beam on; empty where the file does not record it. */
  public Optional<BitSet> beamOn() {
    return Optional.ofNullable(beamOn).map(b -> (BitSet) b.clone());
  }

  /** The unit of the amplitudes. */
  public Unit unit() {
    return unit;
  }

  /** Where the trace comes from. */
  public Origin origin() {
    return origin;
  }

  /** A copy of all times, seconds. */
  public double[] timesS() {
    return timesS.clone();
  }

  /** A copy of all amplitudes. */
  public double[] amplitudes() {
    return amplitudes.clone();
  }

  /** The time of the first sample, seconds. */
  public double startS() {
    return timesS[0];
  }

  /** The time of the last sample, seconds. */
  public double endS() {
    return timesS[timesS.length - 1];
  }

  /** The same recording with its amplitudes turned over. */
  public BreathingTrace inverted() {
    double[] turned = new double[amplitudes.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = -amplitudes[i];
    }
    return new BreathingTrace(timesS, turned, validities, beamOn, unit, origin);
  }

  /** The sample at or just before a time; -1 before the first. */
  public int sampleBefore(double timeS) {
    int found = Arrays.binarySearch(timesS, timeS);
    return found >= 0 ? found : -found - 2;
  }

  /** The amplitude at any time by linear interpolation; NaN outside the recording. */
  public double amplitudeAt(double timeS) {
    int before = sampleBefore(timeS);
    if (before < 0 || timeS > endS()) {
      return Double.NaN;
    }
    if (before == timesS.length - 1) {
      return amplitudes[before];
    }
    double fraction = (timeS - timesS[before]) / (timesS[before + 1] - timesS[before]);
    return amplitudes[before] + fraction * (amplitudes[before + 1] - amplitudes[before]);
  }

  /** What may be trusted at any time: the worse of the two samples around it. */
  public Validity validityAt(double timeS) {
    int before = sampleBefore(timeS);
    if (before < 0 || timeS > endS()) {
      return Validity.LOST;
    }
    int after = Math.min(before + 1, timesS.length - 1);
    return validities[before].compareTo(validities[after]) >= 0
        ? validities[before]
        : validities[after];
  }
}
