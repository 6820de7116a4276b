package org.breathline.core.evaluation;

/**
 * The probability of controlling a tumour, logistic in the logarithm of its equivalent uniform dose
 * (Niemierko 1999; Gay and Niemierko 2007): {@code 1 / (1 + (TCD50 / gEUD)^(4 gamma50))}, doses in
 * 2 Gy fractions.
 *
 * @param name tumour and end point
 * @param tcd50Gy the uniform dose in 2 Gy fractions that controls half, Gy
 * @param gamma50 the relative slope there
 * @param a the parameter of the gEUD, negative
 * @param alphaBetaGy the tumour's ratio, Gy
 * @param source where the parameters are from
 */
public record ControlModel(
    String name, double tcd50Gy, double gamma50, double a, double alphaBetaGy, String source) {

  /** Local control of non-small-cell lung cancer at two years. */
  public static final ControlModel LUNG_CANCER =
      new ControlModel(
          "local control of non-small-cell lung cancer, 2 years",
          84.5,
          1.5,
          -10,
          10,
          "TCD50 and slope of Martel et al. 1999, Lung Cancer 24:31; a of Gay and Niemierko 2007, "
              + "Phys. Med. 23:115");

  /**
   * The probability, 0 to 1.
   *
   * @param histogram the tumour's, of the total dose
   * @param fractions how many it is given in
   */
  public double probability(DoseVolumeHistogram histogram, int fractions) {
    double dose = new Fractionation(fractions, alphaBetaGy).eqd2(histogram).gEudGy(a);
    return dose == 0 ? 0 : 1 / (1 + Math.pow(tcd50Gy / dose, 4 * gamma50));
  }
}
