package org.breathline.core.registration;

import org.breathline.core.geometry.Vector3;

/**
 * A point of anatomy in two images.
 *
 * @param fixed in the fixed image, LPS mm
 * @param moving the same point in the moving image, LPS mm
 * @param errorMm one standard deviation of where it was found, mm; about 1 mm for an observer
 */
public record LandmarkPair(Vector3 fixed, Vector3 moving, double errorMm) {

  /** A point whose own error is not known; it counts as none. */
  public LandmarkPair(Vector3 fixed, Vector3 moving) {
    this(fixed, moving, 0);
  }

  /** How far the anatomy went from the fixed to the moving image, mm. */
  public double distanceMm() {
    return moving.minus(fixed).length();
  }
}
