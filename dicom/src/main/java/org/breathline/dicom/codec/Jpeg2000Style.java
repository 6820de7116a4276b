package org.breathline.dicom.codec;

import java.nio.ByteBuffer;

/**
 * The coding style of components: the content of COD and COC from the number of decomposition
 * levels on (ISO/IEC 15444-1, Table A.20), within bounds that keep the decoder's memory in
 * proportion.
 */
final class Jpeg2000Style {

  /** A side of a DICOM image has at most 65535 pixels: after 16 halvings one is left. */
  private static final int MOST_LEVELS = 16;

  /** Blocks of 32 x 32 samples in the largest frame that is decoded are half as many. */
  private static final long MOST_BLOCKS = 1 << 20;

  private static final long MOST_PACKETS = 1 << 20;

  /** The decoder keeps some 20 bytes for each layer of each code-block. */
  private static final long MOST_BLOCK_LAYERS = 1 << 22;

  /** How often the image is halved. */
  private final int levels;

  /** Exponents of the code-blocks' size. */
  private final int blockWidth;

  private final int blockHeight;

  /**
   * Exponents of the precincts' sizes, a byte for each resolution from the coarsest, the width in
   * its low half.
   */
  private final byte[] precincts;

  private Jpeg2000Style(int levels, int blockWidth, int blockHeight, byte[] precincts) {
    this.levels = levels;
    this.blockWidth = blockWidth;
    this.blockHeight = blockHeight;
    this.precincts = precincts;
  }

  /** Reads the parameters that COD and COC share. */
  static Jpeg2000Style of(ByteBuffer segment, boolean ownPrecincts) throws CodecException {
    int levels = segment.get() & 0xFF;
    if (levels > MOST_LEVELS) {
      throw new CodecException(
          "a codestream of " + levels + " decomposition levels, more than 16, is not decoded");
    }
    int blockWidth = (segment.get() & 0xFF) + 2;
    int blockHeight = (segment.get() & 0xFF) + 2;
    if (blockWidth > 10 || blockHeight > 10 || blockWidth + blockHeight > 12) {
      throw new CodecException("the codestream's code-blocks are larger than the standard allows");
    }
    int blockStyle = segment.get() & 0xFF;
    int transformation = segment.get() & 0xFF;
    if (blockStyle > 0x3F || transformation > 1) {
      throw new CodecException("the codestream is coded in a way that part 1 does not know");
    }
    byte[] precincts = new byte[levels + 1];
    for (int r = 0; r <= levels; r++) {
      precincts[r] = ownPrecincts ? segment.get() : (byte) 0xFF;
      if (r > 0 && ((precincts[r] & 0xF) == 0 || (precincts[r] & 0xF0) == 0)) {
        throw new CodecException("a precinct of one sample has no place in a finer resolution");
      }
    }
    return new Jpeg2000Style(levels, blockWidth, blockHeight, precincts);
  }

  /** How many bands the image is transformed to. */
  int bands() {
    return 3 * levels + 1;
  }

  /**
   * Refuses what asks for more packets or code-blocks than a sound image of this size has.
   *
   * @param size the image and its tiles
   * @param layers the layers of every code-block
   */
  void checkWork(Jpeg2000Size size, int layers) throws CodecException {
    long blocks = 0;
    long packets = 0;
    for (int r = 0; r <= levels; r++) {
      int halvings = levels - r;
      long width = Math.ceilDiv(size.tileColumns(), 1 << halvings);
      long height = Math.ceilDiv(size.tileRows(), 1 << halvings);
      int precinctWidth = precincts[r] & 0xF;
      int precinctHeight = (precincts[r] & 0xF0) >> 4;
      packets += parts(width, precinctWidth) * parts(height, precinctHeight) * layers;
      // In finer resolutions, three bands of half the size share a precinct (B.7).
      int band = r == 0 ? 0 : 1;
      blocks +=
          (r == 0 ? 1 : 3)
              * parts(Math.ceilDiv(width, 1 << band), Math.min(blockWidth, precinctWidth - band))
              * parts(
                  Math.ceilDiv(height, 1 << band), Math.min(blockHeight, precinctHeight - band));
    }
    long copies = (long) size.tiles() * size.components();
    if (blocks * copies > MOST_BLOCKS
        || packets * copies > MOST_PACKETS
        || blocks * copies * layers > MOST_BLOCK_LAYERS) {
      throw new CodecException(
          "a codestream of %d code-blocks in %d layers, %d packets, is not decoded"
              .formatted(blocks * copies, layers, packets * copies));
    }
  }

  /** In how many parts a grid of a step of two to an exponent cuts a length, at most. */
  private static long parts(long length, int exponent) {
    return 1 + ((length - 1) >> exponent);
  }
}
