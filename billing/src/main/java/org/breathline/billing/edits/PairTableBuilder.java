package org.breathline.billing.edits;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.billing.table.TableException;

/** Collects pairs in any order, and sorts them once. */
final class PairTableBuilder {

  /** So that a place in the list of codes, and one in that of terms, fit into two bytes. */
  private static final int MOST = 1 << 16;

  private static final int BITS = 16;
  private static final int NO_DATE = 0;
  private static final int NEVER = 99991231;

  private final String file;
  private final Map<Integer, Integer> codeIds = new HashMap<>();
  private int[] codeOfId = new int[1 << 10];
  private final Map<Long, Integer> termIds = new HashMap<>();
  private final List<PairTable.Terms> terms = new ArrayList<>();
  private final List<String> rationales = new ArrayList<>();
  private long[] rows = new long[1 << 12];
  private int size;
  private int lastCode = -1;
  private int lastId;
  private long lastKey = -1;
  private int lastTerms;

  PairTableBuilder(String file) {
    this.file = file;
  }

  /**
   * Adds a row.
   *
   * @param column1 number of a code
   * @param column2 number of a code
   * @param indicator 0, 1 or 9
   * @param effective yyyymmdd, or 0
   * @param deleted yyyymmdd, or 0
   * @param rationale place in the list that {@link #rationale} made
   */
  void add(
      int column1, int column2, int indicator, int effective, int deleted, int rationale, long line)
      throws TableException {
    int until = deleted == NEVER ? NO_DATE : deleted;
    int first = column1 == lastCode ? lastId : id(column1, line);
    lastCode = column1;
    lastId = first;
    int second = id(column2, line);
    long key = ((((long) effective << 25) | until) << 8 | rationale) << 4 | indicator;
    int term =
        key == lastKey ? lastTerms : terms(key, indicator, effective, until, rationale, line);
    lastKey = key;
    lastTerms = term;
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
    }
    rows[size++] = ((long) first << BITS | second) << BITS | term;
  }

  private int id(int code, long line) throws TableException {
    Integer known = codeIds.get(code);
    if (known != null) {
      return known;
    }
    int id = codeIds.size();
    if (id >= MOST) {
      throw TableException.at(file, line, "more than 65,536 different codes");
    }
    if (id == codeOfId.length) {
      codeOfId = Arrays.copyOf(codeOfId, 2 * id);
    }
    codeOfId[id] = code;
    codeIds.put(code, id);
    return id;
  }

  private int terms(long key, int indicator, int effective, int until, int rationale, long line)
      throws TableException {
    Integer known = termIds.get(key);
    if (known != null) {
      return known;
    }
    if (terms.size() >= MOST) {
      throw TableException.at(file, line, "more than 65,536 combinations of dates");
    }
    terms.add(
        new PairTable.Terms(
            indicator, day(effective, line), day(until, line), rationales.get(rationale)));
    termIds.put(key, terms.size() - 1);
    return terms.size() - 1;
  }

  private Optional<LocalDate> day(int yyyymmdd, long line) throws TableException {
    if (yyyymmdd == NO_DATE) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(yyyymmdd / 10000, yyyymmdd / 100 % 100, yyyymmdd % 100));
    } catch (DateTimeException e) {
      throw TableException.at(file, line, "a date that is none");
    }
  }

  /** The place of a rationale in the list, added if it is new; at most 256 of them. */
  int rationale(String text, long line) throws TableException {
    int known = rationales.indexOf(text);
    if (known >= 0) {
      return known;
    }
    if (rationales.size() > 255) {
      throw TableException.at(file, line, "more than 256 different rationales");
    }
    rationales.add(text);
    return rationales.size() - 1;
  }

  PairTable build(EditSource source, EditSetting setting) {
    int[] codes = Arrays.copyOf(codeOfId, codeIds.size());
    Arrays.sort(codes);
    int[] place = new int[codes.length];
    for (int id = 0; id < codes.length; id++) {
      place[id] = Arrays.binarySearch(codes, codeOfId[id]);
    }
    long[] sorted = new long[size];
    int mask = MOST - 1;
    for (int i = 0; i < size; i++) {
      long first = place[(int) (rows[i] >>> (2 * BITS))];
      long second = place[(int) (rows[i] >>> BITS) & mask];
      sorted[i] = (first << BITS | second) << BITS | (rows[i] & mask);
    }
    Arrays.sort(sorted);
    int[] offsets = new int[codes.length + 1];
    char[] column2 = new char[size];
    char[] term = new char[size];
    for (int i = 0; i < size; i++) {
      offsets[(int) (sorted[i] >>> (2 * BITS)) + 1]++;
      column2[i] = (char) (sorted[i] >>> BITS);
      term[i] = (char) sorted[i];
    }
    for (int i = 0; i < codes.length; i++) {
      offsets[i + 1] += offsets[i];
    }
    return new PairTable(source, setting, codes, offsets, column2, term, terms);
  }
}
