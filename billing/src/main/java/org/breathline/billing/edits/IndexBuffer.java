package org.breathline.billing.edits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** Reads an index; every length is checked against what is left before anything is allocated. */
final class IndexBuffer {

  private final ByteBuffer bytes;

  IndexBuffer(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  ByteBuffer bytes() throws IndexException {
    need(1);
    return bytes;
  }

  private void need(long count) throws IndexException {
    if (count < 0 || count > bytes.remaining()) {
      throw new IndexException("it ends too early");
    }
  }

  int integer() throws IndexException {
    need(Integer.BYTES);
    return bytes.getInt();
  }

  /** A number of things, each at least so many bytes. */
  int count(int leastBytes) throws IndexException {
    int count = integer();
    if (count < 0) {
      throw new IndexException("it holds a negative number of rows");
    }
    need((long) count * leastBytes);
    return count;
  }

  String text() throws IndexException {
    need(Short.BYTES);
    int length = Short.toUnsignedInt(bytes.getShort());
    need(length);
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  Optional<LocalDate> day() throws IndexException {
    int day = integer();
    return day == Integer.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
  }

  int[] ints(int count) throws IndexException {
    need((long) count * Integer.BYTES);
    int[] ints = new int[count];
    bytes.asIntBuffer().get(ints);
    bytes.position(bytes.position() + count * Integer.BYTES);
    return ints;
  }

  char[] chars(int count) throws IndexException {
    need((long) count * Character.BYTES);
    char[] chars = new char[count];
    bytes.asCharBuffer().get(chars);
    bytes.position(bytes.position() + count * Character.BYTES);
    return chars;
  }

  EditSource source() throws IndexException {
    String file = text();
    LocalDate effective =
        day().orElseThrow(() -> new IndexException("a table has no date from which it holds"));
    return new EditSource(file, effective, bytes().get() != 0);
  }

  EditSetting setting() throws IndexException {
    String name = text();
    for (EditSetting setting : EditSetting.values()) {
      if (setting.name().equals(name)) {
        return setting;
      }
    }
    throw new IndexException("a table is for no setting that there is");
  }
}
