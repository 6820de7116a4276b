package org.breathline.core.field;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;

/**
 * Where points given by a voxel index of one grid, and moved by some millimetres, lie by the
 * fractional voxel index of another. It is affine: what a step of the index and a millimetre make
 * is worked out once.
 */
final class IndexMap {

  private final Vector3 first;
  private final Vector3 column;
  private final Vector3 row;
  private final Vector3 slice;
  private final Vector3 left;
  private final Vector3 posterior;
  private final Vector3 superior;

  IndexMap(Grid from, Grid to) {
    this.first = to.index(from.origin());
    this.column = to.index(from.point(1, 0, 0)).minus(first);
    this.row = to.index(from.point(0, 1, 0)).minus(first);
    this.slice = to.index(from.point(0, 0, 1)).minus(first);
    this.left = to.index(to.origin().plus(new Vector3(1, 0, 0)));
    this.posterior = to.index(to.origin().plus(new Vector3(0, 1, 0)));
    this.superior = to.index(to.origin().plus(new Vector3(0, 0, 1)));
  }

  /** Where the first voxel of a row lies. */
  Vector3 rowStart(int j, int k) {
    return first.plus(row.times(j)).plus(slice.times(k));
  }

  /** A step from one voxel of a row to the next. */
  Vector3 column() {
    return column;
  }

  /** The change of the index i by a displacement in mm. */
  double di(double x, double y, double z) {
    return x * left.x() + y * posterior.x() + z * superior.x();
  }

  /** The change of the index j by a displacement in mm. */
  double dj(double x, double y, double z) {
    return x * left.y() + y * posterior.y() + z * superior.y();
  }

  /** The change of the index k by a displacement in mm. */
  double dk(double x, double y, double z) {
    return x * left.z() + y * posterior.z() + z * superior.z();
  }
}
