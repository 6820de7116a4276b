package org.breathline.core.image;

import org.breathline.core.geometry.Grid;

/**
 * A volume of whole Hounsfield units, as a CT delivers them. Owns its array, which may be changed.
 */
public final class ShortVolume implements Volume {

  private final Grid grid;
  private final short[] values;

  /**
   * Wraps an array without copying it.
   *
   * @throws IllegalArgumentException if the array's length is not the grid's size
   */
  public ShortVolume(Grid grid, short[] values) {
    if (values.length != grid.size()) {
      throw new IllegalArgumentException(
          "%d values for a grid of %d voxels".formatted(values.length, grid.size()));
    }
    this.grid = grid;
    this.values = values;
  }

  /** A volume of zeros. */
  public ShortVolume(Grid grid) {
    this(grid, new short[grid.size()]);
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
  public short[] values() {
    return values;
  }
}
