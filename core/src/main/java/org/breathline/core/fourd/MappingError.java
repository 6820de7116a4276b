package org.breathline.core.fourd;

import org.breathline.core.image.FloatVolume;
import org.breathline.core.structure.Occupancy;

/**
 * How far a mapped dose is from one that conserves energy and mass, for a structure (Yan et al.
 * 2012): {@code |e_R / m_R - e_S / m_S|}, energy over mass in the reference phase, where the mapped
 * dose is with the reference's density, against that of the same tissue in the phase. 0 for a
 * mapping without error and images that agree in density but for its change by volume.
 *
 * @param structure the structure's name
 * @param phase the phase's name
 * @param referenceGy e_R / m_R, Gy
 * @param sourceGy e_S / m_S, Gy
 * @param massRatio m_S / m_R: 1 where registration and images agree on how much tissue there is
 */
public record MappingError(
    String structure, String phase, double referenceGy, double sourceGy, double massRatio) {

  /** Cubic millimetres of a cubic centimetre. */
  private static final double MM3 = 1000;

  /** The error, Gy. */
  public double errorGy() {
    return Math.abs(referenceGy - sourceGy);
  }

  /**
   * The error of a phase in a structure.
   *
   * @param structure its name
   * @param phase the phase's name
   * @param region the structure on the reference grid
   * @param referenceDensity of the reference phase, on its grid, g/cm3
   * @param mapped the phase's dose on the reference grid
   * @throws IllegalArgumentException if the structure has no mass
   */
  public static MappingError of(
      String structure,
      String phase,
      Occupancy region,
      FloatVolume referenceDensity,
      MappedDose mapped) {
    double voxelCm3 = region.grid().voxelVolumeMm3() / MM3;
    double referenceEnergy = 0;
    double referenceMass = 0;
    double sourceEnergy = 0;
    double sourceMass = 0;
    int index = 0;
    for (int k = region.box().k0(); k < region.box().k1(); k++) {
      for (int j = region.box().j0(); j < region.box().j1(); j++) {
        for (int i = region.box().i0(); i < region.box().i1(); i++, index++) {
          double part = region.fractions()[index];
          if (part > 0) {
            int at = region.grid().offset(i, j, k);
            double mass = part * referenceDensity.at(at) * voxelCm3;
            referenceMass += mass;
            referenceEnergy += mass * mapped.doseGy().at(at);
            sourceMass += part * mapped.mass().at(at);
            sourceEnergy += part * mapped.energy().at(at);
          }
        }
      }
    }
    if (!(referenceMass > 0) || !(sourceMass > 0)) {
      throw new IllegalArgumentException("the structure \"" + structure + "\" has no mass");
    }
    return new MappingError(
        structure,
        phase,
        referenceEnergy / referenceMass,
        sourceEnergy / sourceMass,
        sourceMass / referenceMass);
  }
}
