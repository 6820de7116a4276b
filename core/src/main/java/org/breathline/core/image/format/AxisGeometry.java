package org.breathline.core.image.format;

import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;

/**
 * A grid made of what headers say of three axes. Files may have left-handed axes, which a {@link
 * Grid} may not: then the slices are taken last to first.
 *
 * @param grid right-handed
 * @param slicesReversed whether the grid's slices are the file's, last to first
 */
record AxisGeometry(Grid grid, boolean slicesReversed) {

  /**
   * Makes the grid.
   *
   * @param sizes voxels along each axis
   * @param spacings mm along each axis
   * @param axes unit vectors in LPS
   * @param origin the centre of the file's first voxel, LPS, mm
   * @param directions the header's field to name if they are not orthogonal unit vectors
   */
  static AxisGeometry of(
      int[] sizes, double[] spacings, List<Vector3> axes, Vector3 origin, HeaderField directions)
      throws VolumeFileException {
    Vector3 row = unsignedZeros(axes.get(0));
    Vector3 column = unsignedZeros(axes.get(1));
    Vector3 third = axes.get(2);
    boolean reversed = row.cross(column).dot(third) < 0;
    Vector3 first = reversed ? origin.plus(third.times((sizes[2] - 1) * spacings[2])) : origin;
    Orientation orientation;
    try {
      orientation = new Orientation(row, column, unsignedZeros(reversed ? third.times(-1) : third));
    } catch (IllegalArgumentException e) {
      throw directions.expected("expected orthogonal directions; " + e.getMessage());
    }
    try {
      Grid grid =
          new Grid(
              sizes[0],
              sizes[1],
              sizes[2],
              unsignedZeros(first),
              new Vector3(spacings[0], spacings[1], spacings[2]),
              orientation);
      return new AxisGeometry(grid, reversed);
    } catch (IllegalArgumentException e) {
      throw new VolumeFileException(directions.file(), String.valueOf(e.getMessage()));
    }
  }

  /** Grids are compared, and -0.0 does not equal 0.0; to add 0.0 makes it so. */
  private static Vector3 unsignedZeros(Vector3 vector) {
    return vector.plus(Vector3.ZERO);
  }
}
