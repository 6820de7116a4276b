package org.breathline.core.registration;

import org.breathline.core.geometry.Vector3;

/**
 * One anatomical point in two images.
 *
 * @param fixed where it is in the fixed image, LPS mm
 * @param moving where it is in the moving image, LPS mm
 */
public record LandmarkPair(Vector3 fixed, Vector3 moving) {}
