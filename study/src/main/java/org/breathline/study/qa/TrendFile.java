package org.breathline.study.qa;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.breathline.core.qa.Quantity;
import org.breathline.core.qa.Verdict;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;

/**
 * The tests of a phantom over the years: a CSV of one row a day and phantom, each with the worst
 * deviations of that day. It holds no patient's data.
 */
final class TrendFile {

  /** What is followed, with the names of the columns. */
  enum Column {
    AMPLITUDE("amplitude_mm", "Amplitude (mm)", Quantity.AMPLITUDE),
    OFF_AXIS("off_axis_mm", "Off axis (mm)", Quantity.OFF_AXIS),
    POSITION("position_mm", "Position (mm)", Quantity.POSITION),
    LAG("lag_s", "Lag (s)", Quantity.PHASE_LAG),
    VOLUME("volume_percent", "Volume (%)", Quantity.VOLUME),
    DENSITY("density_hu", "Density (HU)", Quantity.DENSITY),
    OUT_OF_SHAPE("out_of_shape_percent", "Out of shape (%)", Quantity.ARTEFACT);

    private final String title;
    private final String words;
    private final Quantity quantity;

    Column(String title, String words, Quantity quantity) {
      this.title = title;
      this.words = words;
      this.quantity = quantity;
    }

    /** With the unit. */
    String words() {
      return words;
    }

    Quantity quantity() {
      return quantity;
    }
  }

  /**
   * A day.
   *
   * @param deviations of the columns that were measured
   */
  record Row(LocalDate date, String phantom, Verdict verdict, Map<Column, Double> deviations) {

    Row {
      deviations = Map.copyOf(deviations);
    }

    /** The deviation in a column; NaN where nothing was measured. */
    double deviation(Column column) {
      return deviations.getOrDefault(column, Double.NaN);
    }

    static Row of(QaOutcome outcome, LocalDate date) {
      Map<Column, Double> deviations = new EnumMap<>(Column.class);
      for (Column column : Column.values()) {
        outcome.worstDeviation(column.quantity()).ifPresent(d -> deviations.put(column, d));
      }
      return new Row(date, plain(outcome.phantomName()), outcome.verdict(), deviations);
    }

    private String line() {
      StringBuilder line =
          new StringBuilder(date.toString())
              .append(',')
              .append(phantom)
              .append(',')
              .append(verdict);
      for (Column column : Column.values()) {
        line.append(',');
        if (deviations.containsKey(column)) {
          line.append(String.format(Locale.ROOT, "%.4f", deviation(column)));
        }
      }
      return line.toString();
    }
  }

  private static final long MOST_BYTES = 16 << 20;

  private TrendFile() {}

  /** A name that needs no quotes. */
  static String plain(String name) {
    return name.replaceAll("[\\p{Cntrl},\"]+", " ").strip();
  }

  static String header() {
    StringBuilder header = new StringBuilder("date,phantom,verdict");
    for (Column column : Column.values()) {
      header.append(',').append(column.title);
    }
    return header.toString();
  }

  /**
   * Reads the rows in the order of the file; none if there is no file yet.
   *
   * @throws UsageException if it is a folder
   * @throws InputException if a line is not as this program writes it
   */
  static List<Row> read(Path file) throws IOException, InputException {
    if (Files.notExists(file)) {
      return List.of();
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException("The trend " + file + " is not a file.");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new InputException(file + ": this is no trend of ours: it is larger than 16 MB.");
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      throw new InputException(file + ": this is no trend of ours: it is no UTF-8 text.", e);
    }
    if (lines.isEmpty() || !lines.getFirst().strip().equals(header())) {
      throw new InputException(
          "%s: line 1: this is no trend of ours; expected %s.".formatted(file, header()));
    }
    List<Row> rows = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      if (!lines.get(line).isBlank()) {
        rows.add(row(file, line + 1, lines.get(line)));
      }
    }
    return rows;
  }

  private static Row row(Path file, int number, String line) throws InputException {
    List<String> cells = List.of(line.strip().split(",", -1));
    if (cells.size() != 3 + Column.values().length) {
      throw new InputException(
          "%s: line %d has %d cells; expected %d."
              .formatted(file, number, cells.size(), 3 + Column.values().length));
    }
    try {
      Map<Column, Double> deviations = new EnumMap<>(Column.class);
      int at = 3;
      for (Column column : Column.values()) {
        String cell = cells.get(at++).strip();
        if (!cell.isEmpty()) {
          deviations.put(column, finite(cell));
        }
      }
      return new Row(
          LocalDate.parse(cells.get(0)), cells.get(1), Verdict.valueOf(cells.get(2)), deviations);
    } catch (DateTimeParseException e) {
      throw new InputException(
          "%s: line %d: expected a date such as 2026-11-24.".formatted(file, number), e);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "%s: line %d: expected PASS, WARN or FAIL, then numbers.".formatted(file, number), e);
    }
  }

  private static double finite(String cell) {
    double value = Double.parseDouble(cell);
    if (!Double.isFinite(value)) {
      throw new NumberFormatException("not finite: " + cell);
    }
    return value;
  }

  /** The rows with one more in the order of dates; one of the same day and phantom is replaced. */
  static List<Row> with(List<Row> rows, Row row) {
    List<Row> all = new ArrayList<>(rows);
    all.removeIf(r -> r.date().equals(row.date()) && r.phantom().equals(row.phantom()));
    all.add(row);
    all.sort(Comparator.comparing(Row::date).thenComparing(Row::phantom));
    return all;
  }

  /** Writes beside the file and moves it there. */
  static void write(List<Row> rows, Path file) throws IOException {
    StringBuilder text = new StringBuilder(header()).append('\n');
    rows.forEach(r -> text.append(r.line()).append('\n'));
    Path absolute = file.toAbsolutePath();
    Path beside = absolute.resolveSibling("." + absolute.getFileName() + ".part");
    try {
      Files.writeString(beside, text);
      Files.move(
          beside, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
