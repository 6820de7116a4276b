package org.breathline.core.registration;

import java.util.List;

/**
 * How a pair of volumes is registered.
 *
 * @param lungLevelsMm voxel sizes of the levels in the lungs, coarse to fine, mm
 * @param bodyLevelsMm voxel sizes of the levels in the rest of the body, coarse to fine, mm
 * @param knotStep voxels from knot to knot, 1 to 16
 * @param windowSigma standard deviation of the correlation's windows, voxels
 * @param lungLambda weight of the total variation against the mean of 1 - LCC in the lungs
 * @param bodyLambda the same in the rest of the body; less, because organs slide along each other
 * @param epsilon smoothing of the total variation: below a strain of its root it is quadratic
 * @param mostIterations of the optimiser, on each level
 * @param tolerance a step that gains less than this share ends a level
 */
public record RegistrationSettings(
    List<Double> lungLevelsMm,
    List<Double> bodyLevelsMm,
    int knotStep,
    double windowSigma,
    double lungLambda,
    double bodyLambda,
    double epsilon,
    int mostIterations,
    double tolerance) {

  /** What the phantoms and the real 4DCT were found to want; see benchmarks/README.md. */
  public static final RegistrationSettings STANDARD =
      new RegistrationSettings(
          List.of(16.0, 8.0, 4.0, 2.0),
          List.of(16.0, 8.0, 4.0),
          4,
          1.5,
          0.2,
          0.05,
          2.5e-3,
          40,
          1e-3);

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
    if (!(windowSigma >= 0.5
            && windowSigma <= 8
            && lungLambda >= 0
            && bodyLambda >= 0
            && epsilon > 0
            && tolerance >= 0)
        || mostIterations < 1) {
      throw new IllegalArgumentException("settings out of range");
    }
  }

  /** The first engine's terms in the lungs. */
  RegistrationTerms lungTerms() {
    return new RegistrationTerms.Correlation(windowSigma, lungLambda, epsilon);
  }

  /** The first engine's terms in the rest of the body. */
  RegistrationTerms bodyTerms() {
    return new RegistrationTerms.Correlation(windowSigma, bodyLambda, epsilon);
  }
}
