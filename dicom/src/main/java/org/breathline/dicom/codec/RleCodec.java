package org.breathline.dicom.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.breathline.dicom.data.TransferSyntax;

/**
 * RLE Lossless (PS3.5, annex G): a header with up to 15 segment offsets, then for every sample and
 * every byte of it, most significant first, a segment in PackBits.
 */
final class RleCodec implements PixelCodec {

  private static final int HEADER_BYTES = 64;

  /** A run of 128 bytes takes two. */
  private static final int MOST_EXPANSION = 64;

  @Override
  public Set<TransferSyntax> syntaxes() {
    return Set.of(TransferSyntax.RLE_LOSSLESS);
  }

  @Override
  public byte[] decode(byte[] encoded, PixelFormat format) throws CodecException {
    if (encoded.length < HEADER_BYTES) {
      throw new CodecException("the RLE frame is shorter than its header of 64 bytes");
    }
    if (format.frameBytes() > (long) MOST_EXPANSION * encoded.length) {
      throw new CodecException("the RLE frame is too short for its rows and columns");
    }
    ByteBuffer header = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
    int bytesPerSample = format.bitsAllocated() / 8;
    int expected = format.samplesPerPixel() * bytesPerSample;
    int segments = header.getInt(0);
    if (segments != expected || segments > 15) {
      throw new CodecException("expected " + expected + " RLE segments, found " + segments);
    }
    byte[] frame = new byte[format.checkedFrameBytes()];
    for (int segment = 0; segment < segments; segment++) {
      int start = header.getInt(4 + 4 * segment);
      int end = segment + 1 < segments ? header.getInt(8 + 4 * segment) : encoded.length;
      if (start < HEADER_BYTES || end < start || end > encoded.length) {
        throw new CodecException("RLE segment " + segment + " is outside the frame");
      }
      int sample = segment / bytesPerSample;
      int significance = bytesPerSample - 1 - segment % bytesPerSample;
      int first = sample * bytesPerSample + significance;
      unpack(encoded, start, end, frame, first, expected);
    }
    return frame;
  }

  private static void unpack(byte[] in, int start, int end, byte[] out, int first, int stride)
      throws CodecException {
    int at = start;
    int to = first;
    while (to < out.length) {
      if (at >= end) {
        throw new CodecException("an RLE segment ends before its last pixel");
      }
      int control = in[at++];
      if (control >= 0) {
        int literal = control + 1;
        if (literal > end - at) {
          throw new CodecException("an RLE segment ends inside a literal run");
        }
        for (int i = 0; i < literal && to < out.length; i++, to += stride) {
          out[to] = in[at + i];
        }
        at += literal;
      } else if (control != -128) {
        if (at >= end) {
          throw new CodecException("an RLE segment ends inside a run");
        }
        byte value = in[at++];
        for (int i = 0; i < 1 - control && to < out.length; i++, to += stride) {
          out[to] = value;
        }
      }
    }
  }
}
