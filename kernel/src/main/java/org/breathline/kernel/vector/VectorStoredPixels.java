package org.breathline.kernel.vector;

import java.util.Objects;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.StoredPixels;

/**
 * Shorts only: an unsigned pixel u is the signed one {@code u ^ 0x8000} plus 32768, which joins the
 * intercept. Pixels are limited first to those whose sum fits a short, so that adding cannot
 * overflow; the addition itself is modulo 2<sup>16</sup> and takes any such sum.
 */
final class VectorStoredPixels implements StoredPixels {

  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;

  /** Beyond this every pixel is limited, and the limits no longer fit a short. */
  private static final int GREATEST_SHIFT = 0xFFFF;

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
    long shift = (long) intercept + (signed ? 0 : 0x8000);
    int vectors = Math.abs(shift) <= GREATEST_SHIFT ? SHORTS.loopBound(count) : 0;
    ShortVector flip = ShortVector.broadcast(SHORTS, signed ? 0 : Short.MIN_VALUE);
    ShortVector least = limit(Short.MIN_VALUE - shift);
    ShortVector greatest = limit(Short.MAX_VALUE - shift);
    ShortVector shifts = ShortVector.broadcast(SHORTS, (short) shift);
    for (int i = 0; i < vectors; i += SHORTS.length()) {
      ByteVector.fromArray(BYTES, stored, byteFrom + 2 * i)
          .reinterpretAsShorts()
          .lanewise(VectorOperators.XOR, flip)
          .max(least)
          .min(greatest)
          .add(shifts)
          .intoArray(hu, huFrom + i);
    }
    Kernels.scalar()
        .storedPixels()
        .toHounsfield(
            stored,
            byteFrom + 2 * vectors,
            signed,
            intercept,
            hu,
            huFrom + vectors,
            count - vectors);
  }

  private static ShortVector limit(long pixel) {
    return ShortVector.broadcast(
        SHORTS, (short) Math.clamp(pixel, Short.MIN_VALUE, Short.MAX_VALUE));
  }
}
