package org.breathline.core.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.structure.Contour;
import org.breathline.core.structure.ContourStack;
import org.breathline.core.structure.Occupancy;

/**
 * The dose-volume histogram of a structure in a dose.
 *
 * <p>A structure ends at its first and last contours, as Eclipse has it: what half a slab beyond
 * them would add is not counted. Between them a contour stands for the slab half-way to its
 * neighbours. A single contour stands for a slab as thick as the dose grid's.
 *
 * <p>The structure is not put on the dose grid. It is cut into cells much smaller than a dose
 * voxel, whose planes fit the slabs that its contours stand for; of a cell that a contour cuts, the
 * part inside counts, by the exact area of the polygon in it. The dose of a cell is the trilinear
 * interpolation between the voxels' centres at the cell's own, spread evenly by as much as its
 * gradient changes it within the cell. The rest is an error of second order in the cell's size,
 * which is about a hundredth of the structure's width.
 */
public final class StructureDose {

  /** About so many cells make up a structure. */
  private static final double CELLS = 400_000;

  /** The box around a structure has no more cells. */
  private static final double MOST_CELLS = 30e6;

  private static final double SMALLEST_MM = 0.1;

  /** Voxels of a mask are divided until their parts are not longer than this, mm. */
  private static final double PART_MM = 1.3;

  private StructureDose() {}

  /**
   * The histogram of a structure drawn as contours.
   *
   * @param contours at least one; all in parallel planes
   * @param dose Gy, at least 0
   * @throws IllegalArgumentException if there is no contour, or they are not parallel, or the whole
   *     structure lies beyond the dose grid
   */
  public static DoseVolumeHistogram of(List<Contour> contours, FloatVolume dose) {
    if (contours.isEmpty()) {
      throw new IllegalArgumentException("a structure without contours has no histogram");
    }
    Grid cells = cells(contours, dose.grid());
    return histogram(ContourStack.of(contours, cells).occupancy(), 1, 1, 1, dose);
  }

  /**
   * The histogram of a region given by how much of every voxel of a grid it takes up.
   *
   * @param region on any grid, such as the CT's
   * @param dose Gy, at least 0
   * @throws IllegalArgumentException if the whole region lies beyond the dose grid, or it is empty
   */
  public static DoseVolumeHistogram of(Occupancy region, FloatVolume dose) {
    Vector3 spacing = region.grid().spacing();
    return histogram(region, parts(spacing.x()), parts(spacing.y()), parts(spacing.z()), dose);
  }

  private static int parts(double spacingMm) {
    return (int) Math.ceil(spacingMm / PART_MM);
  }

  /** A grid around contours whose planes divide the slabs that they stand for. */
  private static Grid cells(List<Contour> contours, Grid dose) {
    Orientation orientation = orientation(contours);
    var frame = new Grid(1, 1, 1, Vector3.ZERO, new Vector3(1, 1, 1), orientation);
    double[] low = {1e9, 1e9, 1e9};
    double[] high = {-1e9, -1e9, -1e9};
    double areas = 0;
    List<Double> planes = new ArrayList<>();
    for (Contour contour : contours) {
      areas += contour.areaVector().length();
      for (int i = 0; i < contour.size(); i++) {
        Vector3 at = frame.index(contour.point(i));
        double[] place = {at.x(), at.y(), at.z()};
        for (int axis = 0; axis < 3; axis++) {
          low[axis] = Math.min(low[axis], place[axis]);
          high[axis] = Math.max(high[axis], place[axis]);
        }
      }
      planes.add(frame.index(contour.point(0)).z());
    }
    double slab = usualDistance(planes, dose.spacing().z());
    double finest =
        Math.min(dose.spacing().x(), Math.min(dose.spacing().y(), dose.spacing().z())) / 2;
    double size =
        Math.min(finest, Math.max(SMALLEST_MM, Math.cbrt(Math.max(areas * slab, 1) / CELLS)));
    double thickness = high[2] - low[2] > 0.05 ? high[2] - low[2] : slab;
    double boxMm3 = (high[0] - low[0] + 1) * (high[1] - low[1] + 1) * thickness;
    size = Math.max(size, Math.cbrt(boxMm3 / MOST_CELLS));
    // An even number of cells a slab: the border between two slabs is one between cells.
    double thick = slab / (2 * Math.ceil(slab / size / 2));
    int nx = (int) Math.ceil((high[0] - low[0]) / size) + 1;
    int ny = (int) Math.ceil((high[1] - low[1]) / size) + 1;
    int nz = (int) Math.ceil(thickness / thick - 1e-6);
    double bottom = (low[2] + high[2] - thickness) / 2;
    Vector3 origin = frame.point(low[0], low[1], bottom + thick / 2);
    return new Grid(nx, ny, nz, origin, new Vector3(size, size, thick), orientation);
  }

