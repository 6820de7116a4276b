package org.breathline.core.field;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.RigidTransform;
import org.breathline.core.geometry.Vector3;

/**
 * A displacement field u on a grid: the point x of the reference image is found at x + u(x) in the
 * other image. Between voxel centres it is interpolated trilinearly; beyond the outermost ones it
 * is continued as it is there. Components are in patient space (LPS) and millimetres, whatever the
 * grid's orientation. Owns its arrays.
 */
public final class DisplacementField {

  private final Grid grid;
  private final float[] x;
  private final float[] y;
  private final float[] z;

  /**
   * Wraps arrays without copying them.
   *
   * @param grid of the reference image
   * @param x components to the left, mm, x fastest
   * @param y components to posterior, mm
   * @param z components to superior, mm
   * @throws IllegalArgumentException if an array's length is not the grid's size
   */
  public DisplacementField(Grid grid, float[] x, float[] y, float[] z) {
    if (x.length != grid.size() || y.length != grid.size() || z.length != grid.size()) {
      throw new IllegalArgumentException(
          "%d, %d and %d components for a grid of %d voxels"
              .formatted(x.length, y.length, z.length, grid.size()));
    }
    this.grid = grid;
    this.x = x;
    this.y = y;
    this.z = z;
  }

  /** The field of no motion. */
  public DisplacementField(Grid grid) {
    this(grid, new float[grid.size()], new float[grid.size()], new float[grid.size()]);
  }

  /** The field of a rigid motion. */
  public static DisplacementField of(Grid grid, RigidTransform transform) {
    var field = new DisplacementField(grid);
    for (int at = 0; at < grid.size(); at++) {
      Vector3 point = grid.point(at);
      Vector3 u = transform.apply(point).minus(point);
      field.x[at] = (float) u.x();
      field.y[at] = (float) u.y();
      field.z[at] = (float) u.z();
    }
    return field;
  }

  /** Where the displacements are known, in the reference image. */
  public Grid grid() {
    return grid;
  }

  /** Components to the left, mm; a change in the array is a change of the field. */
  public float[] x() {
    return x;
  }

  /** Components to posterior, mm; a change in the array is a change of the field. */
  public float[] y() {
    return y;
  }

  /** Components to superior, mm; a change in the array is a change of the field. */
  public float[] z() {
    return z;
  }

  /** The displacement at a voxel's centre, by memory offset, mm. */
  public Vector3 at(int offset) {
    return new Vector3(x[offset], y[offset], z[offset]);
  }

  /** The displacement at a point of the reference image, mm. */
  public Vector3 at(Vector3 point) {
    Vector3 index = grid.index(point);
    FieldCell cell = cell(index.x(), index.y(), index.z());
    return new Vector3(cell.in(x), cell.in(y), cell.in(z));
  }

  /** The cell in which a fractional voxel index of its grid lies. */
  FieldCell cell(double i, double j, double k) {
    return FieldCell.of(grid, i, j, k);
  }

  /** Where a point of the reference image is found in the other image. */
  public Vector3 map(Vector3 point) {
    return point.plus(at(point));
  }
}
