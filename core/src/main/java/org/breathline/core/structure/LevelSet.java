package org.breathline.core.structure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Vector3;

/**
 * A region whose surface may lie anywhere between voxel centres: the set where a function is not
 * above 0, known at the voxels of a box and linear between them. Beyond the box all is outside. The
 * values may be a signed distance in mm or any other measure that is continuous at the surface. Not
 * changed once made.
 */
public final class LevelSet {

  private final Grid grid;
  private final GridBox box;
  private final float[] values;
  private final float outside;

  /**
   * Wraps an array without copying it.
   *
   * @param grid the grid
   * @param box the part of it, or beyond it, that the array holds
   * @param values negative inside, x fastest
   * @param outside the value beyond the box, above 0
   * @throws IllegalArgumentException if the array's length is not the box's size
   */
  public LevelSet(Grid grid, GridBox box, float[] values, float outside) {
    if (values.length != (long) box.nx() * box.ny() * box.nz()) {
      throw new IllegalArgumentException(
          "%d values for a box of %d x %d x %d"
              .formatted(values.length, box.nx(), box.ny(), box.nz()));
    }
    if (!(outside > 0)) {
      throw new IllegalArgumentException("the value outside must be above 0, not " + outside);
    }
    this.grid = grid;
    this.box = box;
    this.values = values;
    this.outside = outside;
  }

  /** A mask's region: its surface lies half way between voxels inside and outside. */
  public static LevelSet of(RunLengthMask mask) {
    return Occupancy.of(mask).levelSet();
  }

  /** The grid. */
  public Grid grid() {
    return grid;
  }

  /** Where the values are known. */
  public GridBox box() {
    return box;
  }

  /** The values in the box, x fastest; not to be changed. */
  public float[] values() {
    return values;
  }

  /** The value beyond the box. */
  public float outside() {
    return outside;
  }

  /** The value at a voxel of the grid, or beyond it. */
  public float at(int i, int j, int k) {
    return box.contains(i, j, k)
        ? values[((k - box.k0()) * box.ny() + j - box.j0()) * box.nx() + i - box.i0()]
        : outside;
  }

  /** The value at a point, LPS mm, interpolated linearly. */
  public double at(Vector3 point) {
    Vector3 index = grid.index(point);
    int i = (int) Math.floor(index.x());
    int j = (int) Math.floor(index.y());
    int k = (int) Math.floor(index.z());
    double a = index.x() - i;
    double b = index.y() - j;
    double c = index.z() - k;
    return (1 - c) * inPlane(i, j, k, a, b) + c * inPlane(i, j, k + 1, a, b);
  }

  private double inPlane(int i, int j, int k, double a, double b) {
    return (1 - b) * ((1 - a) * at(i, j, k) + a * at(i + 1, j, k))
        + b * ((1 - a) * at(i, j + 1, k) + a * at(i + 1, j + 1, k));
  }

  /** The voxels of the grid whose centre is inside. */
  public RunLengthMask mask() {
    return BoxedVoxels.mask(grid, box, offset -> values[offset] <= 0);
  }

