package org.breathline.billing.table;

import java.util.ArrayList;
import java.util.List;

/** The cells of a line: quoted where they hold the separator, as in RFC 4180. */
public final class Cells {

  private Cells() {}

  /** The cells, stripped. A quotation mark inside quotes is doubled. */
  public static List<String> of(String line) {
    char separator = line.indexOf('\t') >= 0 ? '\t' : ',';
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
