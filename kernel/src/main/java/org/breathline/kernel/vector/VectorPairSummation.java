package org.breathline.kernel.vector;

import java.util.Objects;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.PairSummation;
import org.breathline.kernel.PairSums;

/**
 * Exact sums in 32-bit lanes. A product of two shorts fits an int but a sum of products does not,
 * so each product p is added in two parts, {@code p >> 16} and {@code p & 0xFFFF}; over {@link
 * #STEPS} steps neither overflows (0xFFFF * 2<sup>15</sup> is below 2<sup>31</sup>), and then the
 * lanes are carried over into longs.
 */
final class VectorPairSummation implements PairSummation {

  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, VectorShape.forBitSize(INTS.vectorBitSize() / 2));
  private static final int LANES = INTS.length();
  private static final int STEPS = 1 << 15;

  @Override
  public PairSums sumsWithin(
      short[] a, int aFrom, short[] b, int bFrom, int count, int low, int high) {
    Objects.checkFromIndexSize(aFrom, count, a.length);
    Objects.checkFromIndexSize(bFrom, count, b.length);
    int least = Math.max(low, Short.MIN_VALUE);
    int greatest = Math.min(high, Short.MAX_VALUE);
    PairSums sums = new PairSums(0, 0, 0, 0, 0, 0);
    if (least > greatest) {
      return sums;
    }
    int done = 0;
    while (count - done >= LANES) {
      int steps = Math.min(STEPS, (count - done) / LANES);
      sums = sums.plus(steps(a, aFrom + done, b, bFrom + done, steps, least, greatest));
      done += steps * LANES;
    }
    return sums.plus(
        Kernels.scalar()
            .pairSummation()
            .sumsWithin(a, aFrom + done, b, bFrom + done, count - done, low, high));
  }

  private static PairSums steps(
      short[] a, int aFrom, short[] b, int bFrom, int steps, int low, int high) {
    ShortVector lows = ShortVector.broadcast(SHORTS, (short) low);
    ShortVector highs = ShortVector.broadcast(SHORTS, (short) high);
    IntVector zero = IntVector.zero(INTS);
    IntVector sumA = zero;
    IntVector sumB = zero;
    IntVector upperAA = zero;
    IntVector lowerAA = zero;
    IntVector upperBB = zero;
    IntVector lowerBB = zero;
    IntVector upperAB = zero;
    IntVector lowerAB = zero;
    long pairs = 0;
    for (int i = 0; i < steps * LANES; i += LANES) {
      ShortVector xs = ShortVector.fromArray(SHORTS, a, aFrom + i);
      ShortVector ys = ShortVector.fromArray(SHORTS, b, bFrom + i);
      ShortVector lesser = xs.min(ys);
      ShortVector greater = xs.max(ys);
      VectorMask<Short> within =
          lesser.compare(VectorOperators.GE, lows).and(greater.compare(VectorOperators.LE, highs));
      pairs += within.trueCount();
      ShortVector none = ShortVector.zero(SHORTS);
      IntVector x = (IntVector) none.blend(xs, within).convertShape(VectorOperators.S2I, INTS, 0);
      IntVector y = (IntVector) none.blend(ys, within).convertShape(VectorOperators.S2I, INTS, 0);
      sumA = sumA.add(x);
      sumB = sumB.add(y);
      IntVector xx = x.mul(x);
      IntVector yy = y.mul(y);
      IntVector xy = x.mul(y);
      upperAA = upperAA.add(xx.lanewise(VectorOperators.ASHR, 16));
      lowerAA = lowerAA.add(xx.and(0xFFFF));
      upperBB = upperBB.add(yy.lanewise(VectorOperators.ASHR, 16));
      lowerBB = lowerBB.add(yy.and(0xFFFF));
      upperAB = upperAB.add(xy.lanewise(VectorOperators.ASHR, 16));
      lowerAB = lowerAB.add(xy.and(0xFFFF));
    }
    return new PairSums(
        pairs,
        sum(sumA),
        sum(sumB),
        (sum(upperAA) << 16) + sum(lowerAA),
        (sum(upperBB) << 16) + sum(lowerBB),
        (sum(upperAB) << 16) + sum(lowerAB));
  }

  /** The sum of the lanes as a long: an int would overflow. */
  private static long sum(IntVector lanes) {
    long sum = 0;
    for (int lane : lanes.toArray()) {
      sum += lane;
    }
    return sum;
  }
}
