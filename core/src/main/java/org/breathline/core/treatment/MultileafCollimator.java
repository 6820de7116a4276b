package org.breathline.core.treatment;

import java.util.Arrays;

/**
 * The leaf pairs of a multileaf collimator: along which axis of the beam limiting device they
 * travel, and where each pair ends and the next begins, in the plane through the isocentre. The
 * same for all control points of a beam. Immutable.
 */
public final class MultileafCollimator {

  /** Along which axis of the beam limiting device leaves travel. */
  public enum Travel {
    /** Along x: MLCX in DICOM. Pairs lie beside each other along y. */
    X,
    /** Along y: MLCY in DICOM. Pairs lie beside each other along x. */
    Y
  }

  private final Travel travel;
  private final double[] boundariesMm;

  /**
   * A collimator.
   *
   * @param travel along which axis the leaves move
   * @param boundariesMm the borders of the pairs across the travel, one more than there are pairs,
   *     rising
   * @throws IllegalArgumentException if there are fewer than two borders or they don't rise
   */
  public MultileafCollimator(Travel travel, double... boundariesMm) {
    if (boundariesMm.length < 2) {
      throw new IllegalArgumentException("a multileaf collimator needs at least one pair");
    }
    for (int i = 0; i + 1 < boundariesMm.length; i++) {
      if (!(boundariesMm[i] < boundariesMm[i + 1])) {
        throw new IllegalArgumentException(
            "the leaf boundaries do not rise: %s mm, then %s mm"
                .formatted(boundariesMm[i], boundariesMm[i + 1]));
      }
    }
    this.travel = travel;
    this.boundariesMm = boundariesMm.clone();
  }

  /** Along which axis the leaves move. */
  public Travel travel() {
    return travel;
  }

  /** The number of pairs. */
  public int pairs() {
    return boundariesMm.length - 1;
  }

  /** The border below a pair, across the travel, mm; {@code lowerMm(pairs())} is the last one. */
  public double lowerMm(int pair) {
    return boundariesMm[pair];
  }

  /** The border above a pair, across the travel, mm. */
  public double upperMm(int pair) {
    return boundariesMm[pair + 1];
  }

  /** A copy of the borders, one more than there are pairs, mm. */
  public double[] boundariesMm() {
    return boundariesMm.clone();
  }

  /** The pair at a place across the travel, or -1 beyond all pairs. */
  public int pairAt(double acrossMm) {
    int found = Arrays.binarySearch(boundariesMm, acrossMm);
    int pair = found >= 0 ? found : -found - 2;
    return pair < pairs() ? pair : -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MultileafCollimator that
        && travel == that.travel
        && Arrays.equals(boundariesMm, that.boundariesMm);
  }

  @Override
  public int hashCode() {
    return 31 * travel.hashCode() + Arrays.hashCode(boundariesMm);
  }

  @Override
  public String toString() {
    return "multileaf collimator of %d pairs along %s".formatted(pairs(), travel);
  }
}
