package org.breathline.core.planning;

import org.breathline.core.planning.sequencing.LeafRaster;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.core.treatment.ControlPoint;

/**
 * A beam that is being planned.
 *
 * @param number from 1
 * @param gantryDeg IEC 61217
 * @param collimatorDeg IEC 61217
 * @param couchDeg IEC 61217
 * @param frame where it stands
 * @param raster its beamlets and the leaves over them
 */
public record PlanBeam(
    int number,
    double gantryDeg,
    double collimatorDeg,
    double couchDeg,
    BeamFrame frame,
    LeafRaster raster) {

  /** The number of its beamlets. */
  public int beamlets() {
    return raster.beamlets().beamlets();
  }

  ControlPoint at(double cumulativeWeight, Aperture aperture) {
    return ControlPoint.at(cumulativeWeight, gantryDeg, collimatorDeg, couchDeg, aperture);
  }
}
