package org.breathline.core.planning.sequencing;

import org.breathline.core.planning.beam.BeamletGrid;
import org.breathline.core.treatment.MultileafCollimator;

/**
 * How a beam's beamlets lie under the leaves: the pairs over the beamlets' raster, how much of a
 * row each covers, and how much of every beamlet a shape leaves open. Immutable.
 */
public final class LeafRaster {

  private static final double LEAST_SHARE = 1e-6;

  private final BeamletGrid beamlets;
  private final MultileafCollimator collimator;
  private final int firstPair;
  private final int pairs;

  /**
   * A raster.
   *
   * @throws IllegalArgumentException if leaves travel along y or beamlets lie beyond the pairs
   */
  public LeafRaster(BeamletGrid beamlets, MultileafCollimator collimator) {
    if (collimator.travel() != MultileafCollimator.Travel.X) {
      throw new IllegalArgumentException("fluence is sequenced for leaves along x only");
    }
    double half = beamlets.spacingMm() / 2;
    double lowest = beamlets.y0Mm() - half;
    double highest = beamlets.y0Mm() + (beamlets.ny() - 1) * beamlets.spacingMm() + half;
    int first = collimator.pairAt(lowest + LEAST_SHARE);
    int last = collimator.pairAt(highest - LEAST_SHARE);
    if (first < 0 || last < 0) {
      throw new IllegalArgumentException(
          "beamlets from %.0f to %.0f mm lie beyond the leaves".formatted(lowest, highest));
    }
    this.beamlets = beamlets;
    this.collimator = collimator;
    this.firstPair = first;
    this.pairs = last - first + 1;
  }

  /** The beamlets. */
  public BeamletGrid beamlets() {
    return beamlets;
  }

  /** The collimator. */
  public MultileafCollimator collimator() {
    return collimator;
  }

  /** How many pairs lie over the raster. */
  public int pairs() {
    return pairs;
  }

  /** The number in the collimator of a pair of the raster. */
  public int pairOfCollimator(int pair) {
    return firstPair + pair;
  }

  /** The border of a column, 0 to nx, mm. */
  double borderMm(int column) {
    return beamlets.x0Mm() + (column - 0.5) * beamlets.spacingMm();
  }

  /** The share of a row's height that a pair covers, 0 to 1. */
  double share(int pair, int row) {
    double middle = beamlets.y0Mm() + row * beamlets.spacingMm();
    double low = Math.max(middle - beamlets.spacingMm() / 2, collimator.lowerMm(firstPair + pair));
    double high = Math.min(middle + beamlets.spacingMm() / 2, collimator.upperMm(firstPair + pair));
    double share = (high - low) / beamlets.spacingMm();
    return share > LEAST_SHARE ? share : 0;
  }

  /** The first row that a pair covers in part. */
  int firstRow(int pair) {
    int row = 0;
    while (row < beamlets.ny() && share(pair, row) == 0) {
      row++;
    }
    return row;
  }

  /** One beyond the last row that a pair covers in part. */
  int endRow(int pair) {
    int row = firstRow(pair);
    while (row < beamlets.ny() && share(pair, row) > 0) {
      row++;
    }
    return row;
  }

  /** The fluence under a pair, by column: the mean over the rows that it covers. */
  double[] profile(int pair, double[] weights) {
    double[] profile = new double[beamlets.nx()];
    double covered = 0;
    for (int row = firstRow(pair); row < endRow(pair); row++) {
      double share = share(pair, row);
      covered += share;
      for (int column = 0; column < profile.length; column++) {
        int beamlet = beamlets.beamletAt(column, row);
        profile[column] += beamlet >= 0 ? share * weights[beamlet] : 0;
      }
    }
    for (int column = 0; column < profile.length; column++) {
      profile[column] /= covered;
    }
    return profile;
  }
}
