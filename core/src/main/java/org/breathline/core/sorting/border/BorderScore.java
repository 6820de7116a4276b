package org.breathline.core.sorting.border;

/**
 * How the two sides of a border between couch positions fit in a sorted volume.
 *
 * @param border between couch position {@code border} and the next
 * @param bin of the sorted volume
 * @param agreement normalised cross-correlation of the slices next to the border within the body,
 *     -1 to 1; NaN without a body
 * @param bestAgreement the highest agreement of any two acquisitions at this border
 * @param residualMm the artefact score: by how much the anatomy on the two sides is estimated to be
 *     apart, mm; NaN where the images or the trace do not tell
 */
public record BorderScore(
    int border, int bin, double agreement, double bestAgreement, double residualMm) {

  /**
   * From this estimate on a border is called an artefact. Calibrated on the digital phantom for
   * anatomy that is in truth more than 2 mm apart; the validation record has its sensitivity and
   * specificity.
   */
  public static final double ARTEFACT_MM = 1.25;

  /** Whether the border is called an artefact. */
  public boolean isArtefact() {
    return residualMm > ARTEFACT_MM;
  }
}
