package org.breathline.core.phantom;

/**
 * Where the body is in its breathing. Two numbers and not one, so that the way in can differ from
 * the way out: the five-dimensional model of Low et al. (Int J Radiat Oncol Biol Phys 63, 2005)
 * uses tidal volume and airflow; here the second is the amplitude of a moment ago.
 *
 * @param amplitude 0 at the typical end of exhalation, 1 at the typical end of inhalation; deeper
 *     breaths exceed that range
 * @param lagged the amplitude a fixed lag earlier
 */
public record MotionState(double amplitude, double lagged) {

  /** The reference state: end of exhalation, at rest. */
  public static final MotionState REFERENCE = new MotionState(0, 0);

  /** Checks that both are finite. */
  public MotionState {
    if (!Double.isFinite(amplitude) || !Double.isFinite(lagged)) {
      throw new IllegalArgumentException("a state of motion needs finite amplitudes");
    }
  }

  /** A state held long enough for the lag not to matter. */
  public static MotionState held(double amplitude) {
    return new MotionState(amplitude, amplitude);
  }
}
