package org.breathline.kernel;

import java.util.Objects;

/** The definition, written out. */
final class ScalarStoredPixels implements StoredPixels {

  @Override
  public void toHounsfield(
      byte[] stored,
      int byteFrom,
      boolean signed,
      int intercept,
      short[] hu,
      int huFrom,
      int count) {
    Objects.checkFromIndexSize(byteFrom, 2L * count, stored.length);
    Objects.checkFromIndexSize(huFrom, count, hu.length);
    int mask = signed ? -1 : 0xFFFF;
    for (int i = 0; i < count; i++) {
      int pixel = (short) LittleEndian.SHORT.get(stored, byteFrom + 2 * i) & mask;
      hu[huFrom + i] =
          (short) Math.clamp((long) pixel + intercept, Short.MIN_VALUE, Short.MAX_VALUE);
    }
  }
}
