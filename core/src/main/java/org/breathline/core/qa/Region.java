package org.breathline.core.qa;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;

/** A box of voxels, each range from its first index to below its second. */
record Region(int i0, int i1, int j0, int j1, int k0, int k1) {

  /** The voxels within a distance of a point along every axis of the grid; may be empty. */
  static Region around(Grid grid, Vector3 point, double withinMm) {
    Vector3 at = grid.index(point);
    return new Region(
        first(at.x(), withinMm / grid.spacing().x()),
        last(at.x(), withinMm / grid.spacing().x(), grid.nx()),
        first(at.y(), withinMm / grid.spacing().y()),
        last(at.y(), withinMm / grid.spacing().y(), grid.ny()),
        first(at.z(), withinMm / grid.spacing().z()),
        last(at.z(), withinMm / grid.spacing().z(), grid.nz()));
  }

  /** Whether it holds no voxel. */
  boolean isEmpty() {
    return i0 >= i1 || j0 >= j1 || k0 >= k1;
  }

  private static int first(double at, double within) {
    return (int) Math.max(0, Math.ceil(at - within));
  }

  private static int last(double at, double within, int size) {
    return (int) Math.min(size, Math.floor(at + within) + 1);
  }
}
