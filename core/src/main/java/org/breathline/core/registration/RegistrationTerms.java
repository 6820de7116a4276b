package org.breathline.core.registration;

/**
 * What a deformable registration minimises: how unlike the images are, and how rough the
 * displacement is. Two engines with different terms are wrong in different places.
 */
public sealed interface RegistrationTerms
    permits RegistrationTerms.Correlation, RegistrationTerms.Gradients {

  /** The metric of a level. */
  Metric metric(Region region, float[] fixed);

  /** The roughness. */
  Regulariser regulariser();

  /** The weight of the roughness against the mean dissimilarity. */
  double lambda();

  /**
   * {@link LocalCorrelation} and {@link TotalVariation}.
   *
   * @param windowSigma standard deviation of the windows, voxels, 0.5 to 8
   * @param lambda the weight, at least 0
   * @param epsilon smoothing of the total variation: below a strain of its root it is quadratic
   */
  record Correlation(double windowSigma, double lambda, double epsilon)
      implements RegistrationTerms {

    /** What phantoms with known motion were found to want in the lungs. */
    public static final Correlation LUNGS = new Correlation(1.5, 0.2, 2.5e-3);

    /** The same in the rest of the body: less smooth, because organs slide along each other. */
    public static final Correlation BODY = new Correlation(1.5, 0.1, 2.5e-3);

    /** Checks ranges; throws {@link IllegalArgumentException} in words. */
    public Correlation {
      if (!(windowSigma >= 0.5 && windowSigma <= 8 && lambda >= 0 && epsilon > 0)) {
        throw new IllegalArgumentException("terms out of range");
      }
    }

    @Override
    public Metric metric(Region region, float[] fixed) {
      return new LocalCorrelation(region, fixed, windowSigma);
    }

    @Override
    public Regulariser regulariser() {
      return new TotalVariation(epsilon);
    }
  }

  /**
   * {@link NormalisedGradientField} and {@link Curvature}.
   *
   * @param edge the edge parameter, of intensities from 0 to 1, per voxel
   * @param lambda the weight
   */
  record Gradients(double edge, double lambda) implements RegistrationTerms {

    /** What phantoms with known motion were found to want in the lungs. */
    public static final Gradients LUNGS = new Gradients(0.1, 10);

    /** The same in the rest of the body. */
    public static final Gradients BODY = new Gradients(0.1, 10);

    /** Checks ranges; throws {@link IllegalArgumentException} in words. */
    public Gradients {
      if (!(edge > 0 && lambda >= 0)) {
        throw new IllegalArgumentException("terms out of range");
      }
    }

    @Override
    public Metric metric(Region region, float[] fixed) {
      return new NormalisedGradientField(region, fixed, edge);
    }

    @Override
    public Regulariser regulariser() {
      return new Curvature();
    }
  }
}
