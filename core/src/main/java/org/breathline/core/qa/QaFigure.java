package org.breathline.core.qa;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One judged figure.
 *
 * @param quantity what it is, with the unit of all its numbers
 * @param insert of which insert; empty: of the scan
 * @param percent in which phase; empty: over all
 * @param measured what the scan shows; NaN where it shows nothing
 * @param expected what it should show
 * @param tolerance the largest deviation that is in order
 * @param uncertainty of the measurement, standard (k = 1)
 * @param verdict what follows
 */
public record QaFigure(
    Quantity quantity,
    Optional<String> insert,
    OptionalDouble percent,
    double measured,
    double expected,
    double tolerance,
    double uncertainty,
    Verdict verdict) {

  static QaFigure of(
      Quantity quantity,
      Optional<String> insert,
      OptionalDouble percent,
      double measured,
      double expected,
      double tolerance,
      double uncertainty) {
    return new QaFigure(
        quantity,
        insert,
        percent,
        measured,
        expected,
        tolerance,
        uncertainty,
        Double.isNaN(measured)
            ? Verdict.FAIL
            : Verdict.of(measured - expected, tolerance, uncertainty));
  }

  /** A figure of the scan. */
  public static QaFigure ofScan(
      Quantity quantity, double measured, double expected, double tolerance, double uncertainty) {
    return of(
        quantity,
        Optional.empty(),
        OptionalDouble.empty(),
        measured,
        expected,
        tolerance,
        uncertainty);
  }

  /** How far it is from what it should be. */
  public double deviation() {
    return measured - expected;
  }

  /** The share of the tolerance that the deviation uses up; what is not measured is worst. */
  public double toleranceUsed() {
    return Double.isNaN(measured) ? Double.POSITIVE_INFINITY : Math.abs(deviation()) / tolerance;
  }
}
