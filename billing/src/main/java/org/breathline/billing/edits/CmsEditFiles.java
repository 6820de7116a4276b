package org.breathline.billing.edits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breathline.billing.table.LineReader;
import org.breathline.billing.table.Table;
import org.breathline.billing.table.TableException;

/**
 * Reads the tables of the National Correct Coding Initiative as published: text with tabs or
 * commas, gzip or not, titles above the header, dates as 20240701 or 2024-07-01. Kind and setting
 * are told by the header and the name of the file, the quarter by its name.
 */
public final class CmsEditFiles {

  private static final Pattern DAY = Pattern.compile("(20\\d\\d)-(\\d\\d)-(\\d\\d)");
  private static final Pattern MONTH = Pattern.compile("(20\\d\\d)-(\\d\\d)(?!\\d)");
  private static final Pattern QUARTER = Pattern.compile("(20\\d\\d)[-_ ]?q([1-4])");

  /** CMS's version numbers: 30.0 is the first quarter of 2024, 30.3 its last. */
  private static final Pattern VERSION = Pattern.compile("v(\\d\\d)([0-3])r");

  private static final int FIRST_VERSION_YEAR = 1994;

  private CmsEditFiles() {}

  /**
   * Reads one file of any of the kinds.
   *
   * @param effective from when it holds; without it the file's name must say
   * @throws TableException if it is none, or does not say from when it holds
   */
  public static EditLibrary read(Path file, Optional<LocalDate> effective)
      throws IOException, TableException {
    String name = String.valueOf(file.getFileName());
    LocalDate from =
        effective
            .or(() -> effectiveIn(name))
            .orElseThrow(() ->
                new TableException(
                    name
                        + " does not say from when it holds: its name has neither a date, such"
                        + " as 2024-07-01 or 2024q3, nor CMS's version; give --effective."));
    EditSource source = new EditSource(name, from, true);
    try (LineReader lines = LineReader.open(file)) {
      EditColumns columns = EditColumns.find(lines);
      return switch (columns.kind()) {
        case PAIRS ->
            new EditLibrary(
                List.of(pairs(lines, columns, source, setting(name))), List.of(), List.of());
        case UNITS ->
            new EditLibrary(
                List.of(), List.of(units(lines, columns, source, setting(name))), List.of());
        case ADD_ONS ->
            new EditLibrary(List.of(), List.of(), List.of(addOns(lines, columns, source)));
      };
    }
  }

  /** What the name of a file says of its quarter. A month is rounded up to the next quarter. */
  static Optional<LocalDate> effectiveIn(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Matcher day = DAY.matcher(lower);
    if (day.find()) {
      return Table.parseDate(day.group());
    }
    Matcher quarter = QUARTER.matcher(lower);
    if (quarter.find()) {
      return Optional.of(quarter(number(quarter, 1), number(quarter, 2)));
    }
    Matcher month = MONTH.matcher(lower);
    if (month.find() && number(month, 2) >= 1 && number(month, 2) <= 12) {
      int index = (number(month, 2) + 1) / 3;
      return Optional.of(LocalDate.of(number(month, 1), 1, 1).plusMonths(3L * index));
    }
    Matcher version = VERSION.matcher(lower);
    return version.find()
        ? Optional.of(quarter(FIRST_VERSION_YEAR + number(version, 1), 1 + number(version, 2)))
        : Optional.empty();
  }

