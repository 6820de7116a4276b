package org.breathline.core.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the nearest tube quickly: space is cut into cells, and each cell knows the tubes that come
 * within reach of it.
 */
final class TubeIndex {

  /** A tube whose surface is farther away than this is not found, mm. */
  static final double REACH_MM = 2.5;

  private static final double CELL_MM = 6;

  private final Tube[] tubes;
  private final double lowX;
  private final double lowY;
  private final double lowZ;
  private final int nx;
  private final int ny;
  private final int nz;
  private final int[] starts;
  private final int[] members;

  TubeIndex(List<Tube> list) {
    tubes = list.toArray(Tube[]::new);
    double[] low = {1e9, 1e9, 1e9};
    double[] high = {-1e9, -1e9, -1e9};
    for (Tube tube : tubes) {
      double reach = Math.max(tube.fromRadiusMm(), tube.toRadiusMm()) + REACH_MM;
      double[][] ends = {
        {tube.from().x(), tube.from().y(), tube.from().z()},
        {tube.to().x(), tube.to().y(), tube.to().z()}
      };
      for (double[] end : ends) {
        for (int axis = 0; axis < 3; axis++) {
          low[axis] = Math.min(low[axis], end[axis] - reach);
          high[axis] = Math.max(high[axis], end[axis] + reach);
        }
      }
    }
    lowX = low[0];
    lowY = low[1];
    lowZ = low[2];
    nx = tubes.length == 0 ? 0 : (int) ((high[0] - lowX) / CELL_MM) + 1;
    ny = tubes.length == 0 ? 0 : (int) ((high[1] - lowY) / CELL_MM) + 1;
    nz = tubes.length == 0 ? 0 : (int) ((high[2] - lowZ) / CELL_MM) + 1;
    List<List<Integer>> cells = new ArrayList<>(nx * ny * nz);
    for (int c = 0; c < nx * ny * nz; c++) {
      cells.add(List.of());
    }
    for (int t = 0; t < tubes.length; t++) {
      enter(t, cells);
    }
    starts = new int[cells.size() + 1];
    for (int c = 0; c < cells.size(); c++) {
      starts[c + 1] = starts[c] + cells.get(c).size();
    }
    members = cells.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
  }

  private void enter(int number, List<List<Integer>> cells) {
    Tube tube = tubes[number];
    double reach = Math.max(tube.fromRadiusMm(), tube.toRadiusMm()) + REACH_MM;
    double halfDiagonal = 0.5 * Math.sqrt(3) * CELL_MM;
    int i0 = (int) ((Math.min(tube.from().x(), tube.to().x()) - reach - lowX) / CELL_MM);
    int i1 = (int) ((Math.max(tube.from().x(), tube.to().x()) + reach - lowX) / CELL_MM);
    int j0 = (int) ((Math.min(tube.from().y(), tube.to().y()) - reach - lowY) / CELL_MM);
    int j1 = (int) ((Math.max(tube.from().y(), tube.to().y()) + reach - lowY) / CELL_MM);
    int k0 = (int) ((Math.min(tube.from().z(), tube.to().z()) - reach - lowZ) / CELL_MM);
    int k1 = (int) ((Math.max(tube.from().z(), tube.to().z()) + reach - lowZ) / CELL_MM);
    for (int k = k0; k <= Math.min(k1, nz - 1); k++) {
      for (int j = j0; j <= Math.min(j1, ny - 1); j++) {
        for (int i = i0; i <= Math.min(i1, nx - 1); i++) {
          double x = lowX + (i + 0.5) * CELL_MM;
          double y = lowY + (j + 0.5) * CELL_MM;
          double z = lowZ + (k + 0.5) * CELL_MM;
          if (tube.distance(x, y, z) <= halfDiagonal + REACH_MM) {
            int cell = (k * ny + j) * nx + i;
            List<Integer> grown = new ArrayList<>(cells.get(cell));
            grown.add(number);
            cells.set(cell, grown);
          }
        }
      }
    }
  }

  /** The number of the tube whose surface is nearest, within {@link #REACH_MM}; -1 for none. */
  int nearest(double x, double y, double z) {
    double fx = (x - lowX) / CELL_MM;
    double fy = (y - lowY) / CELL_MM;
    double fz = (z - lowZ) / CELL_MM;
    if (!(fx >= 0 && fx < nx && fy >= 0 && fy < ny && fz >= 0 && fz < nz)) {
      return -1;
    }
    int i = (int) fx;
    int j = (int) fy;
    int k = (int) fz;
    int cell = (k * ny + j) * nx + i;
    int best = -1;
    double bestDistance = REACH_MM;
    for (int m = starts[cell]; m < starts[cell + 1]; m++) {
      double distance = tubes[members[m]].distance(x, y, z);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = members[m];
      }
    }
    return best;
  }

  Tube tube(int number) {
    return tubes[number];
  }
}
