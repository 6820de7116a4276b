package org.breathline.billing.fees;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breathline.billing.table.Cells;
import org.breathline.billing.table.LineReader;
import org.breathline.billing.table.Table;
import org.breathline.billing.table.TableException;

/**
 * Reads CMS's fee schedule files as published: {@code PPRRVU*.csv} (header over several lines,
 * titles above it) and {@code GPCI*.csv} (Addendum E). Short descriptors, which are the AMA's, are
 * dropped as they are read.
 */
public final class CmsFeeFiles {

  private static final Pattern TITLE =
      Pattern.compile("(20\\d\\d) National .*?(January|April|July|October)", Pattern.DOTALL);
  private static final Pattern YEAR = Pattern.compile("(20\\d\\d)");
  private static final Pattern CODE = Pattern.compile("[0-9A-Z][0-9]{3}[0-9A-Z]");
  private static final int MOST_TITLE_LINES = 40;

  private CmsFeeFiles() {}

  /**
   * Reads a relative value file, with its conversion factor for the year from its release on.
   *
   * @throws TableException if it is none
   */
  public static FeeData relativeValues(Path file) throws IOException, TableException {
    try (LineReader lines = LineReader.open(file)) {
      Map<Integer, String> columns = new HashMap<>();
      StringBuilder titles = new StringBuilder();
      readHeader(lines, columns, titles);
      Matcher title = TITLE.matcher(titles);
      if (!title.find()) {
        throw new TableException(
            lines.name() + " has no title such as \"2026 National ... July Release\".");
      }
      LocalDate effective = effective(title.group(1), title.group(2));
      RvuColumns at = new RvuColumns(lines.name(), columns);
      Map<Release.Key, RelativeValue> rows = new HashMap<>();
      BigDecimal factor = BigDecimal.ZERO;
      while (lines.next()) {
        List<String> cells = Cells.of(String.valueOf(lines.text()));
        if (!CODE.matcher(cells.getFirst()).matches()
            || Component.of(at.modifier(cells)).isEmpty()) {
          continue; // totals, footnotes; modifier 53 (a stopped colonoscopy) is no component
        }
        RelativeValue row = at.row(cells, lines.number());
        rows.put(new Release.Key(row.code(), row.component()), row);
        factor = at.factor(cells, lines.number());
      }
      Release release = new Release(lines.name(), effective, rows);
      ConversionFactor ofFile =
          new ConversionFactor(
              effective, LocalDate.of(effective.getYear(), 12, 31), factor, lines.name());
      return new FeeData(List.of(release), Map.of(), List.of(ofFile));
    }
  }

  /** Joins the header's lines column by column, down to the one that begins with HCPCS. */
  private static void readHeader(
      LineReader lines, Map<Integer, String> columns, StringBuilder titles)
      throws IOException, TableException {
    while (lines.number() < MOST_TITLE_LINES && lines.next()) {
      List<String> cells = Cells.of(String.valueOf(lines.text()));
      for (int i = 0; i < cells.size(); i++) {
        columns.merge(i, cells.get(i), (above, here) -> (above + " " + here).strip());
      }
      titles.append(lines.text()).append('\n');
      if (cells.getFirst().equals("HCPCS")) {
        return;
      }
    }
    throw new TableException(lines.name() + " has no header line that begins with HCPCS.");
  }

  private static LocalDate effective(String year, String month) {
    int quarterMonth =
        switch (month.toLowerCase(Locale.ROOT)) {
          case "january" -> 1;
          case "april" -> 4;
          case "july" -> 7;
          default -> 10;
        };
    return LocalDate.of(Integer.parseInt(year), quarterMonth, 1);
  }

  /**
   * Reads a file of geographic indices; its year is that of its columns' names, or of the file's.
   *
   * @throws TableException if it is none, or holds a locality twice
   */
  public static FeeData localities(Path file) throws IOException, TableException {
    List<Locality> localities = new ArrayList<>();
    Map<String, Long> seen = new HashMap<>();
    try (LineReader lines = LineReader.open(file)) {
      OptionalInt year = yearIn(lines.name());
      List<String> header = List.of();
      while (lines.next()) {
        List<String> cells = Cells.of(String.valueOf(lines.text()));
        if (cells.getFirst().startsWith("Medicare Administrative Contractor")) {
          header = cells;
          OptionalInt named = yearIn(String.join(" ", cells));
          year = named.isPresent() ? named : year;
        } else if (!header.isEmpty() && cells.getFirst().matches("\\d{5}")) {
          Locality locality = locality(cells, lines);
          if (seen.put(locality.key(), lines.number()) != null) {
            throw TableException.at(
                lines.name(), lines.number(), "locality " + locality.key() + " stands there twice");
          }
          localities.add(locality);
        }
      }
      if (localities.isEmpty() || year.isEmpty()) {
        throw new TableException(
            lines.name() + " is no file of geographic practice cost indices with its year.");
      }
      return new FeeData(List.of(), Map.of(year.getAsInt(), localities), List.of());
    }
  }

  private static Locality locality(List<String> cells, LineReader lines) throws TableException {
    if (cells.size() < 7) {
      throw TableException.at(lines.name(), lines.number(), "fewer than seven cells");
    }
    try {
      return new Locality(
          cells.get(0),
          cells.get(1),
          cells.get(2),
          cells.get(3).replace("*", ""),
          new BigDecimal(cells.get(4)),
          new BigDecimal(cells.get(5)),
          new BigDecimal(cells.get(6)));
    } catch (NumberFormatException e) {
      throw TableException.at(lines.name(), lines.number(), "an index that is no number");
    }
  }

  private static OptionalInt yearIn(String text) {
    Matcher matcher = YEAR.matcher(text);
    return matcher.find()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  /**
   * Reads a table of conversion factors with the columns from, through and factor (date_start,
   * date_end and cf are understood too).
   *
   * @throws TableException if it is none
   */
  public static FeeData conversionFactors(Path file) throws IOException, TableException {
    List<ConversionFactor> factors = new ArrayList<>();
    try (Table table = Table.open(file, "from|date_start", "through|date_end", "factor|cf")) {
      while (table.next()) {
        factors.add(
            new ConversionFactor(
                table.date("from"), table.date("through"), table.number("factor"), table.name()));
      }
    }
    return new FeeData(List.of(), Map.of(), factors);
  }
}
