package org.breathline.dicom.io;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.CharacterSet;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.EncapsulatedElement;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.data.ValueElement;
import org.breathline.dicom.data.Vr;

/**
 * Writes DICOM files (PS3.10). A file is written beside its place and moved there when it is
 * complete, so that a half-written one is never found. Large values are copied from where they are.
 */
public final class DicomWriter {

  private static final int CHUNK_BYTES = 1 << 20;

  private DicomWriter() {}

  /** Writes a data set as explicit VR little endian. */
  public static void write(Path target, Dataset dataset) throws IOException {
    write(target, dataset, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
  }

  /**
   * Writes a data set.
   *
   * @param target the file; an old one is replaced
   * @param dataset has SOPClassUID and SOPInstanceUID; its pixel data are compressed if, and as,
   *     the transfer syntax says
   * @param syntax any but big endian, which is retired and only read
   */
  public static void write(Path target, Dataset dataset, TransferSyntax syntax) throws IOException {
    writeParts(target, encode(dataset, syntax));
  }

  /** The content of a file in memory. */
  public static byte[] toBytes(Dataset dataset, TransferSyntax syntax) throws IOException {
    return join(encode(dataset, syntax));
  }

  /**
   * Everything before the value of the pixel data, which are the last element, for explicit VR
   * little endian: encoded once, it can be written with many pixel data by {@link #write(Path,
   * byte[], BulkData)}.
   *
   * @param dataset all elements before the pixel data
   * @param pixelVr OB or OW
   * @param pixelBytes the length of the pixel data
   */
  public static byte[] prefix(Dataset dataset, Vr pixelVr, long pixelBytes) throws IOException {
    DatasetEncoder encoder = start(dataset, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    encoder.encode(dataset);
    encoder.header(Tag.PIXEL_DATA, pixelVr, pixelBytes + (pixelBytes & 1));
    return encoder.bytes();
  }

  /** Writes a file of a {@link #prefix} and the value of its pixel data. */
  public static void write(Path target, byte[] prefix, BulkData pixels) throws IOException {
    List<BulkData> parts = new ArrayList<>(List.of(new BulkData.InMemory(prefix), pixels));
    if (pixels.length() % 2 != 0) {
      parts.add(new BulkData.InMemory(new byte[1]));
    }
    writeParts(target, parts);
  }

  private static List<BulkData> encode(Dataset dataset, TransferSyntax syntax) throws IOException {
    boolean compressed = dataset.find(Tag.PIXEL_DATA).orElse(null) instanceof EncapsulatedElement;
    if (dataset.contains(Tag.PIXEL_DATA) && compressed != syntax.isEncapsulated()) {
      throw new IllegalArgumentException(
          "the pixel data are "
              + (compressed ? "" : "not ")
              + "compressed, which "
              + syntax
              + " is not for");
    }
    DatasetEncoder encoder = start(dataset, syntax);
    if (!syntax.isDeflated()) {
      encoder.encode(dataset);
      return encoder.parts();
    }
    DatasetEncoder whole = new DatasetEncoder(true);
    whole.encode(dataset);
    encoder.raw(deflate(join(whole.parts())));
    return encoder.parts();
  }

  /** Preamble, prefix and file meta information; goes on as explicit or implicit VR. */
  private static DatasetEncoder start(Dataset dataset, TransferSyntax syntax) throws IOException {
    if (syntax.isBigEndian()) {
      throw new IllegalArgumentException("big endian is retired: it is read and not written");
    }
    Dataset meta = new Dataset();
    meta.put(
        new ValueElement(
            Tag.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[] {0, 1}, CharacterSet.DEFAULT));
    meta.setString(Tag.MEDIA_STORAGE_SOP_CLASS_UID, dataset.requireString(Tag.SOP_CLASS_UID));
    meta.setString(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, dataset.requireString(Tag.SOP_INSTANCE_UID));
    meta.setString(Tag.TRANSFER_SYNTAX_UID, syntax.uid());
    meta.setString(Tag.IMPLEMENTATION_CLASS_UID, Uid.IMPLEMENTATION_CLASS);
    meta.setString(Tag.IMPLEMENTATION_VERSION_NAME, Uid.IMPLEMENTATION_VERSION);
    DatasetEncoder group = new DatasetEncoder(true);
    group.encode(meta);
    byte[] elements = group.bytes();
    DatasetEncoder encoder = new DatasetEncoder(syntax.isExplicitVr());
    encoder.raw(new byte[128]);
    encoder.raw(new byte[] {'D', 'I', 'C', 'M'});
    DatasetEncoder length = new DatasetEncoder(true);
    length.encodeGroupLength(Tag.FILE_META_INFORMATION_GROUP_LENGTH, elements.length);
    encoder.raw(length.bytes());
    encoder.raw(elements);
    return encoder;
  }

  private static byte[] join(List<BulkData> parts) throws IOException {
    long size = parts.stream().mapToLong(BulkData::length).sum();
    byte[] all = new byte[Math.toIntExact(size)];
    int at = 0;
    for (BulkData part : parts) {
      part.read(0, all, at, (int) part.length());
      at += (int) part.length();
    }
    return all;
  }

  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
      byte[] chunk = new byte[64 << 10];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      if (out.size() % 2 != 0) {
        out.write(0);
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void writeParts(Path target, List<BulkData> parts) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Path name = target.getFileName();
    if (folder == null || name == null) {
      throw new IllegalArgumentException("not a file's path: " + target);
    }
    Path beside = folder.resolve("." + name + ".part");
    try {
      try (FileChannel out =
          FileChannel.open(
              beside,
              StandardOpenOption.WRITE,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        for (BulkData part : parts) {
          append(out, part);
        }
      }
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void append(FileChannel out, BulkData data) throws IOException {
    switch (data) {
      case BulkData.InMemory part -> {
        ByteBuffer buffer = part.buffer();
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      }
      case BulkData.InFile range when range.bigEndianWordBytes() == 1 -> transfer(out, range);
      case BulkData.InFile range -> {
        byte[] chunk = new byte[(int) Math.min(CHUNK_BYTES, range.length())];
        for (long from = 0; from < range.length(); from += chunk.length) {
          int count = (int) Math.min(chunk.length, range.length() - from);
          range.read(from, chunk, 0, count);
          append(out, new BulkData.InMemory(chunk, 0, count));
        }
      }
    }
  }

  private static void transfer(FileChannel out, BulkData.InFile range) throws IOException {
    try (FileChannel in = FileChannel.open(range.file(), StandardOpenOption.READ)) {
      long done = 0;
      while (done < range.length()) {
        long count = in.transferTo(range.start() + done, range.length() - done, out);
        if (count <= 0) {
          throw new EOFException(range.file() + " became shorter while it was copied");
        }
        done += count;
      }
    }
  }
}
