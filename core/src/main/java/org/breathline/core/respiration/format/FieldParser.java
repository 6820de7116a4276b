package org.breathline.core.respiration.format;

import java.util.ArrayList;
import java.util.List;

/** Takes the lines of delimited text apart. */
final class FieldParser {

  private FieldParser() {}

  /** The fields of a line, without surrounding blanks and quotes. */
  static List<String> split(String line, char separator) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }

  /**
   * The fields of a data line: as many as there are columns, but for empty ones at the end.
   *
   * @throws TraceException if there are fewer or more
   */
  static List<String> row(TextLines lines, char separator, int columns) throws TraceException {
    List<String> fields = split(lines.line(), separator);
    while (fields.size() > columns && fields.getLast().isEmpty()) {
      fields.removeLast();
    }
    if (fields.size() != columns) {
      throw lines.wrong("expected " + columns + " fields, found " + fields.size());
    }
    return fields;
  }

  /**
   * A number; NaN where the field is empty or says that there is none.
   *
   * @param decimalComma whether a comma may stand for the decimal point
   * @throws TraceException if it is something else
   */
  static double number(TextLines lines, String field, String column, boolean decimalComma)
      throws TraceException {
    if (field.isEmpty() || field.equalsIgnoreCase("nan") || field.equals("-")) {
      return Double.NaN;
    }
    try {
      double number = Double.parseDouble(decimalComma ? field.replace(',', '.') : field);
      return Double.isFinite(number) ? number : Double.NaN;
    } catch (NumberFormatException e) {
      throw lines.wrong("expected a number in column '" + column + "'");
    }
  }
}
