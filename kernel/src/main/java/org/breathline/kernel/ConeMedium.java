package org.breathline.kernel;

/**
 * What cones pass through and leave dose in: rows of voxels along x, row r = k * ny + j, each
 * followed by room for a vector that begins at its last voxel. Arrays are open for the sweeps and
 * for who fills them.
 */
public final class ConeMedium {

  /** Samples after every row that a vector may write to: at least the widest vector's. */
  public static final int PADDING = 16;

  private final int nx;
  private final int ny;
  private final int nz;
  private final int stride;
  private final float[] density;
  private final float[] primary;
  private final float[] scatter;
  private final float[] dose;
  private final int[] releasedFrom;
  private final int[] releasedTo;
  private final int[] matterFrom;
  private final int[] matterTo;

  /** A medium of nothing, with no energy released in it. */
  public ConeMedium(int nx, int ny, int nz) {
    this.nx = nx;
    this.ny = ny;
    this.nz = nz;
    this.stride = nx + PADDING;
    int size = Math.multiplyExact(stride, Math.multiplyExact(ny, nz));
    density = new float[size];
    primary = new float[size];
    scatter = new float[size];
    dose = new float[size];
    releasedFrom = new int[ny * nz];
    releasedTo = new int[ny * nz];
    matterFrom = new int[ny * nz];
    matterTo = new int[ny * nz];
  }

  /** Voxels along x. */
  public int nx() {
    return nx;
  }

  /** Voxels along y. */
  public int ny() {
    return ny;
  }

  /** Voxels along z. */
  public int nz() {
    return nz;
  }

  /** From a row to the next in the arrays. */
  public int stride() {
    return stride;
  }

  /** Mass density, g/cm3; 0 is nothing. */
  public float[] density() {
    return density;
  }

  /** Energy released per mass to what the primary exponentials carry. */
  public float[] primary() {
    return primary;
  }

  /** Energy released per mass to what the scatter exponentials carry. */
  public float[] scatter() {
    return scatter;
  }

  /** Energy left per mass. */
  public float[] dose() {
    return dose;
  }

  /** Where energy is released first in a row; not below {@link #releasedTo} if nowhere. */
  int releasedFrom(int row) {
    return releasedFrom[row];
  }

  /** One beyond where energy is released last in a row. */
  int releasedTo(int row) {
    return releasedTo[row];
  }

  /** Where a row has its first matter; not below {@link #matterTo} if nowhere. */
  int matterFrom(int row) {
    return matterFrom[row];
  }

  /** One beyond where a row has its last matter. */
  int matterTo(int row) {
    return matterTo[row];
  }

  /**
   * Finds where there is matter and where energy is released: to be called when both have been
   * filled in. Energy is released in matter only; elsewhere it would be lost.
   */
  public void findExtents() {
    for (int row = 0; row < ny * nz; row++) {
      int from = row * stride;
      int first = 0;
      while (first < nx && density[from + first] == 0) {
        first++;
      }
      int end = nx;
      while (end > first && density[from + end - 1] == 0) {
        end--;
      }
      matterFrom[row] = first;
      matterTo[row] = end;
      while (first < end && primary[from + first] == 0 && scatter[from + first] == 0) {
        first++;
      }
      while (end > first && primary[from + end - 1] == 0 && scatter[from + end - 1] == 0) {
        end--;
      }
      releasedFrom[row] = first;
      releasedTo[row] = end;
    }
  }
}
