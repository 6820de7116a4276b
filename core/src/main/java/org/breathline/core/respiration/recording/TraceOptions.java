package org.breathline.core.respiration.recording;

import java.util.Optional;

/**
 * What the user decides about a recording; what is left open is detected.
 *
 * @param polarity which way the file's amplitude grows
 * @param beamOn what says "beam on"
 */
public record TraceOptions(Polarity polarity, Optional<BeamOnRule> beamOn) {

  /** Which way a file's amplitude grows. */
  public enum Polarity {
    /** Find out. */
    DETECT,
    /** It grows with inhalation. */
    AS_RECORDED,
    /** It falls with inhalation: turn it over. */
    INVERTED
  }

  /** Everything is detected. */
  public static final TraceOptions DETECT = new TraceOptions(Polarity.DETECT, Optional.empty());

  /** The same where something is decided, and what the other decides where it is not. */
  public TraceOptions orElse(TraceOptions other) {
    return new TraceOptions(
        polarity == Polarity.DETECT ? other.polarity : polarity, beamOn.or(() -> other.beamOn));
  }

  /** The same with a decision about the polarity. */
  public TraceOptions withPolarity(Polarity decided) {
    return new TraceOptions(decided, beamOn);
  }

  /** The same with a decision about the beam. */
  public TraceOptions withBeamOn(BeamOnRule decided) {
    return new TraceOptions(polarity, Optional.of(decided));
  }
}
