package org.breathline.billing.fees;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.breathline.billing.table.TableException;

/**
 * Where the columns of a relative value file stand. They move from year to year; their titles, read
 * downwards, do not.
 */
final class RvuColumns {

  private final String file;
  private final int modifier;
  private final int status;
  private final int work;
  private final int officeExpense;
  private final int officeNa;
  private final int facilityExpense;
  private final int facilityNa;
  private final int malpractice;
  private final int pcTc;
  private final int globalDays;
  private final int multiple;
  private final int supervision;
  private final int factor;

  RvuColumns(String file, Map<Integer, String> titles) throws TableException {
    this.file = file;
    modifier = find(titles, "MOD");
    status = find(titles, "STATUS CODE");
    work = find(titles, "WORK RVU");
    officeExpense = find(titles, "NON-FAC PE RVU");
    officeNa = find(titles, "NON-FAC NA INDICATOR");
    facilityExpense = find(titles, "FACILITY PE RVU");
    facilityNa = find(titles, "FACILITY NA INDICATOR");
    malpractice = find(titles, "MP RVU");
    pcTc = find(titles, "PCTC IND");
    globalDays = find(titles, "GLOB DAYS");
    multiple = find(titles, "MULT PROC");
    supervision = find(titles, "PHYSICIAN SUPERVISION OF DIAGNOSTIC PROCEDURES");
    factor = find(titles, "CONV FACTOR");
  }

  private int find(Map<Integer, String> titles, String wanted) throws TableException {
    for (Map.Entry<Integer, String> title : titles.entrySet()) {
      if (title.getValue().replaceAll("\\s+", " ").strip().equalsIgnoreCase(wanted)) {
        return title.getKey();
      }
    }
    throw new TableException(file + " has no column titled " + wanted + " (read downwards).");
  }

  String modifier(List<String> cells) {
    return cell(cells, modifier);
  }

  RelativeValue row(List<String> cells, long line) throws TableException {
    return new RelativeValue(
        cells.getFirst(),
        Component.of(modifier(cells))
            .orElseThrow(() -> TableException.at(file, line, "a modifier that is no component")),
        cell(cells, status),
        number(cells, work, line),
        number(cells, officeExpense, line),
        cell(cells, officeNa).equals("NA"),
        number(cells, facilityExpense, line),
        cell(cells, facilityNa).equals("NA"),
        number(cells, malpractice, line),
        cell(cells, pcTc),
        cell(cells, globalDays),
        cell(cells, multiple),
        cell(cells, supervision));
  }

  BigDecimal factor(List<String> cells, long line) throws TableException {
    return number(cells, factor, line);
  }

  private static String cell(List<String> cells, int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  private BigDecimal number(List<String> cells, int column, long line) throws TableException {
    try {
      return new BigDecimal(cell(cells, column));
    } catch (NumberFormatException e) {
      throw TableException.at(file, line, "column " + (column + 1) + " is not a number");
    }
  }
}
