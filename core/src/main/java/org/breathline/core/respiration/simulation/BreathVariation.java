package org.breathline.core.respiration.simulation;

/**
 * How breaths differ from each other.
 *
 * @param periodShare standard deviation of the period, as a share of it
 * @param amplitudeShare standard deviation of the amplitude, as a share of it
 * @param levelMm standard deviation of the level at the end of exhalation
 * @param driftMmPerMinute steady drift of all levels
 */
public record BreathVariation(
    double periodShare, double amplitudeShare, double levelMm, double driftMmPerMinute) {

  /** Every breath is the same. */
  public static final BreathVariation NONE = new BreathVariation(0, 0, 0, 0);

  /** As irregular as untrained patients are. */
  public static final BreathVariation IRREGULAR = new BreathVariation(0.15, 0.25, 0.6, 0.5);

  /** Checks the ranges; throws {@link IllegalArgumentException}. */
  public BreathVariation {
    if (!(periodShare >= 0 && amplitudeShare >= 0 && levelMm >= 0)
        || !Double.isFinite(driftMmPerMinute)) {
      throw new IllegalArgumentException("standard deviations are not negative");
    }
  }
}
