package org.breathline.dicom.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** The bytes of a large value, little endian, read when asked for. */
public sealed interface BulkData permits BulkData.InMemory, BulkData.InFile {

  /** The number of bytes. */
  long length();

  /**
   * Reads a range.
   *
   * @param from the first byte wanted, from the start of the value
   * @param target receives the bytes
   * @param offset where in the target
   * @param count how many; the range has to lie inside the value
   * @throws IOException if the file cannot be read or has become shorter
   */
  void read(long from, byte[] target, int offset, int count) throws IOException;

  /**
   * Reads the whole value.
   *
   * @throws DicomException if it does not fit one array
   */
  default byte[] readAll() throws IOException {
    if (length() > Integer.MAX_VALUE - 16) {
      throw new DicomException(
          null, -1, null, "a value of " + length() + " bytes does not fit one array");
    }
    byte[] bytes = new byte[(int) length()];
    read(0, bytes, 0, bytes.length);
    return bytes;
  }

  /** A part of an array. */
  final class InMemory implements BulkData {

    private final byte[] bytes;
    private final int start;
    private final int size;

    /**
     * A part of an array.
     *
     * @param bytes the array, not copied
     * @param start the first byte
     * @param size the number of bytes
     */
    public InMemory(byte[] bytes, int start, int size) {
      Objects.checkFromIndexSize(start, size, bytes.length);
      this.bytes = bytes;
      this.start = start;
      this.size = size;
    }

    /** A whole array, not copied. */
    public InMemory(byte[] bytes) {
      this(bytes, 0, bytes.length);
    }

    @Override
    public long length() {
      return size;
    }

    @Override
    public void read(long from, byte[] target, int offset, int count) {
      Objects.checkFromIndexSize(from, count, size);
      System.arraycopy(bytes, start + (int) from, target, offset, count);
    }

    /** A part of the part, not copied. */
    public InMemory part(int from, int count) {
      Objects.checkFromIndexSize(from, count, size);
      return new InMemory(bytes, start + from, count);
    }

    /** The bytes, for reading only. */
    public ByteBuffer buffer() {
      return ByteBuffer.wrap(bytes, start, size).slice().asReadOnlyBuffer();
    }
  }

  /**
   * A range of a file.
   *
   * @param file the file
   * @param start the first byte in the file
   * @param length the number of bytes
   * @param bigEndianWordBytes 1, or the bytes of a word (2, 4, 8) if the file has them in big
   *     endian order; they are swapped as they are read
   */
  record InFile(Path file, long start, long length, int bigEndianWordBytes) implements BulkData {

    @Override
    public void read(long from, byte[] target, int offset, int count) throws IOException {
      Objects.checkFromIndexSize(from, count, length);
      if (from % bigEndianWordBytes != 0) {
        throw new IllegalArgumentException("the range starts inside a word");
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        ByteBuffer buffer = ByteBuffer.wrap(target, offset, count);
        long position = start + from;
        while (buffer.hasRemaining()) {
          int read = channel.read(buffer, position);
          if (read < 0) {
            throw new EOFException(file + " ends at byte " + position + ", inside a value");
          }
          position += read;
        }
      }
      ByteOrders.swap(target, offset, count, bigEndianWordBytes);
    }
  }
}
