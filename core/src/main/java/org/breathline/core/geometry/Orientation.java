package org.breathline.core.geometry;

/**
 * The axes of a grid in patient space: three unit vectors, mutually orthogonal and right-handed.
 *
 * @param row the direction in which the column index grows (first half of DICOM (0020,0037))
 * @param column the direction in which the row index grows (second half of (0020,0037))
 * @param normal the slice normal, {@code row x column}
 */
public record Orientation(Vector3 row, Vector3 column, Vector3 normal) {

  /** Direction cosines in files carry about six decimals. */
  private static final double TOLERANCE = 1e-3;

  /** Axial slices of a supine patient, head first: row to the left, column to posterior. */
  public static final Orientation AXIAL =
      new Orientation(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));

  /** Checks lengths and orthogonality; throws {@link IllegalArgumentException} in words. */
  public Orientation {
    if (Math.abs(row.length() - 1) > TOLERANCE || Math.abs(column.length() - 1) > TOLERANCE) {
      throw new IllegalArgumentException("the direction cosines are not unit vectors");
    }
    if (Math.abs(row.dot(column)) > TOLERANCE) {
      throw new IllegalArgumentException("the row and column directions are not orthogonal");
    }
    if (row.cross(column).minus(normal).length() > TOLERANCE) {
      throw new IllegalArgumentException("the normal is not row x column");
    }
  }

  /** The orientation with these rows and columns, its normal by the right-hand rule. */
  public static Orientation of(Vector3 row, Vector3 column) {
    return new Orientation(row, column, row.cross(column));
  }

  /** Whether the slice normal runs along the patient's axis: no gantry tilt, no oblique cut. */
  public boolean isAxial() {
    return Math.abs(Math.abs(normal.z()) - 1) < TOLERANCE;
  }
}
