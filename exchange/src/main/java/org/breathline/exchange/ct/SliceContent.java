package org.breathline.exchange.ct;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.io.DicomFile;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.ReadOptions;
import org.breathline.dicom.iod.CtImage;

/** The whole content of one slice's file at a time, in memory that is used again: one a thread. */
final class SliceContent {

  /** A file larger than this is no single CT slice. */
  static final long LARGEST_FILE = 64L << 20;

  private final CRC32C crc = new CRC32C();
  private byte[] content = new byte[1 << 20];
  private int length;
  private short[] hu = new short[0];

  /** Reads a file and parses it; what it gives is valid until the next file is read. */
  DicomFile read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      if (size > LARGEST_FILE) {
        throw new DicomException(
            file, -1, null, "a CT slice of " + size + " bytes is too large to be one");
      }
      if (content.length < size) {
        content = new byte[(int) (size + size / 4)];
      }
      ByteBuffer buffer = ByteBuffer.wrap(content, 0, (int) size);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
      length = buffer.position();
    }
    return DicomReader.read(file, content, length, ReadOptions.ALL);
  }

  /** The Hounsfield units of the file just read, valid until the next ones are asked for. */
  short[] hu(CtImage image) throws IOException {
    int size = image.columns() * image.rows();
    if (hu.length != size) {
      hu = new short[size];
    }
    image.readHu(hu);
    return hu;
  }

  /** What tells the content of the file just read from another: its CRC-32C and its length. */
  String checksum() {
    crc.reset();
    crc.update(content, 0, length);
    return HexFormat.of().toHexDigits((int) crc.getValue()) + " " + length;
  }
}