  private static LocalDate quarter(int year, int quarter) {
    return LocalDate.of(year, 3 * quarter - 2, 1);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static EditSetting setting(String name) throws TableException {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean hospital =
        lower.contains("outpatient") || lower.contains("hospital") || lower.startsWith("ccioph");
    boolean practitioner = lower.contains("practitioner") || lower.startsWith("ccipra");
    if (hospital == practitioner) {
      throw new TableException(
          name + ": the name says neither \"practitioner\" nor \"outpatient\", or both.");
    }
    return hospital ? EditSetting.OUTPATIENT : EditSetting.PRACTITIONER;
  }

  static PairTable pairs(LineReader lines, EditSource source, EditSetting setting)
      throws IOException, TableException {
    return pairs(lines, EditColumns.find(lines), source, setting);
  }

  private static PairTable pairs(
      LineReader lines, EditColumns columns, EditSource source, EditSetting setting)
      throws IOException, TableException {
    PairTableBuilder builder = new PairTableBuilder(lines.name());
    RationaleCache rationales = new RationaleCache(builder);
    boolean data = false;
    while (lines.next()) {
      columns.split(lines);
      int first = columns.code(lines, EditColumns.COLUMN1);
      if (first < 0) {
        // CMS's header goes on for some lines; below it every line is a row.
        if (data && lines.length() > 0) {
          throw TableException.at(lines.name(), lines.number(), "column 1 is not a code");
        }
        continue;
      }
      data = true;
      addRow(lines, columns, builder, rationales, first);
    }
    if (!data) {
      throw new TableException(lines.name() + " holds no pair.");
    }
    return builder.build(source, setting);
  }

  /** Column 2 may list several codes, separated by blanks, that have the rest in common. */
  private static void addRow(
      LineReader lines,
      EditColumns columns,
      PairTableBuilder builder,
      RationaleCache rationales,
      int first)
      throws TableException {
    int indicator = columns.digit(lines, EditColumns.INDICATOR);
    int effective = columns.day(lines, EditColumns.EFFECTIVE);
    int deleted = columns.day(lines, EditColumns.DELETION);
    int rationale = rationales.of(lines, columns);
    byte[] bytes = lines.bytes();
    int end = columns.end(EditColumns.COLUMN2);
    for (int at = columns.start(EditColumns.COLUMN2); at < end; at += 6) {
      int second = CodeNumber.of(bytes, at, Math.min(at + 5, end));
      if (second < 0) {
        throw TableException.at(lines.name(), lines.number(), "column 2 is not a code");
      }
      builder.add(first, second, indicator, effective, deleted, rationale, lines.number());
    }
  }

  static UnitTable units(LineReader lines, EditSource source, EditSetting setting)
      throws IOException, TableException {
    return units(lines, EditColumns.find(lines), source, setting);
  }

  private static UnitTable units(
      LineReader lines, EditColumns columns, EditSource source, EditSetting setting)
      throws IOException, TableException {
    Map<String, UnitLimit> limits = new HashMap<>();
    while (lines.next()) {
      columns.split(lines);
      if (columns.code(lines, EditColumns.CODE) < 0) {
        continue; // CMS's footnotes
      }
      limits.put(
          columns.text(lines, EditColumns.CODE),
          new UnitLimit(
              columns.whole(lines, EditColumns.UNITS), columns.digit(lines, EditColumns.MAI)));
    }
    return new UnitTable(source, setting, limits);
  }

  static AddOnTable addOns(LineReader lines, EditSource source) throws IOException, TableException {
    return addOns(lines, EditColumns.find(lines), source);
  }

  private static AddOnTable addOns(LineReader lines, EditColumns columns, EditSource source)
      throws IOException, TableException {
    Map<String, Set<String>> primaries = new HashMap<>();
    Map<String, Integer> types = new HashMap<>();
    while (lines.next()) {
      columns.split(lines);
      if (columns.code(lines, EditColumns.ADD_ON) < 0) {
        continue;
      }
      String addOn = columns.text(lines, EditColumns.ADD_ON);
      types.putIfAbsent(addOn, columns.digit(lines, EditColumns.TYPE));
      // CCCCC stands for "whatever the contractor defines".
      String primary = columns.text(lines, EditColumns.PRIMARY);
      Set<String> known = primaries.computeIfAbsent(addOn, _ -> new TreeSet<>());
      if (!primary.equals("CCCCC")) {
        known.add(primary);
      }
    }
    Map<String, AddOnRule> rules = new HashMap<>();
    types.forEach((code, type) ->
        rules.put(code, new AddOnRule(type, primaries.getOrDefault(code, Set.of()))));
    return new AddOnTable(source, rules);
  }

  /** The rationale of most rows is that of the row before. */
  private static final class RationaleCache {

    private final PairTableBuilder builder;
    private byte[] last = new byte[0];
    private int place = -1;

    RationaleCache(PairTableBuilder builder) {
      this.builder = builder;
    }

    int of(LineReader lines, EditColumns columns) throws TableException {
      int from = columns.start(EditColumns.RATIONALE);
      int to = columns.end(EditColumns.RATIONALE);
      if (place < 0 || !Arrays.equals(last, 0, last.length, lines.bytes(), from, to)) {
        last = Arrays.copyOfRange(lines.bytes(), from, to);
        String text = new String(last, StandardCharsets.UTF_8).replace("\"", "").strip();
        place = builder.rationale(text, lines.number());
      }
      return place;
    }
  }
}
