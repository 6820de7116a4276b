package org.breathline.kernel;

import java.util.Objects;

/**
 * Stored 16-bit pixels, little endian, to Hounsfield units and back: {@code HU = stored +
 * intercept}, the modality LUT of DICOM PS3.3 C.11.1.1.2 with a slope of 1. What does not fit is
 * set to the nearest value that does.
 */
public interface StoredPixels {

  /**
   * Hounsfield units of stored pixels, limited to -32768 .. 32767.
   *
   * @param stored holds two bytes a pixel, the lower one first
   * @param byteFrom where the first pixel starts; need not be even
   * @param signed whether a stored pixel is two's complement (DICOM (0028,0103) = 1)
   * @param intercept the rescale intercept (0028,1052); any int
   * @param hu receives count values from {@code huFrom} on
   * @throws IndexOutOfBoundsException if the pixels do not lie within their array
   */
  void toHounsfield(
      byte[] stored,
      int byteFrom,
      boolean signed,
      int intercept,
      short[] hu,
      int huFrom,
      int count);

  /**
   * Stored pixels of Hounsfield units, limited to -32768 .. 32767 if signed and to 0 .. 65535 if
   * not. The inverse of {@link #toHounsfield} where nothing is limited. All sets share this loop:
   * the compiler makes vectors of it that write as fast as memory takes them.
   *
   * @param hu holds count values from {@code huFrom} on
   * @param signed whether a stored pixel is two's complement
   * @param intercept the rescale intercept, which is subtracted; any int
   * @param stored receives two bytes a pixel, the lower one first
   * @param byteFrom where the first pixel starts
   * @throws IndexOutOfBoundsException if the pixels do not lie within their array
   */
  default void fromHounsfield(
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
      LittleEndian.SHORT.set(stored, byteFrom + 2 * i, (short) pixel);
    }
  }
}
