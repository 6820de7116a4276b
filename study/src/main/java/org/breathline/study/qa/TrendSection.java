package org.breathline.study.qa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.breathline.core.qa.Tolerances;
import org.breathline.study.plot.Axis;
import org.breathline.study.plot.Figures;
import org.breathline.study.plot.Ink;
import org.breathline.study.plot.LinePlot;
import org.breathline.study.plot.LinePlot.Look;
import org.breathline.study.plot.LinePlot.Point;
import org.breathline.study.plot.LinePlot.Series;
import org.breathline.study.plot.Paint;
import org.breathline.study.qa.TrendFile.Column;
import org.breathline.study.qa.TrendFile.Row;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Illustration;
import org.breathline.study.report.Block.Table;

/** The pages about the tests before: how much of the tolerance each used up. */
final class TrendSection {

  private static final double WIDTH = 493;

  /** Room for half a date beyond the first and the last, as a share of the axis. */
  private static final double MARGIN = 0.06;

  /** A page's worth; the plot shows all. */
  private static final int MOST_ROWS = 24;

  private final List<Row> rows;
  private final Tolerances tolerances;

  TrendSection(List<Row> rows, Tolerances tolerances) {
    this.rows = rows;
    this.tolerances = tolerances;
  }

  List<Block> blocks() {
    return List.of(
        new Heading(1, "Trend"),
        plot("Geometry and time", List.of(Column.AMPLITUDE, Column.POSITION, Column.LAG)),
        plot("Appearance", List.of(Column.DENSITY, Column.OUT_OF_SHAPE, Column.VOLUME)),
        table());
  }

  private Illustration plot(String title, List<Column> columns) {
    List<Paint> paints = List.of(Ink.BLUE, Ink.VERMILLION, Ink.GREEN);
    List<Look> looks = List.of(Look.LINE_AND_DOTS, Look.LINE_AND_RINGS, Look.CROSSES);
    LocalDate first = rows.getFirst().date();
    List<Series> series = new ArrayList<>();
    List<Double> values = new ArrayList<>(List.of(-1.2, 1.2));
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      List<Point> points = new ArrayList<>();
      for (Row row : rows) {
        double share = row.deviation(column) / tolerance(column);
        points.add(new Point(days(first, row), share));
        values.add(share);
      }
      series.add(new Series(column.quantity().words(), points, looks.get(i), paints.get(i)));
    }
    double last = Math.max(1, days(first, rows.getLast()));
    // One series with a gap, so that the legend has it once.
    series.add(
        new Series(
            "tolerance",
            List.of(
                new Point(-MARGIN * last, 1),
                new Point((1 + MARGIN) * last, 1),
                new Point(last, Double.NaN),
                new Point(-MARGIN * last, -1),
                new Point((1 + MARGIN) * last, -1)),
            Look.DASHED,
            Ink.MUTED));
    return new Illustration(
        new LinePlot(
            dates(first, last),
            Axis.around(
                "share of the tolerance",
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                6),
            series,
            List.of(),
            WIDTH,
            140,
            "%s over %d tests from %s to %s."
                .formatted(title, rows.size(), first, rows.getLast().date())),
        "%s: the worst deviation of every test as a share of today's tolerance.".formatted(title));
  }

  private static double days(LocalDate first, Row row) {
    return row.date().toEpochDay() - (double) first.toEpochDay();
  }

  private Axis dates(LocalDate first, double last) {
    List<Axis.Tick> ticks = new ArrayList<>();
    double free = Double.NEGATIVE_INFINITY;
    for (Row row : rows) {
      double day = days(first, row);
      // A date is as wide as a seventh of the axis.
      if (day >= free) {
        ticks.add(new Axis.Tick(day, row.date().toString()));
        free = day + last / 7;
      }
    }
    return new Axis("date of the scan", -MARGIN * last, (1 + MARGIN) * last, ticks);
  }

  private double tolerance(Column column) {
    return switch (column) {
      case AMPLITUDE -> tolerances.amplitudeMm();
      case OFF_AXIS -> tolerances.offAxisMm();
      case POSITION -> tolerances.positionMm();
      case LAG -> tolerances.phaseLagS();
      case DENSITY -> tolerances.densityHu();
      case OUT_OF_SHAPE -> tolerances.artefactPercent();
      case VOLUME -> tolerances.volumePercent();
    };
  }

  private Table table() {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words("Date"));
    for (Column column : Column.values()) {
      columns.add(Block.Column.numbers(column.words()));
    }
    columns.add(Block.Column.words("Verdict"));
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows.subList(Math.max(0, rows.size() - MOST_ROWS), rows.size())) {
      List<String> line = new ArrayList<>();
      line.add(row.date().toString());
      for (Column column : Column.values()) {
        line.add(Figures.signed(row.deviation(column), column.quantity().decimals()));
      }
      line.add(row.verdict().name());
      cells.add(line);
    }
    return new Table(
        "The worst deviation of every test%s."
            .formatted(rows.size() > MOST_ROWS ? ", the last " + MOST_ROWS + " tests" : ""),
        columns,
        cells);
  }
}
