package org.breathline.core.registration.quality;

import org.breathline.core.geometry.Vector3;

/**
 * A point of anatomy in two images.
 *
 * @param fixed in the fixed image, LPS mm
 * @param moving the same point in the moving image, LPS mm
 * @param errorMm one standard deviation of where it was found, mm; about 1 mm for an observer
 */
public record LandmarkPair(Vector3 fixed, Vector3 moving, double errorMm) {

  /** How far the anatomy went from the fixed to the moving image, mm. */
  public double distanceMm() {
    return moving.minus(fixed).length();
  }
}
