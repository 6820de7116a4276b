package org.breathline.core.dose.medium;

import java.util.Optional;

/**
 * The densities of a CT with what the calibration had to say nothing about.
 *
 * @param densities the densities; beyond the table those of its ends
 * @param below voxels under the table's lowest HU: padding outside of the scan's circle, mostly
 * @param above voxels over the table's highest HU: metal, mostly
 * @param calibration the table
 */
public record DensityReading(
    DensityVolume densities, long below, long above, DensityCalibration calibration) {

  /** What is to be told about voxels over the table, in words; nothing if there are none. */
  public Optional<String> finding() {
    return above == 0
        ? Optional.empty()
        : Optional.of(
            "%d voxels are over %.0f HU, where the density calibration ends; they count as %.2f g/cm3"
                .formatted(
                    above,
                    calibration.highestHu(),
                    calibration.massDensity(calibration.highestHu())));
  }
}
