package org.breathline.dicom.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.BulkElement;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Element;
import org.breathline.dicom.data.EncapsulatedElement;
import org.breathline.dicom.data.SequenceElement;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.ValueElement;
import org.breathline.dicom.data.Vr;

/**
 * Encodes a data set, little endian: parts in memory, and between them the large values as they
 * are. Sequences and items have explicit lengths; group lengths of the data set, which are retired,
 * are left out.
 */
final class DatasetEncoder {

  private static final int MOST_SHORT_LENGTH = 0xFFFE;
  private static final int UNDEFINED = 0xFFFFFFFF;

  private final boolean explicit;
  private final List<BulkData> parts = new ArrayList<>();
  private byte[] buffer = new byte[8 << 10];
  private int size;

  DatasetEncoder(boolean explicit) {
    this.explicit = explicit;
  }

  /** What was encoded so far. */
  List<BulkData> parts() {
    cut();
    return parts;
  }

  /** What was encoded so far, which holds no large values. */
  byte[] bytes() {
    return Arrays.copyOf(buffer, size);
  }

  /** Adds bytes as they are. */
  void raw(byte[] bytes) {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  /** Encodes a group length (PS3.5, section 7.2). */
  void encodeGroupLength(int tag, int length) {
    header(tag, Vr.UL, 4);
    u32(length);
  }

  /** Encodes the elements of a data set. */
  void encode(Dataset dataset) throws IOException {
    for (Element element : dataset) {
      if (Tag.element(element.tag()) != 0) {
        encode(element, true);
      }
    }
  }

  private void encode(Element element, boolean outermost) throws IOException {
    switch (element) {
      case ValueElement value -> {
        header(value.tag(), value.vr(), even(value.length()));
        reserve(value.length() + 1);
        value.buffer().get(buffer, size, value.length());
        size += value.length();
        pad(value.length(), value.vr());
      }
      case SequenceElement sequence -> encodeSequence(sequence);
      case BulkElement bulk -> {
        header(bulk.tag(), bulk.vr(), even(bulk.data().length()));
        bulk(bulk.data(), outermost);
        pad(bulk.data().length(), bulk.vr());
      }
      case EncapsulatedElement encapsulated -> encodeFragments(encapsulated);
    }
  }

  private void encodeSequence(SequenceElement sequence) throws IOException {
    header(sequence.tag(), Vr.SQ, 0);
    int start = size;
    for (Dataset item : sequence.items()) {
      tag(Tag.ITEM);
      u32(0);
      int itemStart = size;
      for (Element element : item) {
        if (Tag.element(element.tag()) != 0) {
          encode(element, false);
        }
      }
      setU32(itemStart - 4, size - itemStart);
    }
    setU32(start - 4, size - start);
  }

  private void encodeFragments(EncapsulatedElement pixels) throws IOException {
    if (!explicit) {
      throw new IllegalArgumentException("compressed pixel data need explicit VR");
    }
    tag(pixels.tag());
    vr(Vr.OB);
    u16(0);
    u32(UNDEFINED);
    tag(Tag.ITEM);
    u32(4 * pixels.offsetTable().size());
    for (long offset : pixels.offsetTable()) {
      u32((int) offset);
    }
    for (BulkData fragment : pixels.fragments()) {
      tag(Tag.ITEM);
      u32((int) even(fragment.length()));
      bulk(fragment, true);
      pad(fragment.length(), Vr.OB);
    }
    tag(Tag.SEQUENCE_DELIMITATION);
    u32(0);
  }

  private void bulk(BulkData data, boolean outermost) throws IOException {
    if (outermost) {
      cut();
      parts.add(data);
    } else {
      raw(data.readAll());
    }
  }

  private void cut() {
    if (size > 0) {
      parts.add(new BulkData.InMemory(buffer, 0, size));
      buffer = new byte[1 << 10];
      size = 0;
    }
  }

  /** The header of an element; a length that a short header cannot hold makes it UN (6.2.2). */
  void header(int tag, Vr vr, long length) {
    if (length > 0xFFFFFFFEL) {
      throw new IllegalArgumentException(
          Tag.describe(tag) + ": " + length + " bytes are more than an element may have");
    }
    tag(tag);
    if (!explicit) {
      u32((int) length);
      return;
    }
    Vr fitting = vr.lengthBytes() == 2 && length > MOST_SHORT_LENGTH ? Vr.UN : vr;
    vr(fitting);
    if (fitting.lengthBytes() == 2) {
      u16((int) length);
    } else {
      u16(0);
      u32((int) length);
    }
  }

  private static long even(long length) {
    return length + (length & 1);
  }

  private void pad(long length, Vr vr) {
    if (length % 2 != 0) {
      reserve(1);
      buffer[size++] = vr.padding();
    }
  }

  private void tag(int tag) {
    u16(Tag.group(tag));
    u16(Tag.element(tag));
  }

  private void vr(Vr vr) {
    reserve(2);
    buffer[size++] = (byte) vr.name().charAt(0);
    buffer[size++] = (byte) vr.name().charAt(1);
  }

  private void u16(int value) {
    reserve(2);
    buffer[size++] = (byte) value;
    buffer[size++] = (byte) (value >>> 8);
  }

  private void u32(int value) {
    reserve(4);
    size += 4;
    setU32(size - 4, value);
  }

  private void setU32(int at, int value) {
    buffer[at] = (byte) value;
    buffer[at + 1] = (byte) (value >>> 8);
    buffer[at + 2] = (byte) (value >>> 16);
    buffer[at + 3] = (byte) (value >>> 24);
  }

  private void reserve(int count) {
    if (count > buffer.length - size) {
      buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(size, count), 2 * buffer.length));
    }
  }
}
