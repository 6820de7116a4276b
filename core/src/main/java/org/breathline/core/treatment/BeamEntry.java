package org.breathline.core.treatment;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.RunLengthMask;

/**
 * Whether a beam enters the patient within the image. Where the image is cut off (arms beyond the
 * field of view, a scan that ends in the middle of the beam), a ray comes into the image through
 * tissue: what it passed before is not known, and a dose would be too high.
 */
public final class BeamEntry {

  /** Rays are this far apart in the plane through the isocentre, mm. */
  private static final double APART_MM = 5;

  private final BeamFrame frame;
  private final RunLengthMask body;
  private final Grid grid;

  private BeamEntry(BeamFrame frame, RunLengthMask body) {
    this.frame = frame;
    this.body = body;
    this.grid = body.grid();
  }

  /**
   * How many of a beam's open rays come into the image through the body, of those that come into
   * it.
   *
   * @param frame where the beam stands
   * @param aperture what it passes through
   * @param body the patient's outline on the image's grid
   * @return per cent; 0 where the beam does not meet the image
   */
  public static double cutOffPercent(BeamFrame frame, Aperture aperture, RunLengthMask body) {
    return new BeamEntry(frame, body).cutOffPercent(aperture);
  }

  private double cutOffPercent(Aperture aperture) {
    Jaws jaws = aperture.jaws();
    int met = 0;
    int cut = 0;
    int columns = (int) Math.ceil((jaws.x2Mm() - jaws.x1Mm()) / APART_MM);
    int rows = (int) Math.ceil((jaws.y2Mm() - jaws.y1Mm()) / APART_MM);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double x = jaws.x1Mm() + (column + 0.5) * (jaws.x2Mm() - jaws.x1Mm()) / columns;
        double y = jaws.y1Mm() + (row + 0.5) * (jaws.y2Mm() - jaws.y1Mm()) / rows;
        if (aperture.isOpen(x, y)) {
          double[] entry = entry(frame.onIsocentrePlane(x, y));
          met += entry.length > 0 ? 1 : 0;
          cut += entry.length > 0 && isBody(entry) ? 1 : 0;
        }
      }
    }
    return met == 0 ? 0 : 100.0 * cut / met;
  }

  /** The voxel index where the ray from the source through a point comes into the grid, if any. */
  private double[] entry(Vector3 through) {
    double[] from = index(frame.source());
    double[] to = index(through);
    int[] sizes = {grid.nx(), grid.ny(), grid.nz()};
    double first = 0;
    double last = Double.POSITIVE_INFINITY;
    for (int axis = 0; axis < 3; axis++) {
      double way = to[axis] - from[axis];
      double near = (-0.5 - from[axis]) / way;
      double far = (sizes[axis] - 0.5 - from[axis]) / way;
      if (way == 0) {
        boolean beside = from[axis] < -0.5 || from[axis] > sizes[axis] - 0.5;
        last = beside ? -1 : last;
      } else {
        first = Math.max(first, Math.min(near, far));
        last = Math.min(last, Math.max(near, far));
      }
    }
    if (first >= last) {
      return new double[0];
    }
    double[] entry = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double at = from[axis] + first * (to[axis] - from[axis]);
      entry[axis] = Math.clamp(Math.rint(at), 0, sizes[axis] - 1);
    }
    return entry;
  }

  private double[] index(Vector3 point) {
    Vector3 index = grid.index(point);
    return new double[] {index.x(), index.y(), index.z()};
  }

  private boolean isBody(double[] voxel) {
    return body.contains((int) voxel[0], (int) voxel[1], (int) voxel[2]);
  }
}
