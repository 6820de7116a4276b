package org.breathline.billing.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table with a header, read row by row. Lines above the header are titles; the header is the
 * first line that has all columns asked for, whatever their order, case and decoration.
 */
public final class Table implements Closeable {

  /** As far down as a header is looked for. */
  private static final int MOST_TITLE_LINES = 40;

  private final LineReader lines;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<String> titles = new ArrayList<>();
  private List<String> cells = List.of();

  private Table(LineReader lines) {
    this.lines = lines;
  }

  /**
   * Opens a file and finds the header.
   *
   * @param needed names of columns, each in one of several spellings separated by {@code |}; the
   *     first is what {@link #cell} calls it
   * @throws TableException if no line has them all
   */
  public static Table open(Path file, String... needed) throws IOException, TableException {
    return of(LineReader.open(file), needed);
  }

  /** A table in the build. */
  public static Table resource(Class<?> owner, String name, String... needed) throws IOException {
    InputStream in = owner.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is missing from the build");
    }
    try {
      return of(LineReader.of(name, in), needed);
    } catch (TableException e) {
      throw new IllegalStateException("the build's own table", e);
    }
  }

  private static Table of(LineReader lines, String... needed) throws IOException, TableException {
    Table table = new Table(lines);
    while (lines.number() < MOST_TITLE_LINES && lines.next()) {
      String text = String.valueOf(lines.text());
      List<String> cells = Cells.of(text);
      if (table.takeHeader(cells, needed)) {
        return table;
      }
      table.titles.add(text);
    }
    lines.close();
    throw new TableException(
        lines.name() + " has no header with the columns " + String.join(", ", needed) + ".");
  }

  private boolean takeHeader(List<String> cells, String... needed) {
    List<String> names = cells.stream().map(Table::plain).toList();
    Map<String, Integer> found = new HashMap<>();
    for (String column : needed) {
      @Nullable Integer index = null;
      List<String> spellings = List.of(column.split("\\|", -1));
      for (String spelling : spellings) {
        if (index == null && names.contains(plain(spelling))) {
          index = names.indexOf(plain(spelling));
        }
      }
      if (index == null) {
        return false;
      }
      found.put(spellings.getFirst(), index);
    }
    for (int i = 0; i < names.size(); i++) {
      found.putIfAbsent(names.get(i), i);
    }
    columns.putAll(found);
    return true;
  }

  /** Letters and digits alone, so that "Mod. Indicator *" is "modindicator". */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** What stood above the header. */
  public List<String> titles() {
    return List.copyOf(titles);
  }

  /** Reads the next row; empty lines are passed over. */
  public boolean next() throws IOException, TableException {
    while (lines.next()) {
      if (lines.length() > 0) {
        cells = Cells.of(String.valueOf(lines.text()));
        return true;
      }
    }
    return false;
  }

  /** 1 for the first line of the file. */
  public long line() {
    return lines.number();
  }

  /** What messages call the file. */
  public String name() {
    return lines.name();
  }

  /** Whether the header has a column that was not asked for, by its plain name. */
  public boolean has(String column) {
    return columns.containsKey(column);
  }

  /** A cell; empty where the row is too short. */
  public String cell(String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return index < cells.size() ? cells.get(index) : "";
  }

  /** A number that must be there. */
  public BigDecimal number(String column) throws TableException {
    try {
      return new BigDecimal(cell(column).replace(",", ""));
    } catch (NumberFormatException e) {
      throw wrong(column, "a number");
    }
  }

  /** A date as 2026-07-01, 20260701 or 07/01/2026. */
  public LocalDate date(String column) throws TableException {
    return parseDate(cell(column)).orElseThrow(() -> wrong(column, "a date"));
  }

  /** What is wrong with a cell of this row. */
  public TableException wrong(String column, String expected) {
    return TableException.at(name(), line(), "column " + column + " is not " + expected);
  }

  /** A date in one of the ways in which agencies write it; absent if it is none. */
  public static Optional<LocalDate> parseDate(String text) {
    try {
      return switch (text.length()) {
        case 8 -> Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        case 10 ->
            Optional.of(
                text.charAt(4) == '-'
                    ? LocalDate.parse(text)
                    : LocalDate.parse(
                        text, DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT)));
        default -> Optional.empty();
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
