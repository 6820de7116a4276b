package org.breathline.core.evaluation;

import org.breathline.core.geometry.Grid;
import org.breathline.core.image.FloatVolume;

/**
 * A dose and its gradient between voxel centres, trilinear; as its outermost voxels half a voxel
 * beyond their centres. A cursor: it holds what the last place looked at has.
 */
final class LocalDose {

  private static final double HALF_VOXEL = 0.5;

  private final Grid grid;
  private final float[] values;
  private double value;
  private double alongI;
  private double alongJ;
  private double alongK;

  LocalDose(FloatVolume dose) {
    this.grid = dose.grid();
    this.values = dose.values();
  }

  /** Looks at a fractional voxel index; false, and nothing is held, beyond the grid. */
  boolean moveTo(double i, double j, double k) {
    if (!(inside(i, grid.nx()) && inside(j, grid.ny()) && inside(k, grid.nz()))) {
      return false;
    }
    double x = Math.clamp(i, 0, grid.nx() - 1);
    double y = Math.clamp(j, 0, grid.ny() - 1);
    double z = Math.clamp(k, 0, grid.nz() - 1);
    int i0 = (int) x;
    int j0 = (int) y;
    int k0 = (int) z;
    int corner = grid.offset(i0, j0, k0);
    int right = i0 + 1 < grid.nx() ? 1 : 0;
    int down = j0 + 1 < grid.ny() ? grid.nx() : 0;
    int up = k0 + 1 < grid.nz() ? grid.sliceSize() : 0;
    double a = x - i0;
    double b = y - j0;
    double c = z - k0;
    double v000 = values[corner];
    double d00 = values[corner + right] - v000;
    double v010 = values[corner + down];
    double d10 = values[corner + down + right] - v010;
    double v001 = values[corner + up];
    double d01 = values[corner + up + right] - v001;
    double v011 = values[corner + up + down];
    double d11 = values[corner + up + down + right] - v011;
    double near = v000 + a * d00;
    double alongNear = v010 + a * d10 - near;
    double far = v001 + a * d01;
    double alongFar = v011 + a * d11 - far;
    double low = near + b * alongNear;
    double high = far + b * alongFar;
    value = low + c * (high - low);
    alongI = (1 - c) * (d00 + b * (d10 - d00)) + c * (d01 + b * (d11 - d01));
    alongJ = alongNear + c * (alongFar - alongNear);
    alongK = high - low;
    return true;
  }

  private static boolean inside(double index, int size) {
    return index >= -HALF_VOXEL && index <= size - HALF_VOXEL;
  }

  /** The dose there. */
  double value() {
    return value;
  }

  /** By how much the dose changes along a way in voxels. */
  double along(double i, double j, double k) {
    return alongI * i + alongJ * j + alongK * k;
  }
}
