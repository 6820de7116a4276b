package org.breathline.core.respiration.recording;

/**
 * A mark that the recording device set by its own detection. It is evidence, not the truth.
 *
 * @param timeS when, seconds on the device's clock
 * @param kind what the device says it is
 */
public record VendorMark(double timeS, Kind kind) {

  /** What a device marks. */
  public enum Kind {
    /** Varian's {@code Z}: phase 0, meant as the end of inhalation. */
    PHASE_ZERO,
    /** Varian's {@code P}: phase pi, meant as the end of exhalation. */
    PHASE_PI
  }
}
