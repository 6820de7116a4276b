package org.breathline.core.sorting;

/**
 * Where in the breath a moment is, as a point on a circle of 100 %: 0 % is the end of inhalation,
 * then exhalation, then inhalation back to 100 %.
 *
 * <p>By phase the point is the phase itself. By amplitude it is {@code 50 (1 - a)} while exhaling
 * and {@code 50 (1 + a)} while inhaling, where a is the amplitude as a share of the range between
 * the end of exhalation (0) and the end of inhalation (1). So 0 % is full inhalation, 50 % full
 * exhalation, both limbs are told apart between them, and the direction does not matter at the
 * ends, where it is poorly known.
 *
 * @param percent the point on the circle, 0 to below 100
 * @param beyondPercent how far the amplitude lies outside its range, in the same measure (50 % is
 *     the full range); 0 inside and always by phase
 * @param trusted false where the breath or the sample is not to be trusted
 */
public record RespiratoryState(double percent, double beyondPercent, boolean trusted) {

  /** Wraps the point onto the circle. */
  public RespiratoryState {
    percent = wrap(percent);
  }

  /**
   * The state of an amplitude and a direction.
   *
   * @param share amplitude as a share of the range; outside 0 to 1 it lies beyond the range
   */
  static RespiratoryState ofAmplitude(double share, boolean exhaling, boolean trusted) {
    double inside = Math.clamp(share, 0.0, 1.0);
    return new RespiratoryState(
        exhaling ? 50 * (1 - inside) : 50 * (1 + inside), 50 * Math.abs(share - inside), trusted);
  }

  /** The amplitude as a share of the range, 0 to 1, if this state was made of one. */
  public double amplitudeShare() {
    return Math.abs(percent - 50) / 50;
  }

  /** The signed distance from a point of the circle to another, -50 to below 50 %. */
  public static double difference(double fromPercent, double toPercent) {
    return wrap(toPercent - fromPercent + 50) - 50;
  }

  private static double wrap(double percent) {
    double wrapped = percent - 100 * Math.floor(percent / 100);
    return wrapped < 100 ? wrapped : 0; // a tiny negative number wraps to 100 exactly
  }
}
