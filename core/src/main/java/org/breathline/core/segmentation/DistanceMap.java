package org.breathline.core.segmentation;

import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;

/**
 * Distances to a set of voxels, from centre to centre: exact, by three passes of lower envelopes of
 * parabolas (Felzenszwalb and Huttenlocher, Theory of Computing 8, 2012), in millimetres on grids
 * of any spacing.
 */
final class DistanceMap {

  private DistanceMap() {}

  /**
   * The squared distance of every voxel's centre from the nearest centre of a voxel that is {@code
   * wanted}, mm^2; 0 on such voxels, {@link Float#MAX_VALUE} if there is none.
   */
  static float[] squaredTo(DenseMask mask, boolean wanted) {
    Grid grid = mask.grid();
    float[] squares = new float[grid.size()];
    boolean[] values = mask.values();
    IntStream.range(0, grid.ny() * grid.nz())
        .parallel()
        .forEach(row -> alongRow(values, wanted, row * grid.nx(), grid, squares));
    int slice = grid.sliceSize();
    IntStream.range(0, grid.nz())
        .parallel()
        .forEach(k -> {
          var envelope = new Envelope(grid.ny(), grid.spacing().y());
          for (int i = 0; i < grid.nx(); i++) {
            envelope.apply(squares, k * slice + i, grid.nx());
          }
        });
    IntStream.range(0, grid.ny())
        .parallel()
        .forEach(j -> {
          var envelope = new Envelope(grid.nz(), grid.spacing().z());
          for (int i = 0; i < grid.nx(); i++) {
            envelope.apply(squares, j * grid.nx() + i, slice);
          }
        });
    return squares;
  }

  private static void alongRow(
      boolean[] values, boolean wanted, int from, Grid grid, float[] squares) {
    int nx = grid.nx();
    double spacing = grid.spacing().x();
    int last = -1;
    for (int i = 0; i < nx; i++) {
      last = values[from + i] == wanted ? i : last;
      double distance = (i - last) * spacing;
      squares[from + i] = last < 0 ? Float.MAX_VALUE : (float) (distance * distance);
    }
    last = -1;
    for (int i = nx - 1; i >= 0; i--) {
      last = values[from + i] == wanted ? i : last;
      if (last >= 0) {
        double distance = (last - i) * spacing;
        squares[from + i] = Math.min(squares[from + i], (float) (distance * distance));
      }
    }
  }

  /** One line of values, each the height of a parabola's vertex. */
  private static final class Envelope {

    private final double spacing;
    private final float[] heights;
    private final int[] vertices;
    private final double[] borders;

    Envelope(int length, double spacing) {
      this.spacing = spacing;
      this.heights = new float[length];
      this.vertices = new int[length];
      this.borders = new double[length + 1];
    }

    void apply(float[] squares, int from, int step) {
      int count = 0;
      for (int i = 0; i < heights.length; i++) {
        heights[i] = squares[from + i * step];
        if (heights[i] == Float.MAX_VALUE) {
          continue;
        }
        double border = Double.NEGATIVE_INFINITY;
        while (count > 0) {
          border = crossing(vertices[count - 1], i);
          if (border > borders[count - 1]) {
            break;
          }
          count--;
          border = Double.NEGATIVE_INFINITY;
        }
        vertices[count] = i;
        borders[count] = border;
        count++;
      }
      if (count == 0) {
        return;
      }
      borders[count] = Double.POSITIVE_INFINITY;
      int at = 0;
      for (int i = 0; i < heights.length; i++) {
        while (borders[at + 1] < i) {
          at++;
        }
        double distance = (i - vertices[at]) * spacing;
        squares[from + i * step] = (float) (distance * distance + heights[vertices[at]]);
      }
    }

    /** Where the parabola of a later vertex comes below that of an earlier one, in voxels. */
    private double crossing(int earlier, int later) {
      double unit = spacing * spacing;
      double rise = (double) heights[later] - heights[earlier];
      return 0.5 * (earlier + later) + rise / (2 * unit * (later - earlier));
    }
  }
}
