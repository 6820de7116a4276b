package org.breathline.core.registration;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;

/** Isotropic grids for the levels of a registration. */
final class LevelGrids {

  /** Breathing moves nothing farther than this. */
  private static final double FARTHEST_MM = 80;

  private LevelGrids() {}

  /** The grid with a given spacing and axes that covers another one. */
  static Grid around(Grid covered, Orientation axes, double spacingMm) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (int corner = 0; corner < 8; corner++) {
      Vector3 point =
          covered.point(
              (corner & 1) * (covered.nx() - 1),
              ((corner >> 1) & 1) * (covered.ny() - 1),
              (corner >> 2) * (covered.nz() - 1));
      double[] along = {point.dot(axes.row()), point.dot(axes.column()), point.dot(axes.normal())};
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], along[axis]);
        high[axis] = Math.max(high[axis], along[axis]);
      }
    }
    Vector3 origin =
        axes.row()
            .times(low[0])
            .plus(axes.column().times(low[1]))
            .plus(axes.normal().times(low[2]));
    return new Grid(
        samples(high[0] - low[0], spacingMm),
        samples(high[1] - low[1], spacingMm),
        samples(high[2] - low[2], spacingMm),
        origin,
        new Vector3(spacingMm, spacingMm, spacingMm),
        axes);
  }

  /** The part of a grid from one voxel to another, both included, at another spacing. */
  static Grid part(Grid grid, int[] low, int[] high, double spacingMm) {
    Vector3 s = grid.spacing();
    return new Grid(
        samples((high[0] - low[0]) * s.x(), spacingMm),
        samples((high[1] - low[1]) * s.y(), spacingMm),
        samples((high[2] - low[2]) * s.z(), spacingMm),
        grid.point(low[0], low[1], low[2]),
        new Vector3(spacingMm, spacingMm, spacingMm),
        grid.orientation());
  }

  /**
   * A grid that goes on beyond a level's, by whole voxels, as far as another volume reaches but not
   * farther than any tissue moves. Sampled at the same places, the same tissue looks the same.
   */
  static Grid beyond(Grid level, Grid volume) {
    double spacing = level.spacing().x();
    Grid covered = around(volume, level.orientation(), spacing);
    Vector3 low = level.index(covered.origin());
    double farthest = FARTHEST_MM / spacing;
    int[] first = {begin(low.x(), farthest), begin(low.y(), farthest), begin(low.z(), farthest)};
    return new Grid(
        sized(first[0], low.x() + covered.nx(), level.nx() - 1 + farthest),
        sized(first[1], low.y() + covered.ny(), level.ny() - 1 + farthest),
        sized(first[2], low.z() + covered.nz(), level.nz() - 1 + farthest),
        level.point(first[0], first[1], first[2]),
        level.spacing(),
        level.orientation());
  }

  private static int begin(double covered, double farthest) {
    return (int) Math.floor(Math.max(covered, -farthest) + 1e-6);
  }

  private static int sized(int first, double covered, double farthest) {
    return Math.max(2, (int) Math.ceil(Math.min(covered, farthest) - 1e-6) - first + 1);
  }

  private static int samples(double lengthMm, double spacingMm) {
    return Math.max(2, (int) (lengthMm / spacingMm + 1e-6) + 1);
  }
}
