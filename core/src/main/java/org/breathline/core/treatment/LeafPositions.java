package org.breathline.core.treatment;

import java.util.Arrays;

/**
 * Where the leaves of a multileaf collimator stand, in the plane through the isocentre: the first
 * bank comes from the negative side of the travel, the second from the positive, and what is
 * between the tips of a pair is open. Immutable.
 */
public final class LeafPositions {

  /** Tips that overlap by no more than this are closed: positions in files are rounded, mm. */
  private static final double CROSSING_MM = 0.5;

  private final MultileafCollimator collimator;
  private final double[] firstMm;
  private final double[] secondMm;

  /**
   * Positions of all pairs.
   *
   * @param collimator whose leaves they are
   * @param firstMm the tips of the first bank, by pair
   * @param secondMm the tips of the second bank, by pair
   * @throws IllegalArgumentException if there are not as many as pairs, one is not finite, or the
   *     tips of a pair overlap
   */
  public LeafPositions(MultileafCollimator collimator, double[] firstMm, double[] secondMm) {
    if (firstMm.length != collimator.pairs() || secondMm.length != collimator.pairs()) {
      throw new IllegalArgumentException(
          "%d and %d leaf positions for %d pairs"
              .formatted(firstMm.length, secondMm.length, collimator.pairs()));
    }
    for (int pair = 0; pair < firstMm.length; pair++) {
      boolean finite = Double.isFinite(firstMm[pair]) && Double.isFinite(secondMm[pair]);
      if (!finite || firstMm[pair] > secondMm[pair] + CROSSING_MM) {
        throw new IllegalArgumentException(
            "the leaves of pair %d stand at %s and %s mm"
                .formatted(pair + 1, firstMm[pair], secondMm[pair]));
      }
    }
    this.collimator = collimator;
    this.firstMm = firstMm.clone();
    this.secondMm = secondMm.clone();
  }

  /** Whose leaves they are. */
  public MultileafCollimator collimator() {
    return collimator;
  }

  /** The tip of a pair's leaf of the first bank (the negative side), along the travel, mm. */
  public double firstMm(int pair) {
    return firstMm[pair];
  }

  /** The tip of a pair's leaf of the second bank (the positive side), along the travel, mm. */
  public double secondMm(int pair) {
    return secondMm[pair];
  }

  /** How wide a pair is open, mm, at least 0. */
  public double openingMm(int pair) {
    return Math.max(0, secondMm[pair] - firstMm[pair]);
  }

  /** The longest way that a leaf goes to other positions of the same collimator, mm. */
  public double farthestMm(LeafPositions other) {
    double farthest = 0;
    for (int pair = 0; pair < firstMm.length; pair++) {
      farthest = Math.max(farthest, Math.abs(other.firstMm[pair] - firstMm[pair]));
      farthest = Math.max(farthest, Math.abs(other.secondMm[pair] - secondMm[pair]));
    }
    return farthest;
  }

  /**
   * The positions on the way to others, all leaves moving at a constant speed.
   *
   * @param fraction of the way, 0 here to 1 there
   * @throws IllegalArgumentException if the others are another collimator's
   */
  public LeafPositions towards(LeafPositions other, double fraction) {
    if (!collimator.equals(other.collimator)) {
      throw new IllegalArgumentException("the leaves of two different collimators");
    }
    double[] first = new double[firstMm.length];
    double[] second = new double[firstMm.length];
    for (int pair = 0; pair < first.length; pair++) {
      first[pair] = firstMm[pair] + fraction * (other.firstMm[pair] - firstMm[pair]);
      second[pair] = secondMm[pair] + fraction * (other.secondMm[pair] - secondMm[pair]);
    }
    return new LeafPositions(collimator, first, second);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LeafPositions that
        && collimator.equals(that.collimator)
        && Arrays.equals(firstMm, that.firstMm)
        && Arrays.equals(secondMm, that.secondMm);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(firstMm) + Arrays.hashCode(secondMm);
  }

  @Override
  public String toString() {
    return "positions of " + firstMm.length + " leaf pairs";
  }
}
