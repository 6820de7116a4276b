package org.breathline.core.target;

import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.Margin;

/**
 * The planning margin around a target in its mean position that also covers its breathing (van Herk
 * et al., Int J Radiat Oncol Biol Phys 47, 1121 (2000); for mid-ventilation Wolthaus et al., ibid
 * 65, 1560 (2006)), along each axis of the patient:
 *
 * <pre>M = 2.5 S + b sqrt(s^2 + s_breath^2 + s_p^2) - b s_p</pre>
 *
 * with the systematic error S, the random error s, the breathing's standard deviation s_breath =
 * 0.36 A for a peak-to-peak amplitude A, the beam edge's standard deviation s_p and the place b of
 * the prescribed isodose on it.
 *
 * @param peakToPeakMm the amplitude A, mm
 * @param errors all other errors
 * @param marginMm with breathing, mm
 * @param setupMarginMm the same without it, mm: what an ITV needs around it
 */
public record BreathingMargin(
    Vector3 peakToPeakMm, SetupErrors errors, Vector3 marginMm, Vector3 setupMarginMm) {

  /** The factor of the systematic errors: for 90 % of the patients to get 95 % of the dose. */
  public static final double SYSTEMATIC = 2.5;

  /** The standard deviation of breathing as a share of its peak-to-peak amplitude. */
  public static final double BREATHING = 0.36;

  /** The margin of a motion and errors. */
  public static BreathingMargin of(Vector3 peakToPeakMm, SetupErrors errors) {
    return new BreathingMargin(
        peakToPeakMm, errors, margin(peakToPeakMm, errors), margin(Vector3.ZERO, errors));
  }

  private static Vector3 margin(Vector3 peakToPeak, SetupErrors errors) {
    Vector3 systematic = errors.systematicMm();
    Vector3 random = errors.randomMm();
    return new Vector3(
        margin(systematic.x(), random.x(), peakToPeak.x(), errors),
        margin(systematic.y(), random.y(), peakToPeak.y(), errors),
        margin(systematic.z(), random.z(), peakToPeak.z(), errors));
  }

  private static double margin(
      double systematic, double random, double peakToPeak, SetupErrors errors) {
    double breathing = BREATHING * peakToPeak;
    double penumbra = errors.penumbraMm();
    double sum = Math.sqrt(random * random + breathing * breathing + penumbra * penumbra);
    return SYSTEMATIC * systematic + errors.beta() * (sum - penumbra);
  }

  /** The margin with breathing, to grow the target in its mean position by. */
  public Margin margin() {
    return Margin.of(marginMm.x(), marginMm.y(), marginMm.z());
  }

  /** The margin without breathing, to grow the internal target by. */
  public Margin setupMargin() {
    return Margin.of(setupMarginMm.x(), setupMarginMm.y(), setupMarginMm.z());
  }
}
