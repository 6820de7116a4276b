package org.breathline.dicom.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.BulkElement;
import org.breathline.dicom.data.ByteOrders;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Element;
import org.breathline.dicom.data.EncapsulatedElement;
import org.breathline.dicom.data.SequenceElement;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.ValueElement;
import org.breathline.dicom.data.Vr;

/** Parses the elements of a data set (PS3.5, section 7) from a window that knows the byte order. */
final class DatasetParser {

  /** Deeper nesting than this is no real data set: the stack has to be bounded. */
  private static final int MOST_DEPTH = 64;

  private static final long UNDEFINED = 0xFFFFFFFFL;

  private final ByteWindow in;
  private final ReadOptions options;

  DatasetParser(ByteWindow in, ReadOptions options) {
    this.in = in;
    this.options = options;
  }

  /** Parses the rest of the source as the outermost data set. */
  void parseRoot(Dataset dataset, boolean explicit) throws IOException {
    parse(dataset, explicit, in.size(), 0);
  }

  /** Parses elements up to a position or an item's delimiter. */
  private void parse(Dataset dataset, boolean explicit, long end, int depth) throws IOException {
    if (depth > MOST_DEPTH) {
      throw in.problem("sequences are nested more than " + MOST_DEPTH + " deep");
    }
    while (end - in.position() >= 8) {
      long at = in.position();
      int tag = in.tag();
      if (tag == Tag.ITEM_DELIMITATION) {
        in.u32();
        return;
      }
      if (depth == 0 && Integer.compareUnsigned(tag, options.stopTag()) >= 0) {
        in.moveTo(at);
        return;
      }
      parseElement(dataset, tag, explicit, end, depth);
    }
    checkRest(end);
  }

  /** A few bytes after the last element are padding if they are 0, and a cut-off file otherwise. */
  private void checkRest(long end) throws IOException {
    while (in.position() < end) {
      if (in.u8() != 0) {
        throw in.problem("the data ends inside the header of an element");
      }
    }
  }

  private void parseElement(Dataset dataset, int tag, boolean explicit, long end, int depth)
      throws IOException {
    ElementHeader header = ElementHeader.read(in, dataset, tag, explicit);
    if (header.length() == UNDEFINED && isPixelData(tag) && header.vr() != Vr.SQ && depth == 0) {
      dataset.put(parseFragments(tag));
      return;
    }
    if (header.length() != UNDEFINED && header.length() > end - in.position()) {
      throw in.problem(
          tag,
          "the value has a length of %d bytes, but %d are left"
              .formatted(header.length(), end - in.position()));
    }
    // What is inside UN is implicit little endian (PS3.5, 6.2.2, note 2).
    boolean bigEndian = in.bigEndian();
    boolean unknown = explicit && (header.hiddenInUn() || header.vr() == Vr.UN);
    in.bigEndian(bigEndian && !unknown);
    dataset.put(
        header.length() == UNDEFINED || header.vr() == Vr.SQ
            ? parseSequence(dataset, tag, header.length(), explicit && !unknown, end, depth)
            : parseValue(dataset, tag, header, depth));
    in.bigEndian(bigEndian);
  }

  private Element parseValue(Dataset dataset, int tag, ElementHeader header, int depth)
      throws IOException {
    Vr vr = header.vr();
    if (isBulk(tag, vr, header.length(), depth)) {
      int wordBytes = in.bigEndian() ? wordBytes(dataset, tag, vr) : 1;
      return new BulkElement(tag, vr, in.range(header.length(), wordBytes));
    }
    byte[] value = in.bytes((int) header.length());
    if (in.bigEndian()) {
      ByteOrders.swap(value, 0, value.length, vr.wordBytes());
    }
    return new ValueElement(tag, vr, value, dataset.characterSet());
  }

  /** Pixels of 32 bits are words of 32 bits, though OW says 16. */
  private static int wordBytes(Dataset dataset, int tag, Vr vr) {
    if (tag != Tag.PIXEL_DATA || vr != Vr.OW) {
      return vr.wordBytes();
    }
    return switch (dataset.string(Tag.BITS_ALLOCATED).orElse("")) {
      case "32" -> 4;
      case "64" -> 8;
      default -> 2;
    };
  }

  private boolean isBulk(int tag, Vr vr, long length, int depth) {
    if (depth > 0 || vr.kind() != Vr.Kind.BYTES) {
      return length > Integer.MAX_VALUE - 16;
    }
    return isPixelData(tag) || length > options.inMemoryBytes();
  }

  private static boolean isPixelData(int tag) {
    return tag == Tag.PIXEL_DATA
        || tag == Tag.FLOAT_PIXEL_DATA
        || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
  }

  private SequenceElement parseSequence(
      Dataset parent, int tag, long length, boolean explicit, long outerEnd, int depth)
      throws IOException {
    boolean delimited = length == UNDEFINED;
    long end = delimited ? outerEnd : in.position() + length;
    List<Dataset> items = new ArrayList<>();
    while (end - in.position() >= 8) {
      int itemTag = in.tag();
      long itemLength = in.u32();
      if (itemTag == Tag.SEQUENCE_DELIMITATION) {
        in.moveTo(delimited ? in.position() : end);
        return new SequenceElement(tag, items);
      }
      if (itemTag != Tag.ITEM) {
        throw in.problem(tag, "expected an item, found " + Tag.format(itemTag));
      }
      items.add(parseItem(parent, tag, itemLength, explicit, end, depth + 1));
    }
    if (delimited) {
      throw in.problem(tag, "the data ends before the sequence does");
    }
    checkRest(end);
    return new SequenceElement(tag, items);
  }

  private Dataset parseItem(
      Dataset parent, int tag, long length, boolean explicit, long sequenceEnd, int depth)
      throws IOException {
    Dataset item = new Dataset(in.source().path().orElse(null), parent.characterSet());
    if (length == UNDEFINED) {
      parse(item, explicit, sequenceEnd, depth);
      return item;
    }
    if (length > sequenceEnd - in.position()) {
      throw in.problem(
          tag,
          "an item has a length of %d bytes, but %d are left"
              .formatted(length, sequenceEnd - in.position()));
    }
    long end = in.position() + length;
    parse(item, explicit, end, depth);
    in.moveTo(end);
    return item;
  }

  /** Encapsulated pixel data (PS3.5, annex A.4): the offset table's item, then the fragments. */
  private EncapsulatedElement parseFragments(int tag) throws IOException {
    List<Long> offsets = new ArrayList<>();
    List<BulkData> fragments = new ArrayList<>();
    boolean table = true;
    while (true) {
      int itemTag = in.tag();
      long length = in.u32();
      if (itemTag == Tag.SEQUENCE_DELIMITATION) {
        return new EncapsulatedElement(tag, offsets, fragments);
      }
      if (itemTag != Tag.ITEM || length > in.remaining()) {
        throw in.problem(tag, "expected a fragment of the pixel data inside the file");
      }
      if (table) {
        for (long i = 0; i + 4 <= length; i += 4) {
          offsets.add(in.u32());
        }
        in.moveTo(in.position() + length % 4);
        table = false;
      } else {
        fragments.add(in.range(length, 1));
      }
    }
  }
}
