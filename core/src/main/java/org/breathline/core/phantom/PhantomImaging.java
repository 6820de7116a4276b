package org.breathline.core.phantom;

/**
 * How a scanner sees the phantom.
 *
 * @param noiseHu standard deviation of the noise, HU, at least 0
 * @param samples how many moments of a rotation, each at another height within the slice's
 *     thickness, are averaged for a slice, 1 to 16
 */
public record PhantomImaging(double noiseHu, int samples) {

  /** A four-dimensional CT of today: 15 HU of noise. */
  public static final PhantomImaging TYPICAL = new PhantomImaging(15, 3);

  /** Checks ranges. */
  public PhantomImaging {
    if (!(noiseHu >= 0 && noiseHu <= 200)) {
      throw new IllegalArgumentException("noise must be 0 to 200 HU, not " + noiseHu);
    }
    if (samples < 1 || samples > 16) {
      throw new IllegalArgumentException("samples must be 1 to 16, not " + samples);
    }
  }
}
