package org.breathline.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/** The definition, written out. */
final class ScalarStoredPixels implements StoredPixels {

  private static final VarHandle PIXEL =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

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
      int pixel = (short) PIXEL.get(stored, byteFrom + 2 * i) & mask;
      hu[huFrom + i] =
          (short) Math.clamp((long) pixel + intercept, Short.MIN_VALUE, Short.MAX_VALUE);
    }
  }

  @Override
  public void fromHounsfield(
      short[] hu,
      int huFrom,
      boolean signed,
      int intercept,
      byte[] stored,
      int byteFrom,
      int count) {
    Objects.checkFromIndexSize(byteFrom, 2L * count, stored.length);
    Objects.checkFromIndexSize(huFrom, count, hu.length);
    int least = signed ? Short.MIN_VALUE : 0;
    int greatest = signed ? Short.MAX_VALUE : 0xFFFF;
    for (int i = 0; i < count; i++) {
      int pixel = Math.clamp((long) hu[huFrom + i] - intercept, least, greatest);
      PIXEL.set(stored, byteFrom + 2 * i, (short) pixel);
    }
  }
}
