package org.breathline.kernel.vector;

import java.util.Objects;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.ThresholdCounting;

/** Compares a vector of samples at once and counts the bits of the masks. */
final class VectorThresholdCounting implements ThresholdCounting {

  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;

  @Override
  public int within(short[] values, int from, int count, int low, int high) {
    Objects.checkFromIndexSize(from, count, values.length);
    int least = Math.max(low, Short.MIN_VALUE);
    int greatest = Math.min(high, Short.MAX_VALUE);
    if (least > greatest) {
      return 0;
    }
    ShortVector lows = ShortVector.broadcast(SHORTS, (short) least);
    ShortVector highs = ShortVector.broadcast(SHORTS, (short) greatest);
    int vectors = SHORTS.loopBound(count);
    int within = 0;
    for (int i = 0; i < vectors; i += SHORTS.length()) {
      ShortVector samples = ShortVector.fromArray(SHORTS, values, from + i);
      VectorMask<Short> inside =
          samples.compare(VectorOperators.GE, lows).and(samples.compare(VectorOperators.LE, highs));
      within += inside.trueCount();
    }
    return within
        + Kernels.scalar()
            .thresholdCounting()
            .within(values, from + vectors, count - vectors, low, high);
  }
}
