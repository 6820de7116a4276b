package org.breathline.exchange.dose;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.dicom.codec.PixelFormat;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;

/**
 * Where the frames of a dose lie (PS3.3, C.8.8.3.2): Grid Frame Offset Vector begins with 0, and
 * counts along the normal of the frames from the first one, or with the z of the first one, and
 * holds the z of all. Frames that run against their normal are turned round.
 *
 * @param grid the voxels
 * @param reversed whether the first frame is the last slice
 */
record DoseFrames(Grid grid, boolean reversed) {

  /** Distances between frames may differ by so much, mm. */
  private static final double UNEVEN_MM = 0.01;

  /** Offsets are written with a few decimals. */
  private static final double SAME_MM = 1e-3;

  static DoseFrames of(Dataset object, PixelFormat format) throws DicomException {
    double[] corner = object.requireDecimals(Tag.IMAGE_POSITION_PATIENT, 3);
    double[] cosines = object.requireDecimals(Tag.IMAGE_ORIENTATION_PATIENT, 6);
    double[] spacing = object.requireDecimals(Tag.PIXEL_SPACING, 2);
    int count = Math.max(1, object.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
    try {
      Orientation orientation =
          Orientation.of(
              new Vector3(cosines[0], cosines[1], cosines[2]),
              new Vector3(cosines[3], cosines[4], cosines[5]));
      Vector3 first = new Vector3(corner[0], corner[1], corner[2]);
      double step = step(object, count, first, orientation);
      Vector3 origin =
          step > 0 ? first : first.plus(orientation.normal().times(step * (count - 1)));
      Grid grid =
          new Grid(
              format.columns(),
              format.rows(),
              count,
              origin,
              new Vector3(spacing[1], spacing[0], Math.abs(step)),
              orientation);
      return new DoseFrames(grid, step < 0);
    } catch (IllegalArgumentException e) {
      throw object.problem(Tag.IMAGE_ORIENTATION_PATIENT, String.valueOf(e.getMessage()));
    }
  }

  /** The distance from a frame to the next along the normal, negative if they run against it. */
  private static double step(Dataset object, int count, Vector3 first, Orientation orientation)
      throws DicomException {
    if (count == 1) {
      return object.requireDecimal(Tag.SLICE_THICKNESS);
    }
    double[] offsets = object.requireDecimals(Tag.GRID_FRAME_OFFSET_VECTOR, count);
    boolean relative = Math.abs(offsets[0]) <= SAME_MM;
    boolean absolute = Math.abs(offsets[0] - first.z()) <= SAME_MM && orientation.isAxial();
    if (!relative && !absolute) {
      throw object.problem(
          Tag.GRID_FRAME_OFFSET_VECTOR,
          "expected the first offset to be 0, or the z of axial frames");
    }
    double sign = relative ? 1 : Math.signum(orientation.normal().z());
    double step = (offsets[count - 1] - offsets[0]) / (count - 1);
    for (int i = 0; i < count; i++) {
      if (!(Math.abs(offsets[i] - offsets[0] - i * step) <= UNEVEN_MM)) {
        throw object.problem(
            Tag.GRID_FRAME_OFFSET_VECTOR, "frames that are not evenly spaced are not supported");
      }
    }
    return sign * step;
  }

  /** The slice of the grid that a frame is. */
  int slice(int frame) {
    return reversed ? grid.nz() - 1 - frame : frame;
  }
}
