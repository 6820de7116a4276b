package org.breathline.billing.edits;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All pairs of one table, in arrays sorted by column 1 and column 2: four bytes a pair. What rows
 * have in common (indicator, dates, rationale) stands once, in a list of the combinations that
 * occur. A pair may stand there more than once, with different dates.
 */
public final class PairTable {

  private final EditSource source;
  private final EditSetting setting;
  private final int[] codes;
  private final int[] offsets;
  private final char[] column2;
  private final char[] terms;
  private final List<Terms> termList;

  /** What many rows have in common. */
  record Terms(
      int indicator,
      Optional<LocalDate> effective,
      Optional<LocalDate> deleted,
      String rationale) {}

  PairTable(
      EditSource source,
      EditSetting setting,
      int[] codes,
      int[] offsets,
      char[] column2,
      char[] terms,
      List<Terms> termList) {
    this.source = source;
    this.setting = setting;
    this.codes = codes;
    this.offsets = offsets;
    this.column2 = column2;
    this.terms = terms;
    this.termList = List.copyOf(termList);
  }

  /** Where it comes from. */
  public EditSource source() {
    return source;
  }

  /** For whose claims. */
  public EditSetting setting() {
    return setting;
  }

  /** How many rows. */
  public int size() {
    return column2.length;
  }

  /**
   * The pair in force on a date of service. Where files give no first date, several rows of a pair
   * can match: the one that was deleted first after the date was then in force.
   */
  public Optional<PairEdit> find(String first, String second, LocalDate date) {
    int one = index(first);
    int two = index(second);
    if (one < 0 || two < 0) {
      return Optional.empty();
    }
    int end = offsets[one + 1];
    int at = firstAtLeast(offsets[one], end, (char) two);
    Optional<PairEdit> found = Optional.empty();
    for (; at < end && column2[at] == two; at++) {
      PairEdit edit = edit(first, second, terms[at]);
      if (edit.appliesOn(date)
          && (found.isEmpty() || lastDay(edit).isBefore(lastDay(found.get())))) {
        found = Optional.of(edit);
      }
    }
    return found;
  }

  private static LocalDate lastDay(PairEdit edit) {
    return edit.deleted().orElse(LocalDate.MAX);
  }

  /** Whether the table has the code in column 1 at all. */
  public boolean hasColumn1(String code) {
    int index = index(code);
    return index >= 0 && offsets[index] < offsets[index + 1];
  }

  /** All rows of a code in column 1, whatever their dates, in the order of column 2. */
  public List<PairEdit> ofColumn1(String code) {
    int index = index(code);
    List<PairEdit> edits = new ArrayList<>();
    if (index >= 0) {
      for (int i = offsets[index]; i < offsets[index + 1]; i++) {
        edits.add(edit(code, CodeNumber.text(codes[column2[i]]), terms[i]));
      }
    }
    return edits;
  }

  private PairEdit edit(String first, String second, int term) {
    Terms t = termList.get(term);
    return new PairEdit(first, second, t.indicator, t.effective, t.deleted, t.rationale);
  }

  private int index(String code) {
    OptionalInt number = CodeNumber.of(code);
    return number.isEmpty() ? -1 : Arrays.binarySearch(codes, number.getAsInt());
  }

  private int firstAtLeast(int from, int to, char value) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (column2[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void write(DataOutputStream out) throws IOException {
    IndexFile.writeSource(out, source);
    out.writeUTF(setting.name());
    out.writeInt(termList.size());
    for (Terms t : termList) {
      out.writeByte(t.indicator);
      out.writeInt(t.effective.map(d -> (int) d.toEpochDay()).orElse(Integer.MIN_VALUE));
      out.writeInt(t.deleted.map(d -> (int) d.toEpochDay()).orElse(Integer.MIN_VALUE));
      out.writeUTF(t.rationale);
    }
    out.writeInt(codes.length);
    out.writeInt(column2.length);
    ByteBuffer bytes = ByteBuffer.allocate(8 * codes.length + 4 + 4 * column2.length);
    bytes.asIntBuffer().put(codes).put(offsets);
    bytes.position(8 * codes.length + 4);
    bytes.asCharBuffer().put(column2).put(terms);
    out.write(bytes.array());
  }

  static PairTable read(IndexBuffer in) throws IndexException {
    EditSource source = in.source();
    EditSetting setting = in.setting();
    int termCount = in.count(Byte.BYTES + 2 * Integer.BYTES + Short.BYTES);
    List<Terms> termList = new ArrayList<>();
    for (int i = 0; i < termCount; i++) {
      termList.add(new Terms(in.bytes().get(), in.day(), in.day(), in.text()));
    }
    int codeCount = in.count(2 * Integer.BYTES);
    int pairCount = in.count(2 * Character.BYTES);
    int[] codes = in.ints(codeCount);
    int[] offsets = in.ints(codeCount + 1);
    char[] column2 = in.chars(pairCount);
    char[] terms = in.chars(pairCount);
    check(codes, offsets, column2, terms, termCount);
    return new PairTable(source, setting, codes, offsets, column2, terms, termList);
  }

  private static void check(int[] codes, int[] offsets, char[] column2, char[] terms, int termCount)
      throws IndexException {
    boolean sound = offsets[0] == 0 && offsets[codes.length] == column2.length;
    for (int i = 0; i < codes.length; i++) {
      sound &= offsets[i] <= offsets[i + 1] && (i == 0 || codes[i - 1] < codes[i]);
    }
    for (int i = 0; i < column2.length; i++) {
      sound &= column2[i] < codes.length && terms[i] < termCount;
    }
    if (!sound) {
      throw new IndexException("its pairs are not in order");
    }
  }
}
