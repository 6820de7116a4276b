package org.breathline.core.planning.sequencing;

import org.breathline.core.planning.beam.BeamletGrid;

/**
 * How far each leaf of a shape may go so that every choice within is one the collimator can give.
 */
final class LeafBounds {

  private final LeafShape shape;
  private final LeafLimits limits;

  LeafBounds(LeafShape shape, LeafLimits limits) {
    this.shape = shape;
    this.limits = limits;
  }

  /** Position, least and most of the first bank's leaf, mm. */
  double[] first(int pair) {
    double at = shape.firstMm(pair);
    if (!shape.isOpen(pair)) {
      return new double[] {at, at, at};
    }
    double most = middle(pair) - limits.leastOpeningMm() / 2;
    for (int beside = pair - 1; beside <= pair + 1; beside += 2) {
      if (mustPass(beside)) {
        most = Math.min(most, between(at, shape.secondMm(beside), beside));
      }
    }
    double least = border(pair, true);
    return new double[] {at, Math.min(least, most), most};
  }

  /** Position, least and most of the second bank's leaf, mm. */
  double[] second(int pair) {
    double at = shape.secondMm(pair);
    if (!shape.isOpen(pair)) {
      return new double[] {at, at, at};
    }
    double least = middle(pair) + limits.leastOpeningMm() / 2;
    for (int beside = pair - 1; beside <= pair + 1; beside += 2) {
      if (mustPass(beside)) {
        least = Math.max(least, between(at, shape.firstMm(beside), beside));
      }
    }
    double most = border(pair, false);
    return new double[] {at, least, Math.max(least, most)};
  }

  private boolean mustPass(int beside) {
    return !limits.interdigitation() && beside >= 0 && beside < shape.raster().pairs();
  }

  /** Half-way to the opposite leaf beside, which may come as far; a shut one does not move. */
  private double between(double at, double opposite, int beside) {
    return shape.isOpen(beside) ? (at + opposite) / 2 : opposite;
  }

  private double middle(int pair) {
    return (shape.firstMm(pair) + shape.secondMm(pair)) / 2;
  }

  /** The end of the beamlets under a pair. */
  private double border(int pair, boolean lower) {
    LeafRaster raster = shape.raster();
    BeamletGrid grid = raster.beamlets();
    int first = grid.nx();
    int end = 0;
    for (int row = raster.firstRow(pair); row < raster.endRow(pair); row++) {
      if (grid.firstColumn(row) >= 0) {
        first = Math.min(first, grid.firstColumn(row));
        end = Math.max(end, grid.endColumn(row));
      }
    }
    return lower ? raster.borderMm(first) : raster.borderMm(end);
  }
}
