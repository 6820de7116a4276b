package org.breathline.core.evaluation;

/**
 * The linear-quadratic model of fractionation: doses of other fraction sizes as those of 2 Gy a
 * fraction with the same effect (Withers, Thames and Peters 1983).
 *
 * @param fractions how many the dose is given in, at least 1
 * @param alphaBetaGy the tissue's ratio, Gy, above 0: about 10 for tumours and early effects, 3 for
 *     late ones
 */
public record Fractionation(int fractions, double alphaBetaGy) {

  private static final double REFERENCE_GY = 2;

  /** Checks the numbers. */
  public Fractionation {
    if (fractions < 1 || !(alphaBetaGy > 0)) {
      throw new IllegalArgumentException(
          "%d fractions with an alpha/beta of %s Gy".formatted(fractions, alphaBetaGy));
    }
  }

  /** The dose in fractions of 2 Gy with the same effect as a total dose, Gy. */
  public double eqd2Gy(double totalGy) {
    return totalGy * (totalGy / fractions + alphaBetaGy) / (REFERENCE_GY + alphaBetaGy);
  }

  /** The biologically effective dose of a total dose, Gy. */
  public double bedGy(double totalGy) {
    return totalGy * (1 + totalGy / fractions / alphaBetaGy);
  }

  /** A histogram with every part's dose as its EQD2. */
  public DoseVolumeHistogram eqd2(DoseVolumeHistogram histogram) {
    var converted = new DoseVolumeHistogram.Builder(eqd2Gy(histogram.maximumGy()));
    histogram.forEach((doseGy, volumeMl) -> converted.add(eqd2Gy(doseGy), volumeMl));
    return converted.build();
  }
}
