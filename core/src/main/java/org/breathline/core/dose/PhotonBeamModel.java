package org.breathline.core.dose;

import org.breathline.core.dose.photon.Spectrum;

/**
 * What a machine's head sends out: the photons of the target, those scattered in the head as a
 * second, wider source, and electrons set free on the way. Lengths are those in the plane through
 * the isocentre, fluences relative to the open beam's on the axis.
 *
 * @param spectrum of the photons on the axis
 * @param profile fluence of the open beam by the distance from the axis (flattening), 1 at 0
 * @param softening by what depths in water count longer, by the distance from the axis; 1 at 0
 * @param sourceSigmaMm standard deviation of the blur of an edge by the extent of the target's spot
 * @param headScatter part of the fluence that comes from the head, 0 to below 1
 * @param headScatterSigmaMm standard deviation of the second source's blur of an edge
 * @param electrons dose of electrons at the surface as a part of the collision kerma there
 * @param electronAttenuation by which their dose falls off, cm2/g
 * @param electronSigmaMm standard deviation of the blur of the electrons' fluence
 * @param fluencePerMonitorUnit photons per cm2 and monitor unit in air at the isocentre
 */
public record PhotonBeamModel(
    Spectrum spectrum,
    RadialTable profile,
    RadialTable softening,
    double sourceSigmaMm,
    double headScatter,
    double headScatterSigmaMm,
    double electrons,
    double electronAttenuation,
    double electronSigmaMm,
    double fluencePerMonitorUnit) {

  /** Checks ranges; throws {@link IllegalArgumentException} in words. */
  public PhotonBeamModel {
    if (!(headScatter >= 0 && headScatter < 1)) {
      throw new IllegalArgumentException("head scatter is a part, not " + headScatter);
    }
    if (sourceSigmaMm < 0 || headScatterSigmaMm < 0 || electronSigmaMm < 0) {
      throw new IllegalArgumentException("the extent of a source is at least 0 mm");
    }
    if (!(electrons >= 0) || !(electronAttenuation > 0) || !(fluencePerMonitorUnit > 0)) {
      throw new IllegalArgumentException(
          "electrons at least 0, their attenuation and the fluence above 0");
    }
  }

  /** A point that sends the same fluence everywhere and nothing but photons, one per unit. */
  public static PhotonBeamModel point(Spectrum spectrum) {
    return new PhotonBeamModel(
        spectrum, RadialTable.constant(1), RadialTable.constant(1), 0, 0, 0, 0, 1, 0, 1);
  }

  /** The same with another output. */
  public PhotonBeamModel withFluencePerMonitorUnit(double fluence) {
    return new PhotonBeamModel(
        spectrum,
        profile,
        softening,
        sourceSigmaMm,
        headScatter,
        headScatterSigmaMm,
        electrons,
        electronAttenuation,
        electronSigmaMm,
        fluence);
  }

  /** The same with other extents of the head's photons' and the electrons' blur, mm. */
  PhotonBeamModel withBlurs(double headScatterMm, double electronsMm) {
    return new PhotonBeamModel(
        spectrum,
        profile,
        softening,
        sourceSigmaMm,
        headScatter,
        headScatterMm,
        electrons,
        electronAttenuation,
        electronsMm,
        fluencePerMonitorUnit);
  }
}
