package org.breathline.core.geometry;

/**
 * A box of voxels of a grid, given by where it begins and where it has ended (one beyond its last
 * voxel) along every axis. It may reach beyond the grid: a shape at the grid's border still has an
 * outside all around it.
 */
public record GridBox(int i0, int i1, int j0, int j1, int k0, int k1) {

  /** Checks that it holds at least one voxel. */
  public GridBox {
    if (i0 >= i1 || j0 >= j1 || k0 >= k1) {
      throw new IllegalArgumentException(
          "no voxel in a box of %d to %d, %d to %d, %d to %d".formatted(i0, i1, j0, j1, k0, k1));
    }
  }

  /** All of a grid. */
  public static GridBox all(Grid grid) {
    return new GridBox(0, grid.nx(), 0, grid.ny(), 0, grid.nz());
  }

  /** The box with so many voxels more on both sides of every axis. */
  public GridBox grown(int voxels) {
    return grown(voxels, voxels, voxels);
  }

  /** The box with so many voxels more on both sides along i, j and k. */
  public GridBox grown(int i, int j, int k) {
    return new GridBox(i0 - i, i1 + i, j0 - j, j1 + j, k0 - k, k1 + k);
  }

  /** The smallest box around this and another one. */
  public GridBox around(GridBox other) {
    return new GridBox(
        Math.min(i0, other.i0),
        Math.max(i1, other.i1),
        Math.min(j0, other.j0),
        Math.max(j1, other.j1),
        Math.min(k0, other.k0),
        Math.max(k1, other.k1));
  }

  /** Voxels along i. */
  public int nx() {
    return i1 - i0;
  }

  /** Voxels along j. */
  public int ny() {
    return j1 - j0;
  }

  /** Voxels along k. */
  public int nz() {
    return k1 - k0;
  }

  /** Whether a voxel of the grid is in the box. */
  public boolean contains(int i, int j, int k) {
    return i >= i0 && i < i1 && j >= j0 && j < j1 && k >= k0 && k < k1;
  }

  /**
   * The box as a grid of its own: the same voxels of the patient, counted from the box's corner.
   *
   * @throws IllegalArgumentException if the box holds more voxels than fit an array
   */
  public Grid of(Grid grid) {
    return new Grid(nx(), ny(), nz(), grid.point(i0, j0, k0), grid.spacing(), grid.orientation());
  }
}
