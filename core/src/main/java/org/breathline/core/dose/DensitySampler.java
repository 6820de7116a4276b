package org.breathline.core.dose;

import org.breathline.core.geometry.Grid;

/**
 * Trilinear samples of quantities of voxels at a place: in the outermost half voxel constant, then
 * nothing.
 */
final class DensitySampler {

  private final int nx;
  private final int ny;
  private final int nz;
  private int at;
  private int right;
  private int back;
  private int up;
  private float fx;
  private float fy;
  private float fz;

  DensitySampler(Grid grid) {
    nx = grid.nx();
    ny = grid.ny();
    nz = grid.nz();
  }

  /** Goes to a fractional voxel index; false if it is outside of all voxels. */
  boolean place(double x, double y, double z) {
    if (!(x >= -0.5 && y >= -0.5 && z >= -0.5 && x <= nx - 0.5 && y <= ny - 0.5 && z <= nz - 0.5)) {
      return false;
    }
    double cx = Math.clamp(x, 0, nx - 1);
    double cy = Math.clamp(y, 0, ny - 1);
    double cz = Math.clamp(z, 0, nz - 1);
    int i = (int) cx;
    int j = (int) cy;
    int k = (int) cz;
    right = i + 1 < nx ? 1 : 0;
    back = j + 1 < ny ? nx : 0;
    up = k + 1 < nz ? nx * ny : 0;
    at = (k * ny + j) * nx + i;
    fx = (float) (cx - i);
    fy = (float) (cy - j);
    fz = (float) (cz - k);
    return true;
  }

  /** The value of a quantity there. */
  float of(float[] values) {
    float low = square(values, at);
    return low + fz * (square(values, at + up) - low);
  }

  private float square(float[] values, int from) {
    float a = values[from] + fx * (values[from + right] - values[from]);
    float b = values[from + back] + fx * (values[from + back + right] - values[from + back]);
    return a + fy * (b - a);
  }
}
