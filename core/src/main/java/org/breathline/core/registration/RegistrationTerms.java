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
   * {@link LocalCorrelation} and {@link TotalVariation}: the first engine.
   *
   * @param windowSigma standard deviation of the windows, voxels
   * @param lambda the weight
   * @param epsilon smoothing of the total variation
   */
  record Correlation(double windowSigma, double lambda, double epsilon)
      implements RegistrationTerms {

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
   * {@link NormalisedGradientField} and {@link Curvature}: the second engine.
   *
   * @param edge the edge parameter, of intensities from 0 to 1, per voxel
   * @param lambda the weight
   */
  record Gradients(double edge, double lambda) implements RegistrationTerms {

    /** What phantoms with known motion were found to want (the test of this engine). */
    public static final Gradients STANDARD = new Gradients(0.1, 10);

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
