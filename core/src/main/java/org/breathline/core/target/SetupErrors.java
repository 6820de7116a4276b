package org.breathline.core.target;

import org.breathline.core.geometry.Vector3;

/**
 * The errors of preparation and treatment that a planning margin has to cover, apart from
 * breathing: standard deviations along the patient's axes, mm.
 *
 * @param systematicMm of what stays the same over the treatment
 * @param randomMm of what differs from fraction to fraction
 * @param penumbraMm of the Gaussian that describes the beam's edge: 3.2 in water, 6.4 in lung
 * @param beta how far from the middle of that edge the prescribed isodose lies: 1.64 for 95 %, 0.84
 *     for 80 % (stereotactic)
 */
public record SetupErrors(Vector3 systematicMm, Vector3 randomMm, double penumbraMm, double beta) {

  /** Of the edge in lung, mm. */
  public static final double PENUMBRA_IN_LUNG_MM = 6.4;

  /** Of the edge in water, mm. */
  public static final double PENUMBRA_IN_WATER_MM = 3.2;

  /** For a prescription to 95 %. */
  public static final double BETA_95 = 1.64;

  /** For a prescription to 80 %. */
  public static final double BETA_80 = 0.84;

  /** Checks that nothing is negative. */
  public SetupErrors {
    double least =
        Math.min(
            Math.min(Math.min(systematicMm.x(), systematicMm.y()), systematicMm.z()),
            Math.min(Math.min(randomMm.x(), randomMm.y()), randomMm.z()));
    if (!(least >= 0 && penumbraMm >= 0 && beta >= 0)) {
      throw new IllegalArgumentException("errors and penumbra must be at least 0");
    }
  }
}
