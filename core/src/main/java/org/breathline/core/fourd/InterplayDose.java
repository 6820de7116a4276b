package org.breathline.core.fourd;

import java.util.List;

/** The doses of fractions with interplay at points, and what they would be without. Immutable. */
public final class InterplayDose {

  private final List<double[]> fractions;
  private final double[] expected;

  InterplayDose(List<double[]> fractions, double[] expected) {
    this.fractions = List.copyOf(fractions);
    this.expected = expected;
  }

  /** How many fractions. */
  public int fractions() {
    return fractions.size();
  }

  /** How many points. */
  public int points() {
    return expected.length;
  }

  /** The dose of a point in a fraction, Gy. */
  public double fractionGy(int fraction, int point) {
    return fractions.get(fraction)[point];
  }

  /** The dose of a point in every fraction if each segment met all phases, Gy. */
  public double expectedGy(int point) {
    return expected[point];
  }

  /** The dose of a point over all fractions, Gy. */
  public double totalGy(int point) {
    double sum = 0;
    for (double[] fraction : fractions) {
      sum += fraction[point];
    }
    return sum;
  }

  /** The standard deviation of a point's dose from fraction to fraction, Gy; 0 for one fraction. */
  public double deviationGy(int point) {
    if (fractions.size() < 2) {
      return 0;
    }
    double mean = totalGy(point) / fractions.size();
    double sum = 0;
    for (double[] fraction : fractions) {
      sum += (fraction[point] - mean) * (fraction[point] - mean);
    }
    return Math.sqrt(sum / (fractions.size() - 1));
  }

  /**
   * How far a fraction is off what is expected, at the point where it is off most, in per cent of
   * the highest expected dose.
   */
  public double worstOfFractionPercent(int fraction) {
    double[] doses = fractions.get(fraction);
    double worst = 0;
    for (int point = 0; point < doses.length; point++) {
      worst = Math.max(worst, Math.abs(doses[point] - expected[point]));
    }
    return 100 * worst / highest();
  }

  /**
   * How far the sum of all fractions is off what is expected, at the point where it is off most, in
   * per cent of the highest expected dose.
   */
  public double worstOfTotalPercent() {
    double worst = 0;
    for (int point = 0; point < expected.length; point++) {
      double off = totalGy(point) / fractions.size() - expected[point];
      worst = Math.max(worst, Math.abs(off));
    }
    return 100 * worst / highest();
  }

  private double highest() {
    double highest = 0;
    for (double dose : expected) {
      highest = Math.max(highest, dose);
    }
    return highest == 0 ? 1 : highest;
  }
}
