package org.breathline.core.field;

import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;

/**
 * One displacement field after another, and fields on other grids. Slices are made in parallel; the
 * results do not depend on the number of threads.
 */
public final class Composition {

  private Composition() {}

  /**
   * The field from image 1 to image 3 by way of image 2: {@code u13(x) = u12(x) + u23(x + u12(x))}.
   *
   * @param first u12, from image 1 to image 2
   * @param second u23, from image 2 to image 3, on any grid
   * @return on the grid of the first
   */
  public static DisplacementField of(DisplacementField first, DisplacementField second) {
    Grid grid = first.grid();
    var composed = new DisplacementField(grid);
    var toSecond = new IndexMap(grid, second.grid());
    Vector3 step = toSecond.column();
    IntStream.range(0, grid.nz())
        .parallel()
        .forEach(k -> {
          for (int j = 0; j < grid.ny(); j++) {
            Vector3 start = toSecond.rowStart(j, k);
            for (int i = 0; i < grid.nx(); i++) {
              int at = grid.offset(i, j, k);
              float x = first.x()[at];
              float y = first.y()[at];
              float z = first.z()[at];
              FieldCell cell =
                  second.cell(
                      start.x() + i * step.x() + toSecond.di(x, y, z),
                      start.y() + i * step.y() + toSecond.dj(x, y, z),
                      start.z() + i * step.z() + toSecond.dk(x, y, z));
              composed.x()[at] = (float) (x + cell.in(second.x()));
              composed.y()[at] = (float) (y + cell.in(second.y()));
              composed.z()[at] = (float) (z + cell.in(second.z()));
            }
          }
        });
    return composed;
  }

  /** A field on another grid, trilinear between its centres and continued beyond them. */
  public static DisplacementField resampled(DisplacementField field, Grid grid) {
    return of(new DisplacementField(grid), field);
  }
}
