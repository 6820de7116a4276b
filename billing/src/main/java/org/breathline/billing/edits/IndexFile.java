package org.breathline.billing.edits;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The index on disk: a magic number, the tables, and a CRC-32C of all before it. Big-endian. Read
 * whole by position, never mapped.
 */
final class IndexFile {

  private static final long MAGIC = 0x424c_4544_4954_0001L;

  /** Some twenty quarters of both whole tables. */
  private static final long LARGEST = 1L << 29;

  private IndexFile() {}

  static void writeSource(DataOutputStream out, EditSource source) throws IOException {
    out.writeUTF(source.file());
    out.writeInt((int) source.effective().toEpochDay());
    out.writeByte(source.whole() ? 1 : 0);
  }

  static void write(EditLibrary library, Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16)) {
      CheckedOutputStream checked = new CheckedOutputStream(raw, new CRC32C());
      DataOutputStream out = new DataOutputStream(checked);
      out.writeLong(MAGIC);
      out.writeInt(library.pairTables().size());
      for (PairTable table : library.pairTables()) {
        table.write(out);
      }
      out.writeInt(library.unitTables().size());
      for (UnitTable table : library.unitTables()) {
        table.write(out);
      }
      out.writeInt(library.addOnTables().size());
      for (AddOnTable table : library.addOnTables()) {
        table.write(out);
      }
      out.flush();
      out.writeLong(checked.getChecksum().getValue());
      out.flush();
    }
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  static EditLibrary read(Path file) throws IOException, IndexException {
    ByteBuffer bytes = bytes(file);
    CRC32C sum = new CRC32C();
    sum.update(bytes.duplicate().limit(bytes.limit() - Long.BYTES));
    if (bytes.getLong(0) != MAGIC || bytes.getLong(bytes.limit() - Long.BYTES) != sum.getValue()) {
      throw new IndexException("it is damaged, or none");
    }
    bytes.position(Long.BYTES).limit(bytes.limit() - Long.BYTES);
    IndexBuffer in = new IndexBuffer(bytes);
    List<PairTable> pairs = new ArrayList<>();
    for (int left = in.count(1); left > 0; left--) {
      pairs.add(PairTable.read(in));
    }
    List<UnitTable> units = new ArrayList<>();
    for (int left = in.count(1); left > 0; left--) {
      units.add(UnitTable.read(in));
    }
    List<AddOnTable> addOns = new ArrayList<>();
    for (int left = in.count(1); left > 0; left--) {
      addOns.add(AddOnTable.read(in));
    }
    return new EditLibrary(pairs, units, addOns);
  }

  private static ByteBuffer bytes(Path file) throws IOException, IndexException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      if (size < 3 * Long.BYTES || size > LARGEST) {
        throw new IndexException("it is damaged, or none");
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) size);
      while (bytes.hasRemaining()) {
        if (channel.read(bytes) < 0) {
          throw new IndexException("it ends too early");
        }
      }
      return bytes.flip();
    }
  }
}
