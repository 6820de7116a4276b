package org.breathline.core.respiration.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The headings of delimited text: its first line that is neither empty nor a comment ({@code #}).
 *
 * @param separator semicolon, tab or comma
 * @param headerLine the number of the line with the headings, from 1
 * @param names the columns
 */
record NamedColumns(char separator, int headerLine, List<ColumnName> names) {

  private static final char[] SEPARATORS = {';', '\t', ','};

  private static final List<String> TIME =
      List.of("time", "timestamp", "t", "times", "timesec", "seconds", "elapsed", "elapsedtime");

  private static final Set<String> MILLISECONDS = Set.of("ms", "msec", "milliseconds");
  private static final Set<String> SECONDS = Set.of("s", "sec", "seconds");

  /** The headings of a file, if with some separator they are what is asked for. */
  static Optional<NamedColumns> find(List<String> head, Predicate<NamedColumns> wanted) {
    for (int i = 0; i < head.size(); i++) {
      String line = head.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      for (char separator : SEPARATORS) {
        List<ColumnName> names =
            FieldParser.split(line, separator).stream().map(ColumnName::of).toList();
        NamedColumns columns = new NamedColumns(separator, i + 1, names);
        if (wanted.test(columns)) {
          return Optional.of(columns);
        }
      }
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The column of a name; -1 where it isn't. */
  int indexOf(String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The column of the first name that is there; -1 where none is. */
  int firstOf(List<String> candidates) {
    return candidates.stream().mapToInt(this::indexOf).filter(i -> i >= 0).findFirst().orElse(-1);
  }

  /** The column with the time; -1 where none is. */
  int time() {
    return firstOf(TIME);
  }

  /** The unit of time as the heading has it; empty where it has none. */
  OptionalDouble secondsPerUnit() {
    ColumnName column = names.get(time());
    if (MILLISECONDS.contains(column.unit())) {
      return OptionalDouble.of(0.001);
    }
    return SECONDS.contains(column.unit()) || column.name().endsWith("seconds")
        ? OptionalDouble.of(1)
        : OptionalDouble.empty();
  }

  /** Reads up to and with the headings. */
  void skipTo(TextLines lines) throws TraceException {
    boolean more = true;
    while (more && lines.number() < headerLine) {
      more = lines.next();
    }
  }

  /** The fields of the current line, one a column. */
  List<String> row(TextLines lines) throws TraceException {
    return FieldParser.row(lines, separator, names.size());
  }

  /** The number in a column; NaN where it is empty. The decimal mark may be a comma. */
  double number(TextLines lines, List<String> fields, int column) throws TraceException {
    return FieldParser.number(
        lines, fields.get(column), names.get(column).name(), separator != ',');
  }
}
