package org.breathline.dicom.io;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.DicomException;

/**
 * Moves along a {@link ByteSource} with a buffer, so that a header takes one read of the file. The
 * buffer grows for a value that is longer, but only after the value's length was found to lie
 * inside the source.
 */
final class ByteWindow {

  private static final int BUFFER_BYTES = 16 << 10;

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final ByteSource source;
  private byte[] buffer;
  private long start;
  private int filled;
  private long position;
  private boolean bigEndian;

  ByteWindow(ByteSource source) {
    this.source = source;
    this.buffer = new byte[(int) Math.min(BUFFER_BYTES, source.size())];
  }

  ByteSource source() {
    return source;
  }

  void bigEndian(boolean value) {
    bigEndian = value;
  }

  boolean bigEndian() {
    return bigEndian;
  }

  long position() {
    return position;
  }

  void moveTo(long target) {
    position = target;
  }

  long size() {
    return source.size();
  }

  long remaining() {
    return source.size() - position;
  }

  /** The index in the buffer of the next byte, with so many bytes from there in the buffer. */
  private int need(int count) throws IOException {
    long index = position - start;
    if (index >= 0 && index + count <= filled) {
      return (int) index;
    }
    if (count > remaining()) {
      throw problem(
          "the file ends here, expected " + count + " bytes more and found " + remaining());
    }
    int size = (int) Math.min(Math.max(count, BUFFER_BYTES), remaining());
    if (size > buffer.length) {
      buffer = new byte[size];
    }
    source.read(position, buffer, size);
    start = position;
    filled = size;
    return 0;
  }

  /** The next unsigned 8 bits; moves on. */
  int u8() throws IOException {
    int value = buffer[need(1)] & 0xFF;
    position++;
    return value;
  }

  /** The next unsigned 16 bits; moves on. */
  int u16() throws IOException {
    int index = need(2);
    short value = (short) SHORT.get(buffer, index);
    position += 2;
    return Short.toUnsignedInt(bigEndian ? Short.reverseBytes(value) : value);
  }

  /** The next unsigned 32 bits; moves on. */
  long u32() throws IOException {
    int index = need(4);
    int value = (int) INT.get(buffer, index);
    position += 4;
    return Integer.toUnsignedLong(bigEndian ? Integer.reverseBytes(value) : value);
  }

  /** The next tag; moves on. */
  int tag() throws IOException {
    int group = u16();
    return (group << 16) | u16();
  }

  /** A byte further on, which has to be inside the source; does not move. */
  int peek(int ahead) throws IOException {
    return buffer[need(ahead + 1) + ahead] & 0xFF;
  }

  /** A copy of the next bytes; moves on. */
  byte[] bytes(int count) throws IOException {
    if (count > remaining()) {
      throw problem(
          "the file ends here, expected " + count + " bytes more and found " + remaining());
    }
    byte[] copy = new byte[count];
    if (count > BUFFER_BYTES) {
      source.read(position, copy, count);
    } else {
      System.arraycopy(buffer, need(count), copy, 0, count);
    }
    position += count;
    return copy;
  }

  /** A reference to the next bytes, which have to be inside the source; moves on. */
  BulkData range(long count, int bigEndianWordBytes) {
    BulkData range = source.range(position, count, bigEndianWordBytes);
    position += count;
    return range;
  }

  DicomException problem(String words) {
    return new DicomException(source.path().orElse(null), position, null, words);
  }

  DicomException problem(int tag, String words) {
    return new DicomException(source.path().orElse(null), position, tag, words);
  }
}
