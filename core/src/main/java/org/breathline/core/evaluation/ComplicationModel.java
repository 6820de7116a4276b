package org.breathline.core.evaluation;

/**
 * The probability of a complication by Lyman, Kutcher and Burman (Lyman 1985; Kutcher and Burman
 * 1989): the normal distribution of {@code t = (gEUD - TD50) / (m TD50)}, with gEUD of parameter
 * 1/n over doses in 2 Gy fractions.
 *
 * @param name organ and end point
 * @param td50Gy the uniform dose in 2 Gy fractions that half have the complication at, Gy
 * @param m the slope
 * @param n the volume effect: 1 for the mean dose, towards 0 for the maximum
 * @param alphaBetaGy the organ's ratio, to convert to 2 Gy fractions, Gy
 * @param source where the parameters are from
 */
public record ComplicationModel(
    String name, double td50Gy, double m, double n, double alphaBetaGy, String source) {

  /** Symptomatic pneumonitis from the dose to both lungs less the tumour. */
  public static final ComplicationModel PNEUMONITIS =
      new ComplicationModel(
          "pneumonitis",
          30.8,
          0.37,
          1,
          3,
          "QUANTEC, Marks et al. 2010, Int. J. Radiat. Oncol. Biol. Phys. 76:S70; parameters of "
              + "Seppenwoolde et al. 2003, ibid. 55:724");

  /** Perforation or stricture of the oesophagus. */
  public static final ComplicationModel OESOPHAGEAL_STRICTURE =
      new ComplicationModel(
          "oesophageal stricture or perforation",
          68,
          0.11,
          0.06,
          3,
          "Burman et al. 1991, Int. J. Radiat. Oncol. Biol. Phys. 21:123");

  /** Pericarditis. */
  public static final ComplicationModel PERICARDITIS =
      new ComplicationModel(
          "pericarditis",
          48,
          0.10,
          0.35,
          3,
          "Burman et al. 1991, Int. J. Radiat. Oncol. Biol. Phys. 21:123");

  /** Myelitis. */
  public static final ComplicationModel MYELITIS =
      new ComplicationModel(
          "myelitis",
          66.5,
          0.175,
          0.05,
          3,
          "Burman et al. 1991, Int. J. Radiat. Oncol. Biol. Phys. 21:123");

  /**
   * The probability, 0 to 1.
   *
   * @param histogram the organ's, of the total dose
   * @param fractions how many it is given in
   */
  public double probability(DoseVolumeHistogram histogram, int fractions) {
    DoseVolumeHistogram equivalent = new Fractionation(fractions, alphaBetaGy).eqd2(histogram);
    return NormalDistribution.below((equivalent.gEudGy(1 / n) - td50Gy) / (m * td50Gy));
  }
}
