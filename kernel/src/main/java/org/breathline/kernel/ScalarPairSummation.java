package org.breathline.kernel;

import java.util.Objects;

/** The definition, written out. */
final class ScalarPairSummation implements PairSummation {

  @Override
  public PairSums sumsWithin(
      short[] a, int aFrom, short[] b, int bFrom, int count, int low, int high) {
    Objects.checkFromIndexSize(aFrom, count, a.length);
    Objects.checkFromIndexSize(bFrom, count, b.length);
    long pairs = 0;
    long sumA = 0;
    long sumB = 0;
    long sumAA = 0;
    long sumBB = 0;
    long sumAB = 0;
    for (int i = 0; i < count; i++) {
      long x = a[aFrom + i];
      long y = b[bFrom + i];
      if (x >= low && x <= high && y >= low && y <= high) {
        pairs++;
        sumA += x;
        sumB += y;
        sumAA += x * x;
        sumBB += y * y;
        sumAB += x * y;
      }
    }
    return new PairSums(pairs, sumA, sumB, sumAA, sumBB, sumAB);
  }
}
