package org.breathline.dicom.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.ByteOrders;

/** Bytes that are read by position. */
sealed interface ByteSource {

  /** The number of bytes. */
  long size();

  /** Reads a range that lies inside the source. */
  void read(long position, byte[] target, int count) throws IOException;

  /** A reference to a range that lies inside the source. */
  BulkData range(long position, long count, int bigEndianWordBytes);

  /** The file, if it is one. */
  Optional<Path> path();

  /** A file. */
  record OfFile(Path file, FileChannel channel, long size) implements ByteSource {

    @Override
    public void read(long position, byte[] target, int count) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(target, 0, count);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, position + buffer.position()) < 0) {
          throw new EOFException(file + " became shorter while it was read");
        }
      }
    }

    @Override
    public BulkData range(long position, long count, int bigEndianWordBytes) {
      return new BulkData.InFile(file, position, count, bigEndianWordBytes);
    }

    @Override
    public Optional<Path> path() {
      return Optional.of(file);
    }
  }

  /**
   * Bytes in memory, perhaps inflated from a file.
   *
   * @param path the file they come from
   * @param content the bytes
   */
  record OfBytes(Optional<Path> path, BulkData.InMemory content) implements ByteSource {

    @Override
    public long size() {
      return content.length();
    }

    @Override
    public void read(long position, byte[] target, int count) {
      content.read(position, target, 0, count);
    }

    @Override
    public BulkData range(long position, long count, int bigEndianWordBytes) {
      BulkData.InMemory part = content.part((int) position, (int) count);
      if (bigEndianWordBytes == 1) {
        return part;
      }
      byte[] swapped = new byte[(int) count];
      part.read(0, swapped, 0, swapped.length);
      ByteOrders.swap(swapped, 0, swapped.length, bigEndianWordBytes);
      return new BulkData.InMemory(swapped);
    }
  }
}
