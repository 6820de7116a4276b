package org.breathline.core.respiration.simulation;

/**
 * How a simulated recorder samples. Its clock ticks in milliseconds, as those of real ones do.
 *
 * @param samplesPerSecond the nominal rate, above 0, up to 200
 * @param jitterS standard deviation of a sample's time about its nominal one; it is cut at 0.4
 *     sample distances, so that samples stay in order
 * @param noiseMm standard deviation of the noise of a sample
 */
public record Recorder(double samplesPerSecond, double jitterS, double noiseMm) {

  /** 25 samples a second, as Varian's RPM, without flaws. */
  public static final Recorder PERFECT = new Recorder(25, 0, 0);

  /** 25 samples a second with a realistic clock and camera. */
  public static final Recorder CAMERA = new Recorder(25, 0.002, 0.05);

  /** Checks the ranges; throws {@link IllegalArgumentException}. */
  public Recorder {
    if (!(samplesPerSecond > 0 && samplesPerSecond <= 200) || !(jitterS >= 0 && noiseMm >= 0)) {
      throw new IllegalArgumentException(
          "a recorder takes up to 200 samples a second, with jitter and noise not negative");
    }
  }
}
