package org.breathline.dicom.codec;

/** Decodes a JPEG-LS image: the marker segments (T.87, annex C) and the scans between them. */
final class JpegLsDecoder {

  private static final int SOI = 0xFFD8;
  private static final int EOI = 0xFFD9;
  private static final int SOS = 0xFFDA;
  private static final int DRI = 0xFFDD;
  private static final int SOF_55 = 0xFFF7;
  private static final int LSE = 0xFFF8;

  private final byte[] in;
  private final PixelFormat format;
  private int at;
  private int precision;
  private int components;
  private int decodedComponents;
  private JpegLsPreset preset = JpegLsPreset.DEFAULT;
  private byte[] frame = new byte[0];

  JpegLsDecoder(byte[] in, PixelFormat format) {
    this.in = in;
    this.format = format;
  }

  byte[] decode() throws CodecException {
    if (u16() != SOI) {
      throw new CodecException("expected a JPEG-LS image");
    }
    while (true) {
      int marker = u16();
      if (marker == EOI) {
        break;
      }
      int end = at + u16();
      if (marker >>> 8 != 0xFF || end > in.length) {
        throw new CodecException("expected a marker of JPEG-LS, byte " + (at - 4));
      }
      switch (marker) {
        case SOF_55 -> frameHeader();
        case LSE -> presetParameters();
        case DRI -> throw new CodecException("JPEG-LS restart intervals are not supported");
        case SOS -> {
          scan(end);
          if (decodedComponents == components) {
            return frame;
          }
          continue;
        }
        default -> {}
      }
      at = end;
    }
    throw new CodecException("the JPEG-LS image ends before its last component");
  }

  private void frameHeader() throws CodecException {
    precision = u8();
    int rows = u16();
    int columns = u16();
    components = u8();
    RasterSamples.checkSize(columns, rows, format);
    int bytes = format.bitsAllocated() / 8;
    if (precision < 2 || precision > format.bitsAllocated() || bytes < 1 || bytes > 2) {
      throw new CodecException(
          "a JPEG-LS precision of %d bits does not fit %d allocated bits"
              .formatted(precision, format.bitsAllocated()));
    }
    if (components != format.samplesPerPixel()) {
      throw new CodecException(
          "expected %d components, found %d".formatted(format.samplesPerPixel(), components));
    }
    frame = new byte[format.checkedFrameBytes()];
  }

  private void presetParameters() throws CodecException {
    int kind = u8();
    if (kind != 1) {
      throw new CodecException("JPEG-LS mapping tables and large sizes are not supported");
    }
    preset = new JpegLsPreset(u16(), u16(), u16(), u16(), u16());
  }

  private void scan(int end) throws CodecException {
    int count = u8();
    if (frame.length == 0 || count < 1 || decodedComponents + count > components) {
      throw new CodecException("a JPEG-LS scan has more components than the frame");
    }
    for (int i = 0; i < count; i++) {
      u8();
      if (u8() != 0) {
        throw new CodecException("JPEG-LS mapping tables are not supported");
      }
    }
    int near = u8();
    int interleave = u8();
    if (u8() != 0) {
      throw new CodecException("JPEG-LS point transforms are not supported");
    }
    JpegLsParameters parameters = JpegLsParameters.of(precision, near, preset);
    check(parameters, count, interleave);
    JpegLsBits bits = new JpegLsBits(in, end);
    JpegLsScan scan = new JpegLsScan(parameters, bits, format.columns());
    int[][] previous = new int[count][format.columns() + 2];
    int[][] current = new int[count][format.columns() + 2];
    int[] runs = new int[count];
    for (int y = 0; y < format.rows(); y++) {
      if (interleave == 2) {
        runs[0] = scan.line(previous, current, runs[0]);
      } else {
        for (int i = 0; i < count; i++) {
          runs[i] = scan.line(previous[i], current[i], runs[i]);
        }
      }
      for (int i = 0; i < count; i++) {
        store(current[i], y, decodedComponents + i);
      }
      int[][] swap = previous;
      previous = current;
      current = swap;
    }
    decodedComponents += count;
    if (decodedComponents < components) {
      at = nextMarker(end);
    }
  }

  private void check(JpegLsParameters parameters, int count, int interleave) throws CodecException {
    boolean fits =
        parameters.maxVal() < 1 << precision
            && parameters.near() <= Math.min(255, parameters.maxVal() / 2)
            && parameters.t1() > parameters.near()
            && parameters.t2() >= parameters.t1()
            && parameters.t3() >= parameters.t2()
            && parameters.t3() <= parameters.maxVal()
            && parameters.reset() >= 3;
    if (!fits || interleave > 2 || (interleave == 0 && count > 1)) {
      throw new CodecException("the JPEG-LS coding parameters contradict each other");
    }
  }

  private void store(int[] line, int y, int component) {
    int columns = format.columns();
    int bytes = format.bitsAllocated() / 8;
    int stride = components * bytes;
    int to = y * columns * stride + component * bytes;
    for (int x = 1; x <= columns; x++, to += stride) {
      frame[to] = (byte) line[x];
      if (bytes == 2) {
        frame[to + 1] = (byte) (line[x] >> 8);
      }
    }
  }

  private int nextMarker(int from) throws CodecException {
    for (int i = from; i + 1 < in.length; i++) {
      if (in[i] == -1 && in[i + 1] < 0) {
        return i;
      }
    }
    throw new CodecException("the JPEG-LS image has no end");
  }

  private int u8() throws CodecException {
    if (at >= in.length) {
      throw new CodecException("the JPEG-LS image ends inside a header");
    }
    return in[at++] & 0xFF;
  }

  private int u16() throws CodecException {
    int high = u8();
    return (high << 8) | u8();
  }
}
