package org.breathline.core.evaluation;

import java.util.OptionalDouble;

/**
 * What two doses may differ by (Low et al. 1998; AAPM TG-218).
 *
 * @param dosePercent the dose difference, per cent
 * @param distanceMm the distance to agreement, mm
 * @param local whether the per cent are of the reference dose at the point; else they are of the
 *     normalisation dose
 * @param thresholdPercent points of less reference dose than so much of the normalisation dose are
 *     not looked at
 * @param normalisationGy what per cent are of, Gy; the highest reference dose where not given
 * @param highest the search goes no farther than so many distances, and no gamma is higher
 */
public record GammaCriteria(
    double dosePercent,
    double distanceMm,
    boolean local,
    double thresholdPercent,
    OptionalDouble normalisationGy,
    double highest) {

  /** Checks that all is above 0. */
  public GammaCriteria {
    boolean positive =
        dosePercent > 0 && distanceMm > 0 && thresholdPercent > 0 && highest >= 1 && highest <= 10;
    if (!positive || normalisationGy.orElse(1) <= 0) {
      throw new IllegalArgumentException(
          "gamma of %s %%, %s mm, threshold %s %%, at most %s"
              .formatted(dosePercent, distanceMm, thresholdPercent, highest));
    }
  }

  /** Per cent of the highest dose, points above 10 % of it, gamma up to 2. */
  public static GammaCriteria global(double dosePercent, double distanceMm) {
    return new GammaCriteria(dosePercent, distanceMm, false, 10, OptionalDouble.empty(), 2);
  }

  /** Per cent of the dose of each point, points above 10 % of the highest, gamma up to 2. */
  public static GammaCriteria local(double dosePercent, double distanceMm) {
    return new GammaCriteria(dosePercent, distanceMm, true, 10, OptionalDouble.empty(), 2);
  }
}
