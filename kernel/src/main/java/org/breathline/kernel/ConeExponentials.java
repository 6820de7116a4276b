package org.breathline.kernel;

/**
 * How a cone carries energy: of what is released, a part f is carried into the cone and left along
 * it as f a exp(-a x) per g/cm2 of way x; two such terms for what the primary carries and two for
 * what is scattered. A part may be negative: a pair of opposite signs describes a dose that first
 * rises along the cone.
 *
 * @param fraction1 energy fraction of the first primary term
 * @param attenuation1 cm2/g, above 0
 * @param fraction2 energy fraction of the second primary term
 * @param attenuation2 cm2/g, above 0
 * @param fraction3 energy fraction of the first scatter term
 * @param attenuation3 cm2/g, above 0 and at most {@link #LONGEST_SERIES}
 * @param fraction4 energy fraction of the second scatter term
 * @param attenuation4 cm2/g, above 0 and at most {@link #LONGEST_SERIES}
 */
public record ConeExponentials(
    float fraction1,
    float attenuation1,
    float fraction2,
    float attenuation2,
    float fraction3,
    float attenuation3,
    float fraction4,
    float attenuation4) {

  /** How many terms there are. */
  public static final int COUNT = 4;

  /**
   * The largest attenuation of scatter, cm2/g: up to 1.5 g/cm2 a voxel its exponential is known to
   * 3e-5 from five terms of its series.
   */
  public static final float LONGEST_SERIES = 0.3f;

  /** Checks ranges; throws {@link IllegalArgumentException} in words. */
  public ConeExponentials {
    boolean above = attenuation1 > 0 && attenuation2 > 0 && attenuation3 > 0 && attenuation4 > 0;
    if (!above || attenuation3 > LONGEST_SERIES || attenuation4 > LONGEST_SERIES) {
      throw new IllegalArgumentException(
          "attenuations %s, %s, %s, %s cm2/g: above 0, the last two at most %s"
              .formatted(attenuation1, attenuation2, attenuation3, attenuation4, LONGEST_SERIES));
    }
  }
}
