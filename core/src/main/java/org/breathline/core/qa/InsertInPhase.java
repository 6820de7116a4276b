package org.breathline.core.qa;

import java.util.Optional;
import org.breathline.core.geometry.Vector3;

/**
 * An insert as one phase of a scan shows it. Uncertainties are standard uncertainties (k = 1).
 *
 * @param centre the centroid, each voxel weighted by how much of it is insert; patient space
 * @param centreUncertaintyMm of the centroid along the motion
 * @param volumeMm3 the sum of the voxels' parts that are insert
 * @param volumeUncertaintyMm3 from noise and from the level of the background
 * @param core the densities of the inner core; empty if blur and partial volume leave none
 * @param backgroundHu the median around it
 * @param elongationMm how much longer than it is it looks along the motion: sqrt(12) times the
 *     standard deviation by which its volume is spread beyond its shape
 * @param misplacedShare the volume that lies where the blurred shape is not, or is missing where it
 *     is, as a share of the nominal volume
 */
public record InsertInPhase(
    Vector3 centre,
    double centreUncertaintyMm,
    double volumeMm3,
    double volumeUncertaintyMm3,
    Optional<Core> core,
    double backgroundHu,
    double elongationMm,
    double misplacedShare) {

  /**
   * The densities well inside.
   *
   * @param voxels how many
   * @param meanHu their mean
   * @param spreadHu their standard deviation
   */
  public record Core(int voxels, double meanHu, double spreadHu) {

    /** The standard uncertainty of the mean, noise taken as independent between voxels. */
    public double uncertaintyHu() {
      return spreadHu / Math.sqrt(voxels);
    }
  }
}
