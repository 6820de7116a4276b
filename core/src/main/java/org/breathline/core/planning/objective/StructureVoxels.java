package org.breathline.core.planning.objective;

/** The voxels of a structure among those that the dose is calculated at. Immutable. */
public final class StructureVoxels {

  private final String name;
  private final int[] rows;

  /**
   * The voxels of a structure.
   *
   * @param name the structure's name
   * @param rows places in the dose, at least one; copied
   * @throws IllegalArgumentException if there is no voxel
   */
  public StructureVoxels(String name, int[] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("no voxel of " + name + " is calculated");
    }
    this.name = name;
    this.rows = rows.clone();
  }

  /** The structure's name. */
  public String name() {
    return name;
  }

  /** How many voxels. */
  public int size() {
    return rows.length;
  }

  /** The place in the dose of a voxel, 0 to below {@link #size}. */
  public int row(int voxel) {
    return rows[voxel];
  }

  /** The dose of the structure's voxels. */
  public double[] doseOf(float[] dose) {
    double[] own = new double[rows.length];
    for (int voxel = 0; voxel < own.length; voxel++) {
      own[voxel] = dose[rows[voxel]];
    }
    return own;
  }

  /** Adds a multiple of the structure's own gradient to that of the whole dose. */
  void addTo(float[] whole, double[] own, double factor) {
    for (int voxel = 0; voxel < own.length; voxel++) {
      whole[rows[voxel]] += (float) (factor * own[voxel]);
    }
  }
}
