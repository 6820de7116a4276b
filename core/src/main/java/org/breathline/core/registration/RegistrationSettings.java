package org.breathline.core.registration;

import java.util.List;

/**
 * How a pair of volumes is registered.
 *
 * @param lungLevelsMm voxel sizes of the levels in the lungs, coarse to fine, mm
 * @param bodyLevelsMm voxel sizes of the levels in the rest of the body, coarse to fine, mm
 * @param knotStep voxels from knot to knot, 1 to 16
 * @param lungTerms what is minimised in the lungs
 * @param bodyTerms what is minimised in the rest of the body, and in a volume without lungs
 * @param mostIterations of the optimiser, on each level
 * @param tolerance a step that gains less than this share ends a level
 */
public record RegistrationSettings(
    List<Double> lungLevelsMm,
    List<Double> bodyLevelsMm,
    int knotStep,
    RegistrationTerms lungTerms,
    RegistrationTerms bodyTerms,
    int mostIterations,
    double tolerance) {

  private static final List<Double> LUNG_LEVELS_MM = List.of(16.0, 8.0, 4.0, 2.0);
  private static final List<Double> BODY_LEVELS_MM = List.of(16.0, 8.0, 4.0);

  /**
   * What the phantoms and the real 4DCT were found to want (ADR 10): in the lungs, which are full
   * of edges and stretch smoothly, gradients and curvature; elsewhere, where contrast is low and
   * organs slide along each other, correlation and total variation.
   */
  public static final RegistrationSettings STANDARD =
      withTerms(RegistrationTerms.Gradients.LUNGS, RegistrationTerms.Correlation.BODY);

  /** A second engine: in every part the terms that the first one does not use there. */
  public static final RegistrationSettings INDEPENDENT =
      withTerms(RegistrationTerms.Correlation.LUNGS, RegistrationTerms.Gradients.BODY);

  private static RegistrationSettings withTerms(
      RegistrationTerms lungTerms, RegistrationTerms bodyTerms) {
    return new RegistrationSettings(
        LUNG_LEVELS_MM, BODY_LEVELS_MM, 4, lungTerms, bodyTerms, 40, 1e-3);
  }

  /** Checks ranges; throws {@link IllegalArgumentException} in words. */
  public RegistrationSettings {
    lungLevelsMm = List.copyOf(lungLevelsMm);
    bodyLevelsMm = List.copyOf(bodyLevelsMm);
    if (lungLevelsMm.isEmpty() || bodyLevelsMm.isEmpty()) {
      throw new IllegalArgumentException("a registration needs at least one level");
    }
    if (knotStep < 1 || knotStep > 16) {
      throw new IllegalArgumentException("knots lie 1 to 16 voxels apart, not " + knotStep);
    }
    if (!(tolerance >= 0) || mostIterations < 1) {
      throw new IllegalArgumentException("settings out of range");
    }
  }
}
