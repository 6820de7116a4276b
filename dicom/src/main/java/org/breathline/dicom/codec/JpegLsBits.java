package org.breathline.dicom.codec;

/** The bits of a JPEG-LS scan: after a byte FF the next one has 7 bits (T.87, A.1). */
final class JpegLsBits {

  private final byte[] bytes;
  private int position;
  private long buffer;
  private int count;
  private boolean afterFf;

  JpegLsBits(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  private void fill() throws CodecException {
    while (count <= 48) {
      boolean marker =
          position + 1 < bytes.length && bytes[position] == -1 && bytes[position + 1] < 0;
      if (position >= bytes.length || marker) {
        if (count == 0) {
          throw new CodecException("the JPEG-LS scan ends before its last pixel");
        }
        return;
      }
      int value = bytes[position++] & 0xFF;
      int bits = afterFf ? 7 : 8;
      buffer = (buffer << bits) | value;
      count += bits;
      afterFf = value == 0xFF;
    }
  }

  /** The next bit. */
  int bit() throws CodecException {
    if (count == 0) {
      fill();
    }
    count--;
    return (int) (buffer >>> count) & 1;
  }

  /** The next bits, most significant first; at most 31. */
  int bits(int wanted) throws CodecException {
    if (wanted == 0) {
      return 0;
    }
    if (count < wanted) {
      fill();
      if (count < wanted) {
        throw new CodecException("the JPEG-LS scan ends before its last pixel");
      }
    }
    count -= wanted;
    return (int) (buffer >>> count) & (-1 >>> (32 - wanted));
  }

  /** How many bits are 0 before the next 1, which is taken too; at most a number. */
  int zeros(int most) throws CodecException {
    int zeros = 0;
    while (bit() == 0) {
      if (++zeros > most) {
        throw new CodecException("the JPEG-LS scan holds a code that is too long");
      }
    }
    return zeros;
  }

  /** A limited-length Golomb code (T.87, A.5.3). */
  int golomb(int k, int limit, int errorBits) throws CodecException {
    int escape = limit - errorBits - 1;
    int zeros = zeros(escape);
    return zeros < escape ? (zeros << k) | bits(k) : bits(errorBits) + 1;
  }
}
