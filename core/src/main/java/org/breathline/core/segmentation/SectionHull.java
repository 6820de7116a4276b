package org.breathline.core.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.geometry.Grid;

/** The convex hull of sets of voxels within one slice, as a range of columns for each row. */
final class SectionHull {

  private final double[] first;
  private final double[] last;

  private SectionHull(int rows) {
    first = new double[rows];
    last = new double[rows];
    Arrays.fill(first, Double.POSITIVE_INFINITY);
    Arrays.fill(last, Double.NEGATIVE_INFINITY);
  }

  /** A voxel's place in a slice. */
  private record Corner(int i, int j) {}

  static SectionHull of(DenseMask one, DenseMask other, int k) {
    Grid grid = one.grid();
    List<Corner> lefts = new ArrayList<>();
    List<Corner> rights = new ArrayList<>();
    for (int j = 0; j < grid.ny(); j++) {
      int low = -1;
      int high = -1;
      for (int i = 0; i < grid.nx(); i++) {
        int at = grid.offset(i, j, k);
        if (one.at(at) || other.at(at)) {
          low = low < 0 ? i : low;
          high = i;
        }
      }
      if (low >= 0) {
        push(lefts, new Corner(low, j), -1);
        push(rights, new Corner(high, j), 1);
      }
    }
    var hull = new SectionHull(grid.ny());
    fill(lefts, hull.first);
    fill(rights, hull.last);
    return hull;
  }

  /** Keeps a chain convex to one side (Andrew, Inf Process Lett 9, 1979). */
  private static void push(List<Corner> chain, Corner next, int side) {
    while (chain.size() > 1 && side * turn(chain, next) >= 0) {
      chain.removeLast();
    }
    chain.add(next);
  }

  private static long turn(List<Corner> chain, Corner next) {
    Corner a = chain.get(chain.size() - 2);
    Corner b = chain.getLast();
    return (long) (next.i() - b.i()) * (b.j() - a.j())
        - (long) (b.i() - a.i()) * (next.j() - b.j());
  }

  private static void fill(List<Corner> chain, double[] rows) {
    for (int n = 0; n + 1 < chain.size(); n++) {
      Corner a = chain.get(n);
      Corner b = chain.get(n + 1);
      for (int j = a.j(); j <= b.j(); j++) {
        double share = (double) (j - a.j()) / (b.j() - a.j());
        rows[j] = a.i() + share * (b.i() - a.i());
      }
    }
  }

  boolean contains(int i, int j) {
    return i >= first[j] && i <= last[j];
  }
}
