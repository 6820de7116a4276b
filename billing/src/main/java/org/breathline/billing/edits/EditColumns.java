package org.breathline.billing.edits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.breathline.billing.table.Cells;
import org.breathline.billing.table.LineReader;
import org.breathline.billing.table.TableException;

/**
 * Which column of a file is what, found by the header, and where its cells lie in a line of bytes.
 * Only the last column that is read may hold quotes.
 */
final class EditColumns {

  /** What a file holds. */
  enum Kind {
    PAIRS,
    UNITS,
    ADD_ONS
  }

  static final int COLUMN1 = 0;
  static final int COLUMN2 = 1;
  static final int EFFECTIVE = 2;
  static final int DELETION = 3;
  static final int INDICATOR = 4;
  static final int RATIONALE = 5;
  static final int CODE = 0;
  static final int UNITS = 1;
  static final int MAI = 2;
  static final int PRIMARY = 0;
  static final int ADD_ON = 1;
  static final int TYPE = 2;

  private static final int MOST_TITLE_LINES = 40;
  private static final int MOST_CELLS = 64;

  private final Kind kind;
  private final byte separator;
  private final int[] columns;
  private final int[] starts = new int[MOST_CELLS];
  private final int[] ends = new int[MOST_CELLS];
  private int cells;

  private EditColumns(Kind kind, byte separator, int... columns) {
    this.kind = kind;
    this.separator = separator;
    this.columns = columns;
  }

  Kind kind() {
    return kind;
  }

  static EditColumns find(LineReader lines) throws IOException, TableException {
    while (lines.number() < MOST_TITLE_LINES && lines.next()) {
      String line = String.valueOf(lines.text());
      List<String> names = Cells.of(line).stream().map(EditColumns::plain).toList();
      byte separator = (byte) (line.indexOf('\t') >= 0 ? '\t' : ',');
      int column1 = begins(names, "column1");
      int code = begins(names, "hcpcscode", "code", "hcpcscptcode");
      int addOn = begins(names, "addoncode");
      if (column1 >= 0 && begins(names, "column2") >= 0) {
        return new EditColumns(
            Kind.PAIRS,
            separator,
            column1,
            begins(names, "column2"),
            begins(names, "effective"),
            begins(names, "deletion"),
            begins(names, "modifier"),
            begins(names, "rationale", "ptpeditrationale"));
      }
      if (addOn >= 0 && begins(names, "primarycode") >= 0) {
        return new EditColumns(
            Kind.ADD_ONS,
            separator,
            begins(names, "primarycode"),
            addOn,
            begins(names, "aocedittype", "type"));
      }
      if (code >= 0 && begins(names, "mai", "muemai", "mueadjudication") >= 0) {
        return new EditColumns(
            Kind.UNITS,
            separator,
            code,
            begins(
                names,
                "units",
                "mueunits",
                "practitionerservicesmue",
                "outpatienthospitalservices"),
            begins(names, "mai", "muemai", "mueadjudication"));
      }
    }
    throw new TableException(
        lines.name()
            + " is none of CMS's tables of pairs (Column 1, Column 2), units (code, MAI) or add-on"
            + " codes (primary code, add-on code).");
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static int begins(List<String> names, String... beginnings) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (Arrays.stream(beginnings).anyMatch(name::startsWith)) {
        return i;
      }
    }
    return -1;
  }

  /** Finds the cells of the current line. */
  void split(LineReader lines) {
    byte[] bytes = lines.bytes();
    int length = lines.length();
    cells = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i <= length && cells < MOST_CELLS; i++) {
      if (i < length && bytes[i] == '"') {
        quoted = !quoted;
      }
      if (i == length || (bytes[i] == separator && !quoted)) {
        int from = start;
        int to = i;
        while (from < to && (bytes[from] == ' ' || bytes[from] == '"')) {
          from++;
        }
        while (to > from && (bytes[to - 1] == ' ' || bytes[to - 1] == '"')) {
          to--;
        }
        starts[cells] = from;
        ends[cells++] = to;
        start = i + 1;
      }
    }
  }

  int start(int column) {
    int at = columns[column];
    return at < 0 || at >= cells ? 0 : starts[at];
  }

  int end(int column) {
    int at = columns[column];
    return at < 0 || at >= cells ? 0 : ends[at];
  }

  int code(LineReader lines, int column) {
    return CodeNumber.of(lines.bytes(), start(column), end(column));
  }

  String text(LineReader lines, int column) {
    int from = start(column);
    return new String(lines.bytes(), from, end(column) - from, StandardCharsets.UTF_8);
  }

  /** The leading digit, as in "3 Date of Service Edit: Clinical". */
  int digit(LineReader lines, int column) throws TableException {
    int from = start(column);
    int digit = from < end(column) ? lines.bytes()[from] - '0' : -1;
    if (digit < 0 || digit > 9) {
      throw wrong(lines, column, "does not begin with a digit");
    }
    return digit;
  }

  int whole(LineReader lines, int column) throws TableException {
    int value = 0;
    int from = start(column);
    int to = end(column);
    if (from == to || to - from > 8) {
      throw wrong(lines, column, "is not a whole number");
    }
    for (int i = from; i < to; i++) {
      int digit = lines.bytes()[i] - '0';
      if (digit < 0 || digit > 9) {
        throw wrong(lines, column, "is not a whole number");
      }
      value = 10 * value + digit;
    }
    return value;
  }

  /** A day as yyyymmdd, with or without hyphens; 0 for none, which CMS also writes as "*". */
  int day(LineReader lines, int column) throws TableException {
    int value = 0;
    int digits = 0;
    for (int i = start(column); i < end(column); i++) {
      byte b = lines.bytes()[i];
      if (b >= '0' && b <= '9') {
        value = 10 * value + (b - '0');
        digits++;
      } else if (b != '-' && b != '*') {
        throw wrong(lines, column, "is not a date");
      }
      if (digits > 8) {
        throw wrong(lines, column, "is not a date");
      }
    }
    if (digits != 0 && digits != 8) {
      throw wrong(lines, column, "is not a date");
    }
    return value;
  }

  private TableException wrong(LineReader lines, int column, String what) {
    return TableException.at(
        lines.name(), lines.number(), "cell " + (columns[column] + 1) + " " + what);
  }
}
