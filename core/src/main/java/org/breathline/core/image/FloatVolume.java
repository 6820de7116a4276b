package org.breathline.core.image;

import org.breathline.core.geometry.Grid;

/** A volume of floating-point samples. Owns its array, which may be changed. */
public final class FloatVolume implements Volume {

  private final Grid grid;
  private final float[] values;

  /**
   * Wraps an array without copying it.
   *
   * @throws IllegalArgumentException if the array's length is not the grid's size
   */
  public FloatVolume(Grid grid, float[] values) {
    if (values.length != grid.size()) {
      throw new IllegalArgumentException(
          "%d values for a grid of %d voxels".formatted(values.length, grid.size()));
    }
    this.grid = grid;
    this.values = values;
  }

  /** A volume of zeros. */
  public FloatVolume(Grid grid) {
    this(grid, new float[grid.size()]);
  }

  @Override
  public Grid grid() {
    return grid;
  }

  @Override
  public float at(int offset) {
    return values[offset];
  }

  /** The array itself, x fastest; a change in it is a change of the volume. */
  public float[] values() {
    return values;
  }
}
