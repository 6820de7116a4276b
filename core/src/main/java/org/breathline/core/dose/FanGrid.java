package org.breathline.core.dose;

import org.breathline.core.dose.medium.DensityVolume;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.treatment.BeamFrame;

/**
 * Cells that fan out from a beam's source: columns are rays, and cells grow with the distance from
 * the source in all three directions, their planes standing where the logarithm of the distance
 * rises evenly. A curve that keeps its angle to the rays is a straight line of such cells, and has
 * everywhere the same way through a cell, measured in cells: so cones diverge as their beam does,
 * which matters for large fields (a kernel that keeps to the axis is 5 % high at 20 cm in a field
 * of 20 cm).
 *
 * @param frame where the beam stands
 * @param cellMm width of a cell at the isocentre, mm
 * @param x0Mm centre of the first column in the plane through the isocentre
 * @param y0Mm the same along y
 * @param nearestMm distance of the first plane's centre from the source along the axis
 * @param nx columns along x
 * @param ny columns along y
 * @param nz planes
 */
record FanGrid(
    BeamFrame frame,
    double cellMm,
    double x0Mm,
    double y0Mm,
    double nearestMm,
    int nx,
    int ny,
    int nz) {

  /**
   * The cells of all matter of a volume.
   *
   * @param cellMm width of a cell at the isocentre
   * @param anchorXMm a border between columns lies here; fields and beamlets have theirs in mind
   * @param anchorYMm the same along y
   * @throws IllegalArgumentException if the matter reaches back to the source, or there is none
   */
  static FanGrid around(
      DensityVolume densities, BeamFrame frame, double cellMm, double anchorXMm, double anchorYMm) {
    Grid grid = densities.grid();
    GridBox matter =
        densities
            .matter()
            .orElseThrow(() -> new IllegalArgumentException("there is no matter in the dose grid"));
    double x1 = Double.MAX_VALUE;
    double x2 = -Double.MAX_VALUE;
    double y1 = Double.MAX_VALUE;
    double y2 = -Double.MAX_VALUE;
    double near = Double.MAX_VALUE;
    double far = 0;
    for (int corner = 0; corner < 8; corner++) {
      Vector3 point =
          grid.point(
              ((corner & 1) == 0 ? matter.i0() : matter.i1()) - 0.5,
              ((corner & 2) == 0 ? matter.j0() : matter.j1()) - 0.5,
              ((corner & 4) == 0 ? matter.k0() : matter.k1()) - 0.5);
      Vector3 seen = frame.project(point);
      double distance = frame.sourceAxisMm() - seen.z();
      if (!(distance > frame.sourceAxisMm() / 20)) {
        throw new IllegalArgumentException(
            "the patient reaches to %.0f mm from the source".formatted(distance));
      }
      x1 = Math.min(x1, seen.x());
      x2 = Math.max(x2, seen.x());
      y1 = Math.min(y1, seen.y());
      y2 = Math.max(y2, seen.y());
      near = Math.min(near, distance);
      far = Math.max(far, distance);
    }
    double ratio = cellMm / frame.sourceAxisMm();
    double left = anchorXMm + Math.floor((x1 - anchorXMm) / cellMm) * cellMm;
    double low = anchorYMm + Math.floor((y1 - anchorYMm) / cellMm) * cellMm;
    return new FanGrid(
        frame,
        cellMm,
        left + cellMm / 2,
        low + cellMm / 2,
        near * Math.exp(ratio / 2),
        (int) Math.ceil((x2 - left) / cellMm),
        (int) Math.ceil((y2 - low) / cellMm),
        (int) Math.ceil(Math.log(far / near) / ratio));
  }

  /** Distance of a plane from the source along the axis, mm; planes may be fractions. */
  double distanceMm(double plane) {
    return nearestMm * Math.exp(plane * cellMm / frame.sourceAxisMm());
  }

  /** A point of patient space as column along x, column along y and plane, all fractions. */
  Vector3 place(Vector3 point) {
    Vector3 seen = frame.project(point);
    double distance = frame.sourceAxisMm() - seen.z();
    return new Vector3(
        (seen.x() - x0Mm) / cellMm,
        (seen.y() - y0Mm) / cellMm,
        Math.log(distance / nearestMm) * frame.sourceAxisMm() / cellMm);
  }

  /** Where a column crosses the plane through the isocentre, mm. */
  double xMm(double column) {
    return x0Mm + column * cellMm;
  }

  /** Where a column crosses the plane through the isocentre, mm. */
  double yMm(double column) {
    return y0Mm + column * cellMm;
  }

  /** The number of cells. */
  int size() {
    return Math.multiplyExact(nx, Math.multiplyExact(ny, nz));
  }
}