  /**
   * The same region, as it is between the voxels too, on another grid.
   *
   * @param other any grid in the same patient
   */
  public LevelSet onto(Grid other) {
    GridBox inside = insideBounds().grown(1);
    double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] most = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int corner = 0; corner < 8; corner++) {
      Vector3 index =
          other.index(
              grid.point(
                  (corner & 1) == 0 ? inside.i0() : inside.i1() - 1,
                  (corner & 2) == 0 ? inside.j0() : inside.j1() - 1,
                  (corner & 4) == 0 ? inside.k0() : inside.k1() - 1));
      double[] axes = {index.x(), index.y(), index.z()};
      for (int axis = 0; axis < 3; axis++) {
        least[axis] = Math.min(least[axis], axes[axis]);
        most[axis] = Math.max(most[axis], axes[axis]);
      }
    }
    return onto(
        other,
        new GridBox(
            (int) Math.floor(least[0]) - 1,
            (int) Math.ceil(most[0]) + 2,
            (int) Math.floor(least[1]) - 1,
            (int) Math.ceil(most[1]) + 2,
            (int) Math.floor(least[2]) - 1,
            (int) Math.ceil(most[2]) + 2));
  }

  /**
   * The part of the region that lies in a box of another grid.
   *
   * @param other any grid in the same patient
   * @param part what is wanted of it; beyond it all is outside
   */
  public LevelSet onto(Grid other, GridBox part) {
    float[] sampled = new float[Math.multiplyExact(part.nx() * part.ny(), part.nz())];
    IntStream.range(0, part.nz())
        .parallel()
        .forEach(k -> {
          int at = k * part.nx() * part.ny();
          for (int j = 0; j < part.ny(); j++) {
            for (int i = 0; i < part.nx(); i++) {
              Vector3 point = other.point(part.i0() + i, part.j0() + j, part.k0() + k);
              sampled[at++] = (float) at(point);
            }
          }
        });
    return new LevelSet(other, part, sampled, outside);
  }

  /** The same region in another box, which must hold all of it. */
  public LevelSet within(GridBox other) {
    if (other.equals(box)) {
      return this;
    }
    float[] moved = new float[Math.multiplyExact(other.nx() * other.ny(), other.nz())];
    Arrays.fill(moved, outside);
    int from = Math.max(box.i0(), other.i0());
    int end = Math.min(box.i1(), other.i1());
    for (int k = Math.max(box.k0(), other.k0()); k < Math.min(box.k1(), other.k1()); k++) {
      for (int j = Math.max(box.j0(), other.j0()); j < Math.min(box.j1(), other.j1()); j++) {
        if (from < end) {
          int here = ((k - box.k0()) * box.ny() + j - box.j0()) * box.nx() + from - box.i0();
          int there =
              ((k - other.k0()) * other.ny() + j - other.j0()) * other.nx() + from - other.i0();
          System.arraycopy(values, here, moved, there, end - from);
        }
      }
    }
    return new LevelSet(grid, other, moved, outside);
  }

  /**
   * What is in this region or in another.
   *
   * @throws IllegalArgumentException if they are of different grids
   */
  public LevelSet union(LevelSet other) {
    return combine(other, false);
  }

  /**
   * What is in this region and in another.
   *
   * @throws IllegalArgumentException if they are of different grids
   */
  public LevelSet intersection(LevelSet other) {
    return combine(other, true);
  }

  private LevelSet combine(LevelSet other, boolean both) {
    if (!grid.equals(other.grid)) {
      throw new IllegalArgumentException("the regions are of different grids");
    }
    GridBox around = box.around(other.box);
    float[] a = within(around).values;
    float[] b = other.within(around).values;
    float[] combined = new float[a.length];
    for (int i = 0; i < combined.length; i++) {
      combined[i] = both ? Math.max(a[i], b[i]) : Math.min(a[i], b[i]);
    }
    float beyond = both ? Math.max(outside, other.outside) : Math.min(outside, other.outside);
    return new LevelSet(grid, around, combined, beyond);
  }

  /** The smallest box of voxels whose centre is inside, or this one's if there is none. */
  GridBox insideBounds() {
    int i0 = Integer.MAX_VALUE;
    int j0 = Integer.MAX_VALUE;
    int k0 = Integer.MAX_VALUE;
    int i1 = Integer.MIN_VALUE;
    int j1 = Integer.MIN_VALUE;
    int k1 = Integer.MIN_VALUE;
    int at = 0;
    for (int k = box.k0(); k < box.k1(); k++) {
      for (int j = box.j0(); j < box.j1(); j++) {
        for (int i = box.i0(); i < box.i1(); i++) {
          if (values[at++] <= 0) {
            i0 = Math.min(i0, i);
            i1 = Math.max(i1, i + 1);
            j0 = Math.min(j0, j);
            j1 = Math.max(j1, j + 1);
            k0 = Math.min(k0, k);
            k1 = Math.max(k1, k + 1);
          }
        }
      }
    }
    return i0 < i1 ? new GridBox(i0, i1, j0, j1, k0, k1) : box;
  }
}
