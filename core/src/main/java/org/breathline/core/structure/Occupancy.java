package org.breathline.core.structure;

import java.util.Arrays;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;

/**
 * How much of every voxel of a grid a region takes up, 0 to 1, kept within a box of the grid and 0
 * beyond it. Also what a probability of presence is. Not changed once made.
 */
public final class Occupancy {

  /** A voxel belongs to a region that takes up at least this much of it. */
  public static final float HALF = 0.5f;

  private final Grid grid;
  private final GridBox box;
  private final float[] fractions;

  /**
   * Wraps an array without copying it.
   *
   * @param grid the grid
   * @param box the part of it that the array holds
   * @param fractions 0 to 1, x fastest
   * @throws IllegalArgumentException if the array's length is not the box's size
   */
  public Occupancy(Grid grid, GridBox box, float[] fractions) {
    if (fractions.length != (long) box.nx() * box.ny() * box.nz()) {
      throw new IllegalArgumentException(
          "%d fractions for a box of %d x %d x %d"
              .formatted(fractions.length, box.nx(), box.ny(), box.nz()));
    }
    this.grid = grid;
    this.box = box;
    this.fractions = fractions;
  }

  /** All of a mask's voxels taken up wholly. */
  public static Occupancy of(RunLengthMask mask) {
    GridBox box = mask.bounds().orElse(new GridBox(0, 1, 0, 1, 0, 1));
    float[] fractions = new float[box.nx() * box.ny() * box.nz()];
    for (int k = box.k0(); k < box.k1(); k++) {
      for (int j = box.j0(); j < box.j1(); j++) {
        int row = k * mask.grid().ny() + j;
        int from = ((k - box.k0()) * box.ny() + j - box.j0()) * box.nx() - box.i0();
        for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
          Arrays.fill(fractions, from + mask.start(run), from + mask.end(run), 1f);
        }
      }
    }
    return new Occupancy(mask.grid(), box, fractions);
  }

  /** The grid. */
  public Grid grid() {
    return grid;
  }

  /** Beyond this box all fractions are 0. */
  public GridBox box() {
    return box;
  }

  /** The fractions in the box, x fastest; not to be changed. */
  public float[] fractions() {
    return fractions;
  }

  /** The fraction of a voxel of the grid, or beyond it. */
  public float at(int i, int j, int k) {
    return box.contains(i, j, k)
        ? fractions[((k - box.k0()) * box.ny() + j - box.j0()) * box.nx() + i - box.i0()]
        : 0;
  }

  /** The volume, parts of voxels counted as parts, also of voxels beyond the grid, mL. */
  public double volumeMl() {
    double sum = 0;
    for (float fraction : fractions) {
      sum += fraction;
    }
    return sum * grid.voxelVolumeMm3() / 1000;
  }

  /** The voxels of the grid that are taken up at least by half. */
  public RunLengthMask mask() {
    return mask(HALF);
  }

  /** The voxels of the grid that are taken up at least by so much. */
  public RunLengthMask mask(float least) {
    return BoxedVoxels.mask(grid, box, offset -> fractions[offset] >= least);
  }

  /** The surface at half, as the zero of a function that is negative inside. */
  public LevelSet levelSet() {
    float[] values = new float[fractions.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = HALF - fractions[i];
    }
    return new LevelSet(grid, box, values, HALF).within(box.grown(1));
  }
}
