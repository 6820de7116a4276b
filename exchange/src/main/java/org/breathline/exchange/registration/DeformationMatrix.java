package org.breathline.exchange.registration;

import java.util.Arrays;
import java.util.List;
import org.breathline.core.geometry.Vector3;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;

/** A 4 x 4 matrix of homogeneous coordinates, row by row, as it stands in registration objects. */
final class DeformationMatrix {

  private static final DeformationMatrix IDENTITY =
      new DeformationMatrix(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1});

  private final double[] m;

  private DeformationMatrix(double[] m) {
    this.m = m;
  }

  /** The matrix of the first item of a sequence; the identity where there is none. */
  static DeformationMatrix find(Dataset dataset, int sequence) throws DicomException {
    List<Dataset> items = dataset.items(sequence);
    return items.isEmpty()
        ? IDENTITY
        : new DeformationMatrix(
            items.getFirst().requireDecimals(Tag.FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX, 16));
  }

  /** The item with a rigid matrix. */
  static Dataset item(double[] values) {
    return new Dataset()
        .setDecimal(Tag.FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX, values)
        .setString(Tag.FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX_TYPE, "RIGID");
  }

  /** Where a point goes. */
  Vector3 apply(Vector3 p) {
    return new Vector3(
        m[0] * p.x() + m[1] * p.y() + m[2] * p.z() + m[3],
        m[4] * p.x() + m[5] * p.y() + m[6] * p.z() + m[7],
        m[8] * p.x() + m[9] * p.y() + m[10] * p.z() + m[11]);
  }

  /** Whether it leaves every point exactly where it is. */
  boolean isIdentity() {
    return Arrays.equals(m, IDENTITY.m);
  }
}
