package org.breathline.core.respiration.recording;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.TraceWarning;

/**
 * A recording as its file has it, before anything was decided about it: the amplitude may grow with
 * exhalation, and any of the signals may be the beam. {@link TraceInterpretation} makes the
 * decisions.
 */
public final class TraceRecording {

  private final double[] timesS;
  private final double[] amplitudes;
  private final BreathingTrace.Validity[] validities;
  private final BreathingTrace.Unit unit;
  private final BreathingTrace.Origin origin;
  private final List<SignalColumn> signals;
  private final List<VendorMark> marks;
  private final List<TraceWarning> warnings;
  private final TraceOptions stated;

  /**
   * Takes over its arrays without a copy.
   *
   * @param timesS strictly increasing, seconds, on the device's clock
   * @param amplitudes one a sample, finite, in {@code unit}, growing whichever way the file has it
   * @param validities one a sample
   * @param unit of the amplitudes
   * @param origin where the recording comes from
   * @param signals everything else in the file that may say "beam on", one value a sample
   * @param marks the device's own marks
   * @param warnings what was repaired or assumed in reading
   */
  public TraceRecording(
      double[] timesS,
      double[] amplitudes,
      BreathingTrace.Validity[] validities,
      BreathingTrace.Unit unit,
      BreathingTrace.Origin origin,
      List<SignalColumn> signals,
      List<VendorMark> marks,
      List<TraceWarning> warnings) {
    this(
        timesS,
        amplitudes,
        validities,
        unit,
        origin,
        signals,
        marks,
        warnings,
        TraceOptions.DETECT);
  }

  private TraceRecording(
      double[] timesS,
      double[] amplitudes,
      BreathingTrace.Validity[] validities,
      BreathingTrace.Unit unit,
      BreathingTrace.Origin origin,
      List<SignalColumn> signals,
      List<VendorMark> marks,
      List<TraceWarning> warnings,
      TraceOptions stated) {
    this.timesS = timesS;
    this.amplitudes = amplitudes;
    this.validities = validities;
    this.unit = unit;
    this.origin = origin;
    this.signals = List.copyOf(signals);
    this.marks = List.copyOf(marks);
    this.warnings = List.copyOf(warnings);
    this.stated = stated;
  }

  /** The number of samples. */
  public int size() {
    return timesS.length;
  }

  /** A copy of all times, seconds, strictly increasing. */
  public double[] timesS() {
    return timesS.clone();
  }

  /** A copy of all amplitudes with the file's own polarity. */
  public double[] amplitudes() {
    return amplitudes.clone();
  }

  /** A copy of what may be trusted of each sample. */
  public BreathingTrace.Validity[] validities() {
    return validities.clone();
  }

  /** The unit of the amplitudes. */
  public BreathingTrace.Unit unit() {
    return unit;
  }

  /** Where the recording comes from. */
  public BreathingTrace.Origin origin() {
    return origin;
  }

  /** The signals of which one may be the beam. */
  public List<SignalColumn> signals() {
    return signals;
  }

  /** The device's own marks, in the order of time. */
  public List<VendorMark> marks() {
    return marks;
  }

  /** What was repaired or assumed in reading. */
  public List<TraceWarning> warnings() {
    return warnings;
  }

  /**
   * What the file itself says about its polarity and its beam, as some formats do: it holds where
   * the user decides nothing else. {@link TraceOptions#DETECT} where the file says nothing.
   */
  public TraceOptions stated() {
    return stated;
  }

  /** The same recording of a file that says what its polarity or its beam is. */
  public TraceRecording stating(TraceOptions said) {
    return new TraceRecording(
        timesS, amplitudes, validities, unit, origin, signals, marks, warnings, said);
  }

  /** The same recording with one warning more. */
  public TraceRecording with(TraceWarning.Kind kind, String message) {
    List<TraceWarning> more = new ArrayList<>(warnings);
    more.add(new TraceWarning(kind, message));
    return new TraceRecording(
        timesS, amplitudes, validities, unit, origin, signals, marks, more, stated);
  }
}
