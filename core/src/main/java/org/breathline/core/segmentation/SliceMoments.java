package org.breathline.core.segmentation;

import java.util.function.IntPredicate;
import org.breathline.core.geometry.Grid;
import org.breathline.core.structure.RunLengthMask;

/**
 * The size, the centre and the spread of voxels of one slice.
 *
 * @param count voxels
 * @param i mean column; NaN where there are none
 * @param j mean row; NaN where there are none
 * @param spreadI standard deviation along rows, in columns, that of the pixels' own width included
 * @param spreadJ standard deviation along columns, in rows, likewise
 */
record SliceMoments(long count, double i, double j, double spreadI, double spreadJ) {

  /** A rectangle of twice the length of its width is not round. */
  private static final double MOST_ELONGATION = 2.2;

  static SliceMoments of(RunLengthMask mask, int slice) {
    return of(mask, slice, run -> true);
  }

  static SliceMoments of(RunLengthMask mask, int slice, IntPredicate accepted) {
    int ny = mask.grid().ny();
    double n = 0;
    double sumI = 0;
    double sumJ = 0;
    double squareI = 0;
    double squareJ = 0;
    for (int j = 0; j < ny; j++) {
      int row = slice * ny + j;
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        if (accepted.test(run)) {
          double length = mask.length(run);
          double middle = 0.5 * (mask.start(run) + mask.end(run) - 1);
          n += length;
          sumI += length * middle;
          sumJ += length * j;
          squareI += length * (middle * middle + (length * length - 1) / 12);
          squareJ += length * (double) j * j;
        }
      }
    }
    double i = sumI / n;
    double j = sumJ / n;
    return new SliceMoments(
        (long) n,
        i,
        j,
        Math.sqrt(Math.max(0, squareI / n - i * i) + 1 / 12.0),
        Math.sqrt(Math.max(0, squareJ / n - j * j) + 1 / 12.0));
  }

  /** Whether it is about as wide as it is deep and fills most of its circle. */
  boolean isRound(Grid grid) {
    double wide = spreadI * grid.spacing().x();
    double deep = spreadJ * grid.spacing().y();
    double area = count * grid.spacing().x() * grid.spacing().y();
    // An ellipse has the area 4 pi times the product of its standard deviations.
    double filling = area / (4 * Math.PI * wide * deep);
    return wide < MOST_ELONGATION * deep && deep < MOST_ELONGATION * wide && filling > 0.7;
  }
}
