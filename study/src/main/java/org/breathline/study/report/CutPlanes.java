package org.breathline.study.report;

import java.util.Arrays;
import org.breathline.core.geometry.Grid;

/**
 * Where a volume is cut.
 *
 * @param column the column index that the sagittal cut runs through
 * @param row the row index that the coronal cut runs through
 */
public record CutPlanes(int column, int row) {

  /** Connected air below this, inside the body, is lung (or an airway). */
  private static final short AIR_HU = -400;

  /** Less air than this share of a slice is bowel gas or an airway, not a lung. */
  private static final double LEAST_LUNG = 0.005;

  /** Through the middle of the grid. */
  public static CutPlanes middle(Grid grid) {
    return new CutPlanes(grid.nx() / 2, grid.ny() / 2);
  }

  /**
   * Through the lungs: the coronal cut through the middle of both from front to back, the sagittal
   * cut through the middle of the larger one, whose dome of the diaphragm moves most. Through the
   * middle of the grid where a slice shows no lung.
   *
   * @param slice the Hounsfield units of a slice half way through the chest, rows one after another
   */
  public static CutPlanes throughLungs(Grid grid, short[] slice) {
    boolean[] inner = innerAir(grid.nx(), grid.ny(), slice);
    int half = middleColumnOfBody(grid, slice);
    int[] before = new int[grid.nx()];
    int[] rows = new int[grid.ny()];
    int left = 0;
    int all = 0;
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        if (inner[j * grid.nx() + i]) {
          before[i]++;
          rows[j]++;
          all++;
          left += i < half ? 1 : 0;
        }
      }
    }
    if (all < LEAST_LUNG * slice.length) {
      return middle(grid);
    }
    int[] larger =
        2 * left >= all
            ? Arrays.copyOfRange(before, 0, half)
            : Arrays.copyOfRange(before, half, before.length);
    int column = (2 * left >= all ? 0 : half) + median(larger);
    return new CutPlanes(column, median(rows));
  }

  private static int middleColumnOfBody(Grid grid, short[] slice) {
    int[] tissue = new int[grid.nx()];
    for (int offset = 0; offset < slice.length; offset++) {
      tissue[offset % grid.nx()] += slice[offset] >= AIR_HU ? 1 : 0;
    }
    return median(tissue);
  }

  /** Air that does not reach the edge of the slice. */
  private static boolean[] innerAir(int nx, int ny, short[] slice) {
    boolean[] air = new boolean[slice.length];
    for (int i = 0; i < slice.length; i++) {
      air[i] = slice[i] < AIR_HU;
    }
    int[] queue = new int[slice.length];
    int filled = 0;
    for (int i = 0; i < slice.length; i++) {
      int x = i % nx;
      int y = i / nx;
      if ((x == 0 || y == 0 || x == nx - 1 || y == ny - 1) && air[i]) {
        air[i] = false;
        queue[filled++] = i;
      }
    }
    for (int next = 0; next < filled; next++) {
      int x = queue[next] % nx;
      int[] neighbours = {
        x > 0 ? queue[next] - 1 : -1,
        x < nx - 1 ? queue[next] + 1 : -1,
        queue[next] - nx,
        queue[next] + nx
      };
      for (int neighbour : neighbours) {
        if (neighbour >= 0 && neighbour < slice.length && air[neighbour]) {
          air[neighbour] = false;
          queue[filled++] = neighbour;
        }
      }
    }
    return air;
  }

  /** The index at which half of the counts lie before. */
  private static int median(int[] counts) {
    long all = Arrays.stream(counts).asLongStream().sum();
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      if (2 * sum >= all) {
        return i;
      }
    }
    return counts.length / 2;
  }
}
