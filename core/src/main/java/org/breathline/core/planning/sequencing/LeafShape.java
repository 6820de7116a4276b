package org.breathline.core.planning.sequencing;

import java.util.Arrays;
import org.breathline.core.planning.beam.BeamletGrid;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.Jaws;
import org.breathline.core.treatment.LeafPositions;
import org.breathline.core.treatment.MultileafCollimator;

/** Where the leaf pairs of a {@link LeafRaster} stand during a segment. Immutable. */
public final class LeafShape {

  /** How far behind the jaw's edge the tips of shut pairs meet, mm: their gap leaks. */
  private static final double BEHIND_JAW_MM = 10;

  private final LeafRaster raster;
  private final double[] firstMm;
  private final double[] secondMm;

  /**
   * A shape.
   *
   * @param firstMm by pair of the raster, the tip of the first bank's leaf, mm; copied
   * @param secondMm that of the second bank's, the same where the pair is shut; copied
   */
  public LeafShape(LeafRaster raster, double[] firstMm, double[] secondMm) {
    this.raster = raster;
    this.firstMm = firstMm.clone();
    this.secondMm = secondMm.clone();
  }

  /** The pairs that stand so. */
  public LeafRaster raster() {
    return raster;
  }

  /** The tip of the first bank's leaf of a pair of the raster, mm. */
  public double firstMm(int pair) {
    return firstMm[pair];
  }

  /** The tip of the second bank's leaf of a pair of the raster, mm. */
  public double secondMm(int pair) {
    return secondMm[pair];
  }

  /** Whether a pair of the raster is open. */
  public boolean isOpen(int pair) {
    return secondMm[pair] > firstMm[pair];
  }

  /** The open area, mm2. */
  public double areaMm2() {
    double sum = 0;
    MultileafCollimator collimator = raster.collimator();
    for (int pair = 0; pair < firstMm.length; pair++) {
      int own = raster.pairOfCollimator(pair);
      sum += (secondMm[pair] - firstMm[pair]) * (collimator.upperMm(own) - collimator.lowerMm(own));
    }
    return sum;
  }

  /**
   * Adds a multiple of what is open of every beamlet, 0 to 1.
   *
   * @param fluence of all beams' beamlets
   * @param offset where this beam's begin
   */
  public void addTo(double[] fluence, int offset, double factor) {
    BeamletGrid grid = raster.beamlets();
    for (int pair = 0; pair < firstMm.length; pair++) {
      if (isOpen(pair)) {
        for (int row = raster.firstRow(pair); row < raster.endRow(pair); row++) {
          double share = factor * raster.share(pair, row);
          for (int column = grid.firstColumn(row); column < grid.endColumn(row); column++) {
            double open =
                Math.min(secondMm[pair], raster.borderMm(column + 1))
                    - Math.max(firstMm[pair], raster.borderMm(column));
            int beamlet = grid.beamletAt(column, row);
            if (open > 0 && beamlet >= 0) {
              fluence[offset + beamlet] += share * open / grid.spacingMm();
            }
          }
        }
      }
    }
  }

  /** The jaws around what is open. */
  public Jaws jaws() {
    double x1 = Double.POSITIVE_INFINITY;
    double x2 = Double.NEGATIVE_INFINITY;
    double y1 = Double.POSITIVE_INFINITY;
    double y2 = Double.NEGATIVE_INFINITY;
    for (int pair = 0; pair < firstMm.length; pair++) {
      if (isOpen(pair)) {
        int own = raster.pairOfCollimator(pair);
        x1 = Math.min(x1, firstMm[pair]);
        x2 = Math.max(x2, secondMm[pair]);
        y1 = Math.min(y1, raster.collimator().lowerMm(own));
        y2 = Math.max(y2, raster.collimator().upperMm(own));
      }
    }
    if (x1 > x2) {
      throw new IllegalStateException("no pair is open");
    }
    return new Jaws(x1, x2, y1, y2);
  }

  /**
   * The aperture of the whole collimator.
   *
   * @param jaws where the jaws stand
   * @param parksShut whether shut pairs go behind the nearer jaw; else they stay where they are
   *     said to stand
   */
  public Aperture aperture(Jaws jaws, boolean parksShut) {
    MultileafCollimator collimator = raster.collimator();
    double[] first = new double[collimator.pairs()];
    double[] second = new double[collimator.pairs()];
    Arrays.fill(first, jaws.x1Mm() - BEHIND_JAW_MM);
    Arrays.fill(second, jaws.x1Mm() - BEHIND_JAW_MM);
    for (int pair = 0; pair < firstMm.length; pair++) {
      int own = raster.pairOfCollimator(pair);
      boolean shut = !isOpen(pair) && parksShut;
      boolean right = firstMm[pair] > (jaws.x1Mm() + jaws.x2Mm()) / 2;
      double parked = right ? jaws.x2Mm() + BEHIND_JAW_MM : jaws.x1Mm() - BEHIND_JAW_MM;
      first[own] = shut ? parked : firstMm[pair];
      second[own] = shut ? parked : secondMm[pair];
    }
    return Aperture.of(jaws, new LeafPositions(collimator, first, second));
  }
}
