package org.breathline.core.dose;

/**
 * The fluence of a beam behind its collimator: that of the target and that of the head, each
 * blurred by its source's extent, and that of electrons.
 */
final class BeamFluence {

  /** Side of the squares that a fluence map is cut into before it is blurred, mm. */
  private static final double STEP_MM = 1;

  /** A blur reaches so many standard deviations. */
  private static final double REACH = 3.5;

  private static final double NEGLIGIBLE = 1e-7;

  private final PhotonBeamModel model;
  private final FluenceIntegral photons;
  private final FluenceIntegral electrons;

  BeamFluence(PhotonBeamModel model, FluenceMap map) {
    this.model = model;
    double widest = model.headScatter() > 0 ? model.headScatterSigmaMm() : 0;
    if (model.electrons() > 0) {
      widest = Math.max(widest, model.electronSigmaMm());
    }
    double reach = REACH * Math.max(widest, model.sourceSigmaMm());
    Raster raster = Raster.of(map, STEP_MM, reach);
    double[] fromTarget = raster.blurred(model.sourceSigmaMm());
    if (model.headScatter() > 0) {
      double[] fromHead = raster.blurred(model.headScatterSigmaMm());
      for (int i = 0; i < fromTarget.length; i++) {
        fromTarget[i] =
            (1 - model.headScatter()) * fromTarget[i] * model.profile().at(raster.radiusMm(i))
                + model.headScatter() * fromHead[i];
      }
    } else {
      for (int i = 0; i < fromTarget.length; i++) {
        fromTarget[i] *= model.profile().at(raster.radiusMm(i));
      }
    }
    photons = raster.integral(fromTarget);
    electrons =
        model.electrons() > 0 ? raster.integral(raster.blurred(model.electronSigmaMm())) : photons;
  }

  /** Whether nothing passes at a rectangle about a point. */
  boolean misses(double xMm, double yMm, double halfWidthMm, double halfHeightMm) {
    return photons.misses(xMm, yMm, halfWidthMm, halfHeightMm);
  }

  /** Mean fluence of photons over a rectangle; 0 where it doesn't matter. */
  double photons(double xMm, double yMm, double halfWidthMm, double halfHeightMm) {
    double mean = photons.mean(xMm, yMm, halfWidthMm, halfHeightMm);
    return mean < NEGLIGIBLE ? 0 : mean;
  }

  /** Mean of what the electrons do at the surface, relative to the collision kerma there. */
  double electrons(double xMm, double yMm, double halfWidthMm, double halfHeightMm) {
    return model.electrons() > 0
        ? model.electrons() * electrons.mean(xMm, yMm, halfWidthMm, halfHeightMm)
        : 0;
  }
}
