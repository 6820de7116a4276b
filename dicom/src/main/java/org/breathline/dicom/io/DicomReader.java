package org.breathline.dicom.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.CharacterSet;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.dicom.data.ValueElement;
import org.breathline.dicom.data.Vr;

/**
 * Reads DICOM files (PS3.10) and bare data sets, in all four ways of encoding a data set. What is
 * wrong in a way that other toolkits understand is understood: a transfer syntax that is not the
 * real one, a missing preamble or meta information, sequences hidden in UN, odd lengths. Memory is
 * bounded by the size of the file (or, deflated, by {@link ReadOptions#mostInflatedBytes()}).
 */
public final class DicomReader {

  private static final int PREAMBLE_BYTES = 128;

  private DicomReader() {}

  /** Reads a file; large values are left on disk, see {@link ReadOptions#ALL}. */
  public static DicomFile read(Path file) throws IOException {
    return read(file, ReadOptions.ALL);
  }

  /** Reads what comes before the pixel data. */
  public static DicomFile readHeader(Path file) throws IOException {
    return read(file, ReadOptions.ALL.stoppingAt(Tag.FLOAT_PIXEL_DATA));
  }

  /**
   * Reads a file.
   *
   * @throws NotDicomException if the file is something else
   * @throws DicomException if the file is damaged
   * @throws IOException if the file cannot be read
   */
  public static DicomFile read(Path file, ReadOptions options) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(new ByteSource.OfFile(file, channel, channel.size()), options);
    }
  }

  /** Reads a file's content from memory; large values are not copied. */
  public static DicomFile read(byte[] content, ReadOptions options) throws IOException {
    return read(new ByteSource.OfBytes(Optional.empty(), new BulkData.InMemory(content)), options);
  }

  /**
   * Reads a file's content that the caller has read already; large values are not copied, and stay
   * as long as the caller leaves the array alone.
   *
   * @param file where it comes from, for messages
   * @param content holds the file
   * @param length how much of it is the file
   */
  public static DicomFile read(Path file, byte[] content, int length, ReadOptions options)
      throws IOException {
    return read(
        new ByteSource.OfBytes(Optional.of(file), new BulkData.InMemory(content, 0, length)),
        options);
  }

  private static DicomFile read(ByteSource source, ReadOptions options) throws IOException {
    ByteWindow window = new ByteWindow(source);
    window.moveTo(start(window));
    Dataset meta = readMeta(window);
    Optional<String> uid = meta.string(Tag.TRANSFER_SYNTAX_UID);
    Optional<TransferSyntax> named = uid.flatMap(TransferSyntax::find);
    if (uid.isPresent() && named.isEmpty()) {
      throw window.problem(Tag.TRANSFER_SYNTAX_UID, "the transfer syntax is not supported");
    }
    if (named.isPresent() && named.get().isDeflated()) {
      window = inflated(window, options);
    }
    TransferSyntax syntax = EncodingGuess.check(window, named);
    window.bigEndian(syntax.isBigEndian());
    Dataset dataset = new Dataset(source.path().orElse(null), CharacterSet.DEFAULT);
    new DatasetParser(window, options).parseRoot(dataset, syntax.isExplicitVr());
    return new DicomFile(meta, syntax, dataset);
  }

  /** Where the meta information, or a bare data set, begins. */
  private static long start(ByteWindow window) throws IOException {
    if (window.size() >= PREAMBLE_BYTES + 4) {
      window.moveTo(PREAMBLE_BYTES);
      if (isPrefix(window)) {
        return PREAMBLE_BYTES + 4;
      }
    }
    window.moveTo(0);
    if (window.size() >= 4 && isPrefix(window)) {
      return 4;
    }
    if (!EncodingGuess.startsDataset(window)) {
      throw new NotDicomException(
          window.source().path().orElse(null),
          "no DICOM file: neither the prefix DICM at byte 128 nor a data set at byte 0");
    }
    return 0;
  }

  private static boolean isPrefix(ByteWindow window) throws IOException {
    return window.peek(0) == 'D'
        && window.peek(1) == 'I'
        && window.peek(2) == 'C'
        && window.peek(3) == 'M';
  }

  /** Group 0002, always explicit little endian; its length is not believed, its end is seen. */
  private static Dataset readMeta(ByteWindow window) throws IOException {
    Dataset meta = new Dataset(window.source().path().orElse(null), CharacterSet.DEFAULT);
    while (window.remaining() >= 8 && window.peek(0) == 2 && window.peek(1) == 0) {
      int tag = window.tag();
      Vr vr =
          Vr.find(window.u8(), window.u8())
              .orElseThrow(
                  () -> window.problem(tag, "expected a value representation, explicit VR"));
      long length;
      if (vr.lengthBytes() == 4) {
        window.u16();
        length = window.u32();
      } else {
        length = window.u16();
      }
      if (vr == Vr.SQ || length > window.remaining()) {
        throw window.problem(tag, "the file ends inside the file meta information");
      }
      meta.put(new ValueElement(tag, vr, window.bytes((int) length), CharacterSet.DEFAULT));
    }
    return meta;
  }

  /** The rest of a source, inflated (PS3.5, annex A.5: RFC 1951 without a header). */
  private static ByteWindow inflated(ByteWindow window, ReadOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Inflater inflater = new Inflater(true);
    try {
      byte[] chunk = new byte[64 << 10];
      while (!inflater.finished()) {
        int count = inflater.inflate(chunk);
        if (out.size() + (long) count > options.mostInflatedBytes()) {
          throw window.problem(
              "the data set inflates to more than " + options.mostInflatedBytes() + " bytes");
        }
        out.write(chunk, 0, count);
        if (count == 0 && inflater.needsInput()) {
          int next = (int) Math.min(chunk.length, window.remaining());
          if (next == 0) {
            throw window.problem("the file ends inside the deflated data set");
          }
          inflater.setInput(window.bytes(next));
        } else if (count == 0 && inflater.needsDictionary()) {
          throw window.problem("the deflated data set needs a dictionary");
        }
      }
    } catch (DataFormatException e) {
      DicomException damaged = window.problem("the deflated data set is damaged");
      damaged.initCause(e);
      throw damaged;
    } finally {
      inflater.end();
    }
    return new ByteWindow(
        new ByteSource.OfBytes(window.source().path(), new BulkData.InMemory(out.toByteArray())));
  }
}
