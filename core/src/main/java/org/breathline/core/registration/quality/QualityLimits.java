package org.breathline.core.registration.quality;

/**
 * The limits a field is judged by. {@link #TG132} are those of AAPM Task Group 132 (Brock et al.,
 * Med. Phys. 44, e43 (2017)): target registration error and consistency within the greatest voxel
 * dimension, about 2 to 3 mm; errors of at most 5 mm; no negative Jacobian determinant. Limits the
 * report does not give are said to be this system's own.
 *
 * @param warnMeanMm mean error, consistency or disagreement above which a look is asked for, mm
 * @param refuseMeanMm mean error or consistency above which a field is refused, mm
 * @param greatestMm single errors above which a look is asked for, mm
 * @param leastJacobian the 1st percentile in the lungs, without unit
 * @param greatestJacobian the 99th percentile in the lungs, without unit
 * @param lostCorrelation by how much the correlation may fall, without unit
 */
public record QualityLimits(
    double warnMeanMm,
    double refuseMeanMm,
    double greatestMm,
    double leastJacobian,
    double greatestJacobian,
    double lostCorrelation) {

  /** Where the limits of error and folding come from. */
  public static final String TG132_SOURCE = "AAPM TG-132";

  /** Where the other limits come from. */
  public static final String OWN_SOURCE = "Breathline's own limit";

  /**
   * The report's limits; the lungs' volume changes by less than a factor of 2 in quiet breathing,
   * and a little more is allowed for single places.
   */
  public static final QualityLimits TG132 = new QualityLimits(2, 3, 5, 0.4, 2.5, 0.002);
}
