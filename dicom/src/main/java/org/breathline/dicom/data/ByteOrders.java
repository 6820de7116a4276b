package org.breathline.dicom.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Changes the byte order of words in place. */
public final class ByteOrders {

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private ByteOrders() {}

  /**
   * Reverses the bytes of every whole word; what is left over stays.
   *
   * @param bytes the array
   * @param offset the first byte
   * @param count the number of bytes
   * @param wordBytes 1, 2, 4 or 8
   */
  public static void swap(byte[] bytes, int offset, int count, int wordBytes) {
    int end = offset + count - count % wordBytes;
    switch (wordBytes) {
      case 1 -> {}
      case 2 -> {
        for (int i = offset; i < end; i += 2) {
          SHORTS.set(bytes, i, Short.reverseBytes((short) SHORTS.get(bytes, i)));
        }
      }
      case 4 -> {
        for (int i = offset; i < end; i += 4) {
          INTS.set(bytes, i, Integer.reverseBytes((int) INTS.get(bytes, i)));
        }
      }
      case 8 -> {
        for (int i = offset; i < end; i += 8) {
          LONGS.set(bytes, i, Long.reverseBytes((long) LONGS.get(bytes, i)));
        }
      }
      default -> throw new IllegalArgumentException("no word has " + wordBytes + " bytes");
    }
  }
}
