package org.breathline.dicom.codec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks the headers of a JPEG 2000 codestream (ISO/IEC 15444-1, Annex A) before anything is
 * decoded: its size agrees with the data set, what it asks for is in proportion, and the tile-parts
 * lie in it one after another, one at least for each tile. Damage that is left is in the packets.
 */
final class Jpeg2000Codestream {

  private static final int SOC = 0xFF4F;
  private static final int SIZ = 0xFF51;
  private static final int COD = 0xFF52;
  private static final int COC = 0xFF53;
  private static final int TLM = 0xFF55;
  private static final int QCD = 0xFF5C;
  private static final int POC = 0xFF5F;
  private static final int PPM = 0xFF60;
  private static final int PPT = 0xFF61;
  private static final int COM = 0xFF64;
  private static final int SOT = 0xFF90;
  private static final int SOD = 0xFF93;
  private static final int EOC = 0xFFD9;

  private static final int SOT_BYTES = 12;

  /** A change of progression has 7 bytes; the reader goes through all packets for each. */
  private static final int MOST_POC_BYTES = 7 * 32;

  private static final int JP2_SIGNATURE = 0x6A502020;
  private static final int JP2_CODESTREAM = 0x6A703263;

  private final PixelFormat format;

  /** From SOC on; a copy, in which what the decoder must not see is put right. */
  private final ByteBuffer bytes;

  private @Nullable Jpeg2000Size size;
  private @Nullable Jpeg2000Style style;
  private int layers;
  private boolean quantized;
  private int firstPacket;

  private Jpeg2000Codestream(byte[] codestream, PixelFormat format) {
    this.format = format;
    this.bytes = ByteBuffer.wrap(codestream);
  }

  /**
   * The codestream of a frame, checked, from SOC to EOC, without what some files have around it.
   *
   * @throws CodecException saying what is wrong and, where it helps, at which byte
   */
  static BoundedImageStream open(byte[] encoded, PixelFormat format) throws CodecException {
    try {
      int start = start(ByteBuffer.wrap(encoded));
      byte[] copy = Arrays.copyOfRange(encoded, start, encoded.length + 2);
      Jpeg2000Codestream codestream = new Jpeg2000Codestream(copy, format);
      int end = codestream.walk(encoded.length - start);
      ByteBuffer.wrap(copy).putShort(end, (short) EOC);
      return new BoundedImageStream(Arrays.copyOf(copy, end + 2), codestream.firstPacket);
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new CodecException("the codestream ends, or a segment of it, before it is complete", e);
    }
  }

  /** Where the codestream starts: DICOM wants it bare, but some files have it in a JP2 file. */
  private static int start(ByteBuffer encoded) throws CodecException {
    if (encoded.limit() < 12 || encoded.getInt(4) != JP2_SIGNATURE) {
      return 0;
    }
    long at = 0;
    while (at + 16 <= encoded.limit()) {
      long length = Integer.toUnsignedLong(encoded.getInt((int) at));
      int header = length == 1 ? 16 : 8;
      if (encoded.getInt((int) at + 4) == JP2_CODESTREAM) {
        return (int) at + header;
      }
      length = length == 1 ? encoded.getLong((int) at + 8) : length;
      if (length < header || length > encoded.limit() - at) {
        break;
      }
      at += length;
    }
    throw new CodecException("the JP2 file holds no codestream");
  }

  /** Checks the first bytes, as many as are given, and returns where the last tile-part ends. */
  private int walk(int length) throws CodecException {
    bytes.limit(length);
    if (marker() != SOC) {
      throw new CodecException("the codestream does not start with SOC");
    }
    segments(SOT);
    Jpeg2000Size image = require(size, "SIZ");
    require(style, "COD");
    require(quantized ? Boolean.TRUE : null, "QCD");
    BitSet found = new BitSet(image.tiles());
    boolean last = false;
    while (!last && bytes.remaining() >= 2 && marker() == SOT) {
      last = tilePart(image, found);
    }
    // What follows is EOC, or nothing but a byte of padding where an encoder left EOC out.
    int end = bytes.position();
    if (!last) {
      end = bytes.remaining() < 2 && bytes.getShort(end - 2) != (short) EOC ? end : end - 2;
      requireEnd(end, length);
    }
    if (found.cardinality() < image.tiles()) {
      throw new CodecException(
          "%d of %d tiles are missing"
              .formatted(image.tiles() - found.cardinality(), image.tiles()));
    }
    return end;
  }

  private void requireEnd(int end, int length) throws CodecException {
    if (length - end >= 2 && Short.toUnsignedInt(bytes.getShort(end)) != EOC) {
      throw new CodecException("expected SOT or EOC at byte " + end + " of the codestream");
    }
  }

  private static <T> T require(@Nullable T found, String segment) throws CodecException {
    if (found == null) {
      throw new CodecException("the codestream's main header has no " + segment);
    }
    return found;
  }

  private int marker() {
    return Short.toUnsignedInt(bytes.getShort());
  }

