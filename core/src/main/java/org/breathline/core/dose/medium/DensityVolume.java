package org.breathline.core.dose.medium;

import java.util.Arrays;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.structure.RunLengthMask;

/**
 * The densities that a beam meets, voxel by voxel: mass density, by which energy is carried and
 * dose is had, and electron density, by which a beam is attenuated. Zero where there is nothing.
 * Outside of the grid there is nothing. Owns its arrays; who has a volume doesn't change it.
 */
public final class DensityVolume {

  private final Grid grid;
  private final float[] mass;
  private final float[] electrons;

  /**
   * Wraps arrays without copying them.
   *
   * @param grid where the voxels are
   * @param mass g/cm3, at least 0
   * @param electrons electrons per volume relative to water, at least 0
   * @throws IllegalArgumentException if the arrays' lengths are not the grid's size
   */
  public DensityVolume(Grid grid, float[] mass, float[] electrons) {
    if (mass.length != grid.size() || electrons.length != grid.size()) {
      throw new IllegalArgumentException(
          "%d and %d densities for %d voxels"
              .formatted(mass.length, electrons.length, grid.size()));
    }
    this.grid = grid;
    this.mass = mass;
    this.electrons = electrons;
  }

  /** Water all over a grid. */
  public static DensityVolume water(Grid grid) {
    float[] ones = new float[grid.size()];
    Arrays.fill(ones, 1);
    return new DensityVolume(grid, ones, ones);
  }

  /** Where the voxels are. */
  public Grid grid() {
    return grid;
  }

  /** Mass densities, g/cm3, x fastest; not a copy. */
  public float[] mass() {
    return mass;
  }

  /** Electron densities relative to water, x fastest; not a copy. */
  public float[] electrons() {
    return electrons;
  }

  /** The smallest box around all matter; nothing if there is none. */
  public Optional<GridBox> matter() {
    return RunLengthMask.of(grid, voxel -> mass[voxel] > 0).bounds();
  }

  /**
   * The same with one density in some voxels: an override, or a couch.
   *
   * @param voxels of the same grid
   * @param massDensity g/cm3
   * @param electronDensity relative to water
   * @throws IllegalArgumentException if the mask is of another grid
   */
  public DensityVolume with(RunLengthMask voxels, double massDensity, double electronDensity) {
    if (!voxels.grid().equals(grid)) {
      throw new IllegalArgumentException("the mask is not on the grid of the densities");
    }
    float[] newMass = mass.clone();
    float[] newElectrons = electrons.clone();
    for (int row = 0; row < voxels.rows(); row++) {
      for (int run = voxels.firstRun(row); run < voxels.firstRun(row + 1); run++) {
        int from = row * grid.nx() + voxels.start(run);
        int to = row * grid.nx() + voxels.end(run);
        Arrays.fill(newMass, from, to, (float) massDensity);
        Arrays.fill(newElectrons, from, to, (float) electronDensity);
      }
    }
    return new DensityVolume(grid, newMass, newElectrons);
  }

  /**
   * The same with nothing outside of some voxels: those of the contour EXTERNAL, and of the couch.
   *
   * @throws IllegalArgumentException if the mask is of another grid
   */
  public DensityVolume within(RunLengthMask voxels) {
    return with(voxels.complement(), 0, 0);
  }
}
