package org.breathline.core.field;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;

/**
 * The displacements at the voxel centres of one row of a grid after another; the field may lie on
 * another grid, between whose centres it is trilinear. For one thread.
 */
final class FieldRow {

  private final DisplacementField field;
  private final Grid grid;
  private final boolean same;
  private final IndexMap toField;
  private final float[] x;
  private final float[] y;
  private final float[] z;

  FieldRow(DisplacementField field, Grid grid) {
    this.field = field;
    this.grid = grid;
    this.same = field.grid().equals(grid);
    this.toField = new IndexMap(grid, field.grid());
    this.x = new float[grid.nx()];
    this.y = new float[grid.nx()];
    this.z = new float[grid.nx()];
  }

  /** Goes to a row. */
  void read(int j, int k) {
    if (same) {
      int from = grid.offset(0, j, k);
      System.arraycopy(field.x(), from, x, 0, grid.nx());
      System.arraycopy(field.y(), from, y, 0, grid.nx());
      System.arraycopy(field.z(), from, z, 0, grid.nx());
      return;
    }
    Vector3 start = toField.rowStart(j, k);
    Vector3 step = toField.column();
    for (int i = 0; i < grid.nx(); i++) {
      var cell =
          field.cell(start.x() + i * step.x(), start.y() + i * step.y(), start.z() + i * step.z());
      x[i] = (float) cell.in(field.x());
      y[i] = (float) cell.in(field.y());
      z[i] = (float) cell.in(field.z());
    }
  }

  /** The component to the left, mm. */
  float x(int i) {
    return x[i];
  }

  /** The component to posterior, mm. */
  float y(int i) {
    return y[i];
  }

  /** The component to superior, mm. */
  float z(int i) {
    return z[i];
  }
}