  private static Orientation orientation(List<Contour> contours) {
    Vector3 largest =
        contours.stream()
            .map(Contour::areaVector)
            .max(Comparator.comparingDouble(Vector3::length))
            .orElseThrow();
    if (largest.length() == 0) {
      throw new IllegalArgumentException("contours without area have no histogram");
    }
    Vector3 normal = largest.times(1 / largest.length());
    if (Math.abs(normal.z()) > 0.9999) {
      return Orientation.AXIAL;
    }
    Vector3 away = Math.abs(normal.x()) < 0.7 ? new Vector3(1, 0, 0) : new Vector3(0, 1, 0);
    Vector3 row = away.minus(normal.times(away.dot(normal)));
    Vector3 unit = row.times(1 / row.length());
    return new Orientation(unit, normal.cross(unit), normal);
  }

  /** The median distance between neighbouring planes, mm. */
  private static double usualDistance(List<Double> planes, double ofOne) {
    List<Double> sorted = planes.stream().sorted().toList();
    List<Double> distances = new ArrayList<>();
    for (int i = 0; i + 1 < sorted.size(); i++) {
      double distance = sorted.get(i + 1) - sorted.get(i);
      if (distance > 0.05) {
        distances.add(distance);
      }
    }
    distances.sort(Comparator.naturalOrder());
    return distances.isEmpty() ? ofOne : distances.get(distances.size() / 2);
  }

  private static DoseVolumeHistogram histogram(
      Occupancy region, int partsI, int partsJ, int partsK, FloatVolume dose) {
    double highest = 0;
    for (float value : dose.values()) {
      highest = Math.max(highest, value);
    }
    var histogram = new DoseVolumeHistogram.Builder(Math.nextUp((float) highest));
    var local = new LocalDose(dose);
    Grid grid = region.grid();
    int parts = partsI * partsJ * partsK;
    double partMl = grid.voxelVolumeMm3() / 1000 / parts;
    // Steps from voxel to voxel of the region, in voxels of the dose.
    Vector3 start = dose.grid().index(grid.origin());
    Vector3 stepI = dose.grid().index(grid.point(1, 0, 0)).minus(start);
    Vector3 stepJ = dose.grid().index(grid.point(0, 1, 0)).minus(start);
    Vector3 stepK = dose.grid().index(grid.point(0, 0, 1)).minus(start);
    float[] fractions = region.fractions();
    int at = 0;
    for (int k = region.box().k0(); k < region.box().k1(); k++) {
      for (int j = region.box().j0(); j < region.box().j1(); j++) {
        for (int i = region.box().i0(); i < region.box().i1(); i++, at++) {
          for (int part = 0; fractions[at] > 0 && part < parts; part++) {
            int layer = part / (partsI * partsJ);
            double atI = i + (part % partsI + 0.5) / partsI - 0.5;
            double atJ = j + (part / partsI % partsJ + 0.5) / partsJ - 0.5;
            double atK = k + (layer + 0.5) / partsK - 0.5;
            boolean known =
                local.moveTo(
                    start.x() + atI * stepI.x() + atJ * stepJ.x() + atK * stepK.x(),
                    start.y() + atI * stepI.y() + atJ * stepJ.y() + atK * stepK.y(),
                    start.z() + atI * stepI.z() + atJ * stepJ.z() + atK * stepK.z());
            if (known) {
              double alongI = local.along(stepI.x(), stepI.y(), stepI.z()) / partsI;
              double alongJ = local.along(stepJ.x(), stepJ.y(), stepJ.z()) / partsJ;
              double alongK = local.along(stepK.x(), stepK.y(), stepK.z()) / partsK;
              double spread = Math.sqrt(alongI * alongI + alongJ * alongJ + alongK * alongK) / 2;
              histogram.addSpread(local.value(), spread, fractions[at] * partMl);
            } else {
              histogram.addUncovered(fractions[at] * partMl);
            }
          }
        }
      }
    }
    try {
      return histogram.build();
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("the structure lies beyond the dose grid", e);
    }
  }
}
