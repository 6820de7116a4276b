package org.breathline.dicom.codec;

import java.nio.ByteBuffer;

/**
 * Image and tile size of a codestream (ISO/IEC 15444-1, A.5.1), which agree with the data set.
 *
 * @param columns samples in a row
 * @param rows samples in a column
 * @param tileColumns samples in a row of a tile, at most {@code columns}
 * @param tileRows samples in a column of a tile, at most {@code rows}
 * @param tiles how many tiles there are
 * @param components how many samples a pixel has
 */
record Jpeg2000Size(
    int columns, int rows, int tileColumns, int tileRows, int tiles, int components) {

  /** The standard allows 65535; the reader's time grows with their square. */
  private static final long MOST_TILES = 16_384;

  /** Reads the content of the marker segment SIZ. */
  static Jpeg2000Size of(ByteBuffer siz, PixelFormat format) throws CodecException {
    siz.getShort();
    long right = next(siz);
    long bottom = next(siz);
    long left = next(siz);
    long top = next(siz);
    long tileWidth = next(siz);
    long tileHeight = next(siz);
    long tileLeft = next(siz);
    long tileTop = next(siz);
    if (right - left != format.columns() || bottom - top != format.rows()) {
      throw new CodecException(
          "expected %d x %d pixels, the codestream has %d x %d"
              .formatted(format.columns(), format.rows(), right - left, bottom - top));
    }
    boolean firstTileCovers =
        tileLeft <= left
            && tileTop <= top
            && tileLeft + tileWidth > left
            && tileTop + tileHeight > top;
    if (!firstTileCovers || Math.max(right, bottom) > Integer.MAX_VALUE / 2) {
      throw new CodecException("the first tile of the codestream does not hold its first pixel");
    }
    long tiles =
        Math.ceilDiv(right - tileLeft, tileWidth) * Math.ceilDiv(bottom - tileTop, tileHeight);
    if (tiles > MOST_TILES) {
      throw new CodecException(
          "a codestream of " + tiles + " tiles, more than " + MOST_TILES + ", is not decoded");
    }
    return new Jpeg2000Size(
        format.columns(),
        format.rows(),
        (int) Math.min(tileWidth, format.columns()),
        (int) Math.min(tileHeight, format.rows()),
        (int) tiles,
        components(siz, format));
  }

  private static long next(ByteBuffer siz) {
    return Integer.toUnsignedLong(siz.getInt());
  }

  private static int components(ByteBuffer siz, PixelFormat format) throws CodecException {
    int components = Short.toUnsignedInt(siz.getShort());
    if (components != format.samplesPerPixel()) {
      throw new CodecException(
          "expected %d samples a pixel, the codestream has %d"
              .formatted(format.samplesPerPixel(), components));
    }
    for (int i = 0; i < components; i++) {
      // Sound files have more or fewer bits here than BitsStored, and another sign.
      int depth = (siz.get() & 0x7F) + 1;
      if (depth > format.bitsAllocated()) {
        throw new CodecException(
            "samples of %d bits do not fit the %d bits allocated"
                .formatted(depth, format.bitsAllocated()));
      }
      if (siz.getShort() != 0x0101) {
        throw new CodecException("JPEG 2000 with subsampled components is not supported");
      }
    }
    return components;
  }
}
