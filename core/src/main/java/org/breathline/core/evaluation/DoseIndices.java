package org.breathline.core.evaluation;

/**
 * How well a dose follows a target, in one number each.
 *
 * @param conformityRtog volume inside the prescription isodose over the target's volume (Shaw et
 *     al. 1993, RTOG); 1 is ideal, and says nothing of where the volume lies
 * @param conformityPaddick (target inside the isodose)2 over (target x isodose volume) (Paddick
 *     2000); 1 is ideal
 * @param homogeneity (D2 - D98) / D50 of the target (ICRU 83); 0 is ideal
 * @param gradient volume inside half of the prescription over that inside the prescription (Paddick
 *     and Lippitz 2006); small is good
 */
public record DoseIndices(
    double conformityRtog, double conformityPaddick, double homogeneity, double gradient) {

  /**
   * Reads them from two histograms.
   *
   * @param target the histogram of the target
   * @param body the histogram of all tissue where the dose may be, the target in it
   * @param prescriptionGy the prescribed dose, Gy, above 0
   */
  public static DoseIndices of(
      DoseVolumeHistogram target, DoseVolumeHistogram body, double prescriptionGy) {
    double isodose = body.volumeAtMl(prescriptionGy);
    double covered = target.volumeAtMl(prescriptionGy);
    double paddick = isodose == 0 ? 0 : covered * covered / (target.volumeMl() * isodose);
    return new DoseIndices(
        isodose / target.volumeMl(),
        paddick,
        (target.doseAtPercent(2) - target.doseAtPercent(98)) / target.doseAtPercent(50),
        body.volumeAtMl(prescriptionGy / 2) / isodose);
  }
}
