package org.breathline.core.registration;

/** How unlike a warped image is to the fixed image it was made for; the less the better. */
public interface Metric {

  /** The places where the warped image is looked at. */
  Region region();

  /**
   * The sum over the region of a dissimilarity from 0 to about 1.
   *
   * @param warped the moving image at the displaced places, on the level's grid; known in the
   *     region only
   * @param derivative receives the derivatives of the sum by the warped values, in the region only
   */
  double evaluate(float[] warped, float[] derivative);
}
