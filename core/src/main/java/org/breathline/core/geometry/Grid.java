package org.breathline.core.geometry;

/**
 * A regular sampling grid in patient space. Voxel (i, j, k) is centred at {@code origin + i * dx *
 * row + j * dy * column + k * dz * normal}; i runs fastest in memory, so that voxel (i, j, k) is at
 * offset {@code (k * ny + j) * nx + i}.
 *
 * @param nx voxels along the row direction, at least 1
 * @param ny voxels along the column direction, at least 1
 * @param nz slices, at least 1
 * @param origin centre of voxel (0, 0, 0), mm
 * @param spacing distances between voxel centres along row, column and normal, mm, all above 0
 * @param orientation the axes
 */
public record Grid(
    int nx, int ny, int nz, Vector3 origin, Vector3 spacing, Orientation orientation) {

  /** Checks sizes and spacings; throws {@link IllegalArgumentException} in words. */
  public Grid {
    if (nx < 1 || ny < 1 || nz < 1) {
      throw new IllegalArgumentException(
          "a grid needs at least one voxel a side, not %d x %d x %d".formatted(nx, ny, nz));
    }
    if (!(spacing.x() > 0 && spacing.y() > 0 && spacing.z() > 0)) {
      throw new IllegalArgumentException("voxel spacings must be above 0 mm: " + spacing);
    }
    if ((long) nx * ny * nz > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "%d x %d x %d voxels do not fit one array".formatted(nx, ny, nz));
    }
  }

  /**
   * A grid with more points between the same outermost voxel centres: the centres of this one are
   * centres of that one too.
   *
   * @param alongI in how many steps from voxel to voxel, at least 1
   * @param alongJ the same along columns
   * @param alongK the same from slice to slice
   * @throws IllegalArgumentException if it has too many voxels for an array
   */
  public Grid refined(int alongI, int alongJ, int alongK) {
    return new Grid(
        Math.addExact(Math.multiplyExact(nx - 1, alongI), 1),
        Math.addExact(Math.multiplyExact(ny - 1, alongJ), 1),
        Math.addExact(Math.multiplyExact(nz - 1, alongK), 1),
        origin,
        new Vector3(spacing.x() / alongI, spacing.y() / alongJ, spacing.z() / alongK),
        orientation);
  }

  /** The number of voxels. */
  public int size() {
    return nx * ny * nz;
  }

  /** The number of voxels in a slice. */
  public int sliceSize() {
    return nx * ny;
  }

  /** The memory offset of a voxel. */
  public int offset(int i, int j, int k) {
    return (k * ny + j) * nx + i;
  }

  /** The volume of one voxel in cubic millimetres. */
  public double voxelVolumeMm3() {
    return spacing.x() * spacing.y() * spacing.z();
  }

  /** The point in patient space of a (fractional) voxel index. */
  public Vector3 point(double i, double j, double k) {
    return origin
        .plus(orientation.row().times(i * spacing.x()))
        .plus(orientation.column().times(j * spacing.y()))
        .plus(orientation.normal().times(k * spacing.z()));
  }

  /** The centre of the voxel at a memory offset. */
  public Vector3 point(int offset) {
    int j = offset / nx % ny;
    int k = offset / sliceSize();
    return point(offset % nx, j, k);
  }

  /** The fractional voxel index of a point in patient space, in the order i, j, k. */
  public Vector3 index(Vector3 point) {
    Vector3 fromOrigin = point.minus(origin);
    return new Vector3(
        fromOrigin.dot(orientation.row()) / spacing.x(),
        fromOrigin.dot(orientation.column()) / spacing.y(),
        fromOrigin.dot(orientation.normal()) / spacing.z());
  }
}
