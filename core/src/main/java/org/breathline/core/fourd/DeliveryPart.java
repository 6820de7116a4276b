package org.breathline.core.fourd;

/**
 * A stretch of time of a delivery in which the machine doesn't change.
 *
 * @param beam which beam it belongs to: the time between two beams is not known, and so neither is
 *     the breath at which the next one begins
 * @param durationS how long it takes, s, above 0
 */
public record DeliveryPart(int beam, double durationS) {

  /** Checks the duration. */
  public DeliveryPart {
    if (!(durationS > 0)) {
      throw new IllegalArgumentException("a part of a delivery of " + durationS + " s");
    }
  }

  /**
   * The part that monitor units take at a dose rate.
   *
   * @param beam which beam it belongs to
   * @param monitorUnits above 0
   * @param perMinute monitor units a minute, above 0
   */
  public static DeliveryPart of(int beam, double monitorUnits, double perMinute) {
    return new DeliveryPart(beam, 60 * monitorUnits / perMinute);
  }
}
