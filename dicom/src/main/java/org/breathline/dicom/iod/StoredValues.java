package org.breathline.dicom.iod;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.breathline.dicom.codec.PixelFormat;

/** Turns stored pixel cells of 16 bits into values. */
final class StoredValues {

  private StoredValues() {}

  /** Takes the stored bits out of little-endian cells. */
  static void unpack(byte[] cells, PixelFormat format, short[] stored, int count) {
    ByteBuffer.wrap(cells).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(stored, 0, count);
    int bits = format.bitsStored();
    if (bits == 16) {
      return;
    }
    int left = 31 - format.highBit();
    int right = 32 - bits;
    if (format.signed()) {
      for (int i = 0; i < count; i++) {
        stored[i] = (short) (stored[i] << left >> right);
      }
    } else {
      for (int i = 0; i < count; i++) {
        stored[i] = (short) (stored[i] << left >>> right);
      }
    }
  }

  /** Applies a rescale in place. */
  static void rescale(short[] values, int count, boolean signed, Rescale rescale) {
    int mask = signed ? -1 : 0xFFFF;
    if (rescale.slope() == 1 && rescale.isWhole() && Math.abs(rescale.intercept()) < 1 << 20) {
      int intercept = (int) rescale.intercept();
      if (intercept == 0 && signed) {
        return;
      }
      for (int i = 0; i < count; i++) {
        int value = signed ? values[i] + intercept : (values[i] & mask) + intercept;
        values[i] = (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      int stored = signed ? values[i] : values[i] & mask;
      long rounded = Math.round(rescale.apply(stored));
      values[i] = (short) Math.clamp(rounded, Short.MIN_VALUE, Short.MAX_VALUE);
    }
  }
}