  /** Reads marker segments to the marker that ends a header, which is left to be read. */
  private void segments(int end) throws CodecException {
    for (int at = bytes.position(); marker() != end; at = bytes.position()) {
      int marker = Short.toUnsignedInt(bytes.getShort(at));
      if (marker < 0xFF50 || marker > 0xFF6F) {
        throw new CodecException("no marker segment at byte " + at + " of the codestream");
      }
      int length = Short.toUnsignedInt(bytes.getShort(at + 2));
      segment(marker, bytes.slice(at + 4, length - 2));
      if (marker == TLM) {
        // A table of the tile-parts' lengths, which the decoder would believe before the
        // tile-parts themselves: made a comment.
        bytes.putShort(at, (short) COM);
      }
      bytes.position(at + 2 + length);
    }
    bytes.position(bytes.position() - 2);
  }

  private void segment(int marker, ByteBuffer content) throws CodecException {
    switch (marker) {
      case SIZ -> {
        if (size != null) {
          throw new CodecException("the codestream says its size twice");
        }
        size = Jpeg2000Size.of(content, format);
      }
      case COD -> codingStyle(content);
      case COC -> componentStyle(content);
      case QCD -> quantization(content);
      case POC -> {
        if (content.limit() > MOST_POC_BYTES) {
          throw new CodecException("more than 32 changes of progression are not decoded");
        }
      }
      case PPM, PPT ->
          throw new CodecException("JPEG 2000 with packed packet headers is not supported");
      default -> {
        // Nothing that the decoder's work depends on.
      }
    }
  }

  private void codingStyle(ByteBuffer content) throws CodecException {
    boolean ownPrecincts = (content.get() & 1) != 0;
    int progression = content.get();
    int ownLayers = Short.toUnsignedInt(content.getShort());
    int componentTransform = content.get();
    if (progression < 0 || progression > 4 || (componentTransform & ~1) != 0) {
      throw new CodecException("the codestream's progression or component transform is unknown");
    }
    if (style == null) {
      layers = ownLayers;
    }
    // A tile-part's own COD: the main header's COC were not checked with more layers.
    if (ownLayers == 0 || ownLayers > layers) {
      throw new CodecException("a codestream of " + ownLayers + " layers is not decoded");
    }
    style = Jpeg2000Style.of(content, ownPrecincts);
    style.checkWork(require(size, "SIZ"), ownLayers);
  }

  private void componentStyle(ByteBuffer content) throws CodecException {
    require(style, "COD in front of COC");
    content.position(require(size, "SIZ").components() < 257 ? 1 : 2);
    boolean ownPrecincts = (content.get() & 1) != 0;
    Jpeg2000Style.of(content, ownPrecincts).checkWork(require(size, "SIZ"), layers);
  }

  /** Steps of quantization, which are as many as there are bands (Table A.27). */
  private void quantization(ByteBuffer content) throws CodecException {
    int kind = content.get() & 0x1F;
    int bands = style == null ? 1 : style.bands();
    int needed =
        switch (kind) {
          case 0 -> bands;
          case 1 -> 2;
          case 2 -> 2 * bands;
          default -> throw new CodecException("a quantization of kind " + kind + " is unknown");
        };
    if (content.remaining() < needed) {
      throw new CodecException(
          "expected %d bytes of quantization, found %d".formatted(needed, content.remaining()));
    }
    quantized = true;
  }

  /**
   * Reads the tile-part whose marker SOT was just read, and goes to its end.
   *
   * @return whether it says that it is the last
   */
  private boolean tilePart(Jpeg2000Size image, BitSet found) throws CodecException {
    int start = bytes.position() - 2;
    int segment = marker();
    int tile = marker();
    long length = Integer.toUnsignedLong(bytes.getInt());
    bytes.getShort();
    if (segment != SOT_BYTES - 2 || tile >= image.tiles()) {
      throw new CodecException(
          "no tile-part of one of %d tiles at byte %d".formatted(image.tiles(), start));
    }
    boolean last = length == 0;
    if (last) {
      int rest = withoutEnd(bytes.limit()) - start;
      bytes.putInt(start + 6, rest);
      length = rest;
    }
    Jpeg2000Style ofImage = style;
    segments(SOD);
    style = ofImage;
    long header = bytes.position() + 2L - start;
    if (length < header || length > bytes.limit() - start) {
      throw new CodecException(
          "a tile-part of %d bytes at byte %d of a codestream of %d"
              .formatted(length, start, bytes.limit()));
    }
    firstPacket = found.isEmpty() ? (int) (start + header) : firstPacket;
    found.set(tile);
    bytes.position((int) (start + length));
    return last;
  }

  /** The end of data that are followed by EOC and perhaps a byte of padding. */
  private int withoutEnd(int limit) {
    for (int end = limit - 2; end >= limit - 3; end--) {
      if (Short.toUnsignedInt(bytes.getShort(end)) == EOC) {
        return end;
      }
    }
    return limit;
  }
}
