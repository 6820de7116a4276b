package org.breathline.kernel.vector;

import java.util.Objects;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.StoredPixels;

/**
 * Saturating additions of shorts. An unsigned pixel u is the signed one {@code u ^ 0x8000} plus
 * 32768; that and the intercept make one sum, added in two parts of the same sign, because two
 * saturating additions of one sign saturate where their sum does.
 */
final class VectorStoredPixels implements StoredPixels {

  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final int LANES = SHORTS.length();

  /** Two shorts make up any shift between these. */
  private static final int GREATEST_SHIFT = 2 * Short.MAX_VALUE;

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
    ShortVector first = ShortVector.broadcast(SHORTS, firstPart(shift));
    ShortVector second = ShortVector.broadcast(SHORTS, secondPart(shift));
    for (int i = 0; i < vectors; i += LANES) {
      ByteVector.fromArray(BYTES, stored, byteFrom + 2 * i)
          .reinterpretAsShorts()
          .lanewise(VectorOperators.XOR, flip)
          .lanewise(VectorOperators.SADD, first)
          .lanewise(VectorOperators.SADD, second)
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
    long shift = -(long) intercept - (signed ? 0 : 0x8000);
    int vectors = Math.abs(shift) <= GREATEST_SHIFT ? SHORTS.loopBound(count) : 0;
    ShortVector flip = ShortVector.broadcast(SHORTS, signed ? 0 : Short.MIN_VALUE);
    ShortVector first = ShortVector.broadcast(SHORTS, firstPart(shift));
    ShortVector second = ShortVector.broadcast(SHORTS, secondPart(shift));
    for (int i = 0; i < vectors; i += LANES) {
      ShortVector.fromArray(SHORTS, hu, huFrom + i)
          .lanewise(VectorOperators.SADD, first)
          .lanewise(VectorOperators.SADD, second)
          .lanewise(VectorOperators.XOR, flip)
          .reinterpretAsBytes()
          .intoArray(stored, byteFrom + 2 * i);
    }
    Kernels.scalar()
        .storedPixels()
        .fromHounsfield(
            hu,
            huFrom + vectors,
            signed,
            intercept,
            stored,
            byteFrom + 2 * vectors,
            count - vectors);
  }

  private static short firstPart(long shift) {
    return (short) Math.clamp(shift, -Short.MAX_VALUE, Short.MAX_VALUE);
  }

  private static short secondPart(long shift) {
    return (short) (shift - firstPart(shift));
  }
}
