package org.breathline.study.qa;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.geometry.Grid;
import org.breathline.core.qa.PhantomResult;
import org.breathline.core.qa.QaFigure;
import org.breathline.core.qa.Quantity;
import org.breathline.core.qa.Verdict;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.Block.Notice;

/**
 * A test of a scanner on one day.
 *
 * @param phantomName as its file has it
 * @param date the day of the scan, if the images say it
 * @param grid of the phases
 * @param sortedHere whether this program sorted the scan
 * @param rotationFrom where the rotation time was found, in words
 * @param result what the phases show
 * @param scanFigures of trace and unsorted images
 * @param images of every insert, in the result's order
 * @param trend this phantom's rows of the trend with this day's; empty without one
 * @param notices what a person should know
 * @param provenance how it came to be
 * @param created when
 */
record QaOutcome(
    String phantomName,
    Optional<LocalDate> date,
    Grid grid,
    boolean sortedHere,
    String rotationFrom,
    PhantomResult result,
    List<QaFigure> scanFigures,
    List<InsertImages> images,
    List<TrendFile.Row> trend,
    List<Notice> notices,
    Provenance provenance,
    Instant created) {

  QaOutcome {
    scanFigures = List.copyOf(scanFigures);
    images = List.copyOf(images);
    trend = List.copyOf(trend);
    notices = List.copyOf(notices);
  }

  /** The same with a trend. */
  QaOutcome withTrend(List<TrendFile.Row> rows) {
    return new QaOutcome(
        phantomName,
        date,
        grid,
        sortedHere,
        rotationFrom,
        result,
        scanFigures,
        images,
        rows,
        notices,
        provenance,
        created);
  }

  /** Of inserts and scan. */
  List<QaFigure> figures() {
    List<QaFigure> all = new ArrayList<>(result.figures());
    all.addAll(scanFigures);
    return all;
  }

  /** The gravest of all. */
  Verdict verdict() {
    return figures().stream().map(QaFigure::verdict).reduce(Verdict.PASS, Verdict::and);
  }

  /** The figures of a quantity. */
  List<QaFigure> of(Quantity quantity) {
    return figures().stream().filter(f -> f.quantity() == quantity).toList();
  }

  /** Of several figures the one that matters: the gravest, then that farthest off. */
  static Optional<QaFigure> worst(List<QaFigure> figures) {
    return figures.stream()
        .max((a, b) -> {
          int grave = a.verdict().compareTo(b.verdict());
          return grave != 0 ? grave : Double.compare(a.toleranceUsed(), b.toleranceUsed());
        });
  }

  /**
   * The worst deviation of a quantity, of a volume in per cent of it; empty if it is not judged or
   * not measured.
   */
  OptionalDouble worstDeviation(Quantity quantity) {
    return of(quantity).stream()
        .map(f -> quantity == Quantity.VOLUME ? 100 * f.deviation() / f.expected() : f.deviation())
        .filter(Double::isFinite)
        .max((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }
}
