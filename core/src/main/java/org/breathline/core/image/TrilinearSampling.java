package org.breathline.core.image;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;

/**
 * A volume between its voxel centres: trilinear, as its outermost voxels half a voxel beyond their
 * centres, and a stated value outside. Immutable; may be used by many threads.
 */
public final class TrilinearSampling {

  private static final double HALF_VOXEL = 0.5;

  private final Volume volume;
  private final Grid grid;
  private final float outside;

  /**
   * Prepares to sample.
   *
   * @param outside the value outside the volume, in its unit
   */
  public TrilinearSampling(Volume volume, float outside) {
    this.volume = volume;
    this.grid = volume.grid();
    this.outside = outside;
  }

  /** The value at a point, LPS mm. */
  public float at(Vector3 point) {
    Vector3 index = grid.index(point);
    return atIndex(index.x(), index.y(), index.z());
  }

  /** The value at a fractional voxel index; outside where an index is no number. */
  public float atIndex(double i, double j, double k) {
    if (!(inside(i, grid.nx()) && inside(j, grid.ny()) && inside(k, grid.nz()))) {
      return outside;
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
    float a = (float) (x - i0);
    float b = (float) (y - j0);
    float c = (float) (z - k0);
    return between(inPlane(corner, right, down, a, b), inPlane(corner + up, right, down, a, b), c);
  }

  private static boolean inside(double index, int size) {
    return index >= -HALF_VOXEL && index <= size - HALF_VOXEL;
  }

  private float inPlane(int corner, int right, int down, float a, float b) {
    return between(
        between(volume.at(corner), volume.at(corner + right), a),
        between(volume.at(corner + down), volume.at(corner + down + right), a),
        b);
  }

  private static float between(float from, float to, float share) {
    return from + share * (to - from);
  }
}
