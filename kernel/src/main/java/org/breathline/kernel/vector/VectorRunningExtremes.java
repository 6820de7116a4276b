package org.breathline.kernel.vector;

import java.util.Objects;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorSpecies;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.RunningExtremes;

/** Maximum and minimum of short lanes, for which the compiler makes no vectors by itself. */
final class VectorRunningExtremes implements RunningExtremes {

  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;

  @Override
  public void greatest(short[] greatest, int greatestFrom, short[] values, int from, int count) {
    Objects.checkFromIndexSize(greatestFrom, count, greatest.length);
    Objects.checkFromIndexSize(from, count, values.length);
    int vectors = SHORTS.loopBound(count);
    for (int i = 0; i < vectors; i += SHORTS.length()) {
      ShortVector.fromArray(SHORTS, greatest, greatestFrom + i)
          .max(ShortVector.fromArray(SHORTS, values, from + i))
          .intoArray(greatest, greatestFrom + i);
    }
    Kernels.scalar()
        .runningExtremes()
        .greatest(greatest, greatestFrom + vectors, values, from + vectors, count - vectors);
  }

  @Override
  public void least(short[] least, int leastFrom, short[] values, int from, int count) {
    Objects.checkFromIndexSize(leastFrom, count, least.length);
    Objects.checkFromIndexSize(from, count, values.length);
    int vectors = SHORTS.loopBound(count);
    for (int i = 0; i < vectors; i += SHORTS.length()) {
      ShortVector.fromArray(SHORTS, least, leastFrom + i)
          .min(ShortVector.fromArray(SHORTS, values, from + i))
          .intoArray(least, leastFrom + i);
    }
    Kernels.scalar()
        .runningExtremes()
        .least(least, leastFrom + vectors, values, from + vectors, count - vectors);
  }
}
