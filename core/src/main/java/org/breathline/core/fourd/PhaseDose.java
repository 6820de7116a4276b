package org.breathline.core.fourd;

import org.breathline.core.field.DisplacementField;
import org.breathline.core.image.FloatVolume;

/**
 * The dose of a treatment given wholly in one phase of the breath, in the anatomy of that phase.
 *
 * @param name of the phase, for people
 * @param weight the part of the time that the patient spends in it, relative to the other phases'
 *     weights; at least 0
 * @param doseGy the dose, Gy
 * @param density mass density of the phase, g/cm3
 * @param fromReference where the points of the reference phase are in this one; for the reference
 *     phase itself a field of no motion
 */
public record PhaseDose(
    String name,
    double weight,
    FloatVolume doseGy,
    FloatVolume density,
    DisplacementField fromReference) {

  /** Checks the weight. */
  public PhaseDose {
    if (!(weight >= 0) || !Double.isFinite(weight)) {
      throw new IllegalArgumentException("a phase that weighs " + weight);
    }
  }
}
