package org.breathline.core.field;

import org.breathline.core.geometry.Grid;

/**
 * A place between eight voxel centres of a grid, with the shares of a trilinear interpolation.
 * Places beyond the outermost centres are taken to the nearest one.
 *
 * @param corner the offset of the first of the eight
 * @param right from a corner to the next along x; 0 at the grid's end
 * @param down from a corner to the next along y; 0 at the grid's end
 * @param up from a corner to the next along z; 0 at the grid's end
 * @param a how far along x, 0 to 1
 * @param b how far along y, 0 to 1
 * @param c how far along z, 0 to 1
 */
record FieldCell(int corner, int right, int down, int up, double a, double b, double c) {

  /** The cell of a fractional voxel index. */
  static FieldCell of(Grid grid, double i, double j, double k) {
    double x = Math.clamp(i, 0, grid.nx() - 1);
    double y = Math.clamp(j, 0, grid.ny() - 1);
    double z = Math.clamp(k, 0, grid.nz() - 1);
    int i0 = (int) x;
    int j0 = (int) y;
    int k0 = (int) z;
    return new FieldCell(
        grid.offset(i0, j0, k0),
        i0 + 1 < grid.nx() ? 1 : 0,
        j0 + 1 < grid.ny() ? grid.nx() : 0,
        k0 + 1 < grid.nz() ? grid.sliceSize() : 0,
        x - i0,
        y - j0,
        z - k0);
  }

  /** The interpolated value. */
  double in(float[] values) {
    return (1 - c) * inPlane(values, corner) + c * inPlane(values, corner + up);
  }

  private double inPlane(float[] v, int at) {
    return (1 - b) * ((1 - a) * v[at] + a * v[at + right])
        + b * ((1 - a) * v[at + down] + a * v[at + down + right]);
  }
}
