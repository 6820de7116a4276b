package org.breathline.core.respiration;

/**
 * Something about a recording that its user should know: what was repaired, assumed or could not be
 * told. A recording that cannot be read at all is an exception, not a warning.
 *
 * @param kind what it is about
 * @param message one sentence for the user, without patient data
 */
public record TraceWarning(Kind kind, String message) {

  /** What a warning is about. */
  public enum Kind {
    /** Samples with the same time as another: they were spread between their neighbours. */
    REPEATED_TIME,
    /** Times that went backward or far astray: they were set between their neighbours. */
    BACKWARD_TIME,
    /** The clock was set back for good: the rest was moved to follow on. */
    CLOCK_RESET,
    /** Stretches without samples. */
    GAP,
    /** Samples that carry no amplitude or that the device marked as lost. */
    LOST_SAMPLES,
    /** Single samples far off their neighbours: breath detection passes over them. */
    SPIKES,
    /** The header is incomplete, unusual, or contradicts the samples. */
    HEADER,
    /** The last line is incomplete and was left out. */
    CUT_OFF,
    /** A meaning the file does not state was taken from its values. */
    ASSUMPTION,
    /** Which way is inhalation could not be told with confidence. */
    POLARITY_UNSURE,
    /** Which signal says "beam on" could not be told with confidence. */
    BEAM_ON_UNSURE
  }
}
