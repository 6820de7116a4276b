package org.breathline.core.target;

import org.breathline.core.field.DisplacementField;

/**
 * Where the reference phase is found in another phase.
 *
 * @param percent the phase, 0 to below 100
 * @param weight the share of the time that the patient spends in it; those of a breath sum to one
 * @param field from the reference phase to this one; no motion for the reference phase itself
 */
public record PhaseField(double percent, double weight, DisplacementField field) {

  /** Checks the weight. */
  public PhaseField {
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("a share of time is 0 to 1, not " + weight);
    }
  }
}
