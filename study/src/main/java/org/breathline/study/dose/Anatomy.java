package org.breathline.study.dose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.breathline.core.dose.medium.DensityCalibration;
import org.breathline.core.dose.medium.DensityReading;
import org.breathline.core.dose.medium.DensityVolume;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.TrilinearSampling;
import org.breathline.core.segmentation.BodyMask;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.StructureType;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;

/**
 * What beams meet: the patient, with couch and bolus where they are contoured, on the dose grid.
 *
 * @param body the patient's outline on the grid of the CT
 * @param densities on the dose grid; nothing outside of patient, couch and bolus
 * @param warnings what has to be known about them
 */
record Anatomy(RunLengthMask body, DensityVolume densities, List<String> warnings) {

  /** Dose grids have no more voxels: the engine needs some 60 bytes for each. */
  private static final double MOST_VOXELS = 30e6;

  /** A dose voxel's CT number is the mean of at most so many samples along an axis. */
  private static final int MOST_SAMPLES = 4;

  /** What is outside of everything, HU. */
  private static final float AIR = -1000;

  /** Copies the list. */
  Anatomy {
    warnings = List.copyOf(warnings);
  }

  /**
   * The anatomy of a CT.
   *
   * @param spacingMm of the dose grid
   * @throws InputException if contours make no volume, or there is no patient in the CT
   * @throws UsageException if the grid has too many voxels
   */
  static Anatomy of(
      ShortVolume ct,
      PlannedStructures structures,
      DensityCalibration calibration,
      double spacingMm)
      throws InputException {
    List<String> warnings = new ArrayList<>();
    RunLengthMask body = structures.filled(StructureType.EXTERNAL, ct.grid());
    if (body.isEmpty()) {
      body = BodyMask.of(ct);
      warnings.add(
          "The structure set has no outline of the patient (EXTERNAL): what is as dense as tissue in"
              + " the CT is taken for it.");
    }
    RunLengthMask matter =
        body.union(structures.filled(StructureType.SUPPORT, ct.grid()))
            .union(structures.filled(StructureType.BOLUS, ct.grid()));
    GridBox box =
        matter
            .bounds()
            .orElseThrow(
                () -> new InputException("There is no patient in the CT: all of it is air."));
    Grid grid = grid(ct.grid(), box, spacingMm);
    RunLengthMask here = RunLengthMask.of(grid, voxel -> isIn(matter, grid.point(voxel)));
    DensityReading reading = calibration.densities(numbers(ct, grid, here));
    reading.finding().ifPresent(finding -> warnings.add("CT: " + finding + "."));
    return new Anatomy(body, reading.densities().within(here), warnings);
  }

  private static Grid grid(Grid ct, GridBox box, double spacingMm) {
    int nx = (int) Math.ceil(box.nx() * ct.spacing().x() / spacingMm);
    int ny = (int) Math.ceil(box.ny() * ct.spacing().y() / spacingMm);
    int nz = (int) Math.ceil(box.nz() * ct.spacing().z() / spacingMm);
    if ((double) nx * ny * nz > MOST_VOXELS) {
      throw new UsageException(
          "A dose grid of %s mm has %d x %d x %d voxels here, too many; choose a coarser one with --grid-mm."
              .formatted(spacingMm, nx, ny, nz));
    }
    Vector3 edge = ct.point(box.i0() - 0.5, box.j0() - 0.5, box.k0() - 0.5);
    Vector3 half =
        ct.orientation()
            .row()
            .plus(ct.orientation().column())
            .plus(ct.orientation().normal())
            .times(spacingMm / 2);
    Vector3 spacing = new Vector3(spacingMm, spacingMm, spacingMm);
    return new Grid(nx, ny, nz, edge.plus(half), spacing, ct.orientation());
  }

  private static boolean isIn(RunLengthMask mask, Vector3 point) {
    Grid grid = mask.grid();
    Vector3 index = grid.index(point);
    int i = Math.clamp(Math.round(index.x()), 0, grid.nx() - 1);
    int j = Math.clamp(Math.round(index.y()), 0, grid.ny() - 1);
    int k = Math.clamp(Math.round(index.z()), 0, grid.nz() - 1);
    return mask.contains(i, j, k);
  }

  /** The CT on the dose grid: means over its voxels, so that no thin bone is lost between them. */
  private static FloatVolume numbers(ShortVolume ct, Grid grid, RunLengthMask where) {
    TrilinearSampling sampling = new TrilinearSampling(ct, AIR);
    int alongI = samples(grid.spacing().x(), ct.grid().spacing().x());
    int alongJ = samples(grid.spacing().y(), ct.grid().spacing().y());
    int alongK = samples(grid.spacing().z(), ct.grid().spacing().z());
    FloatVolume numbers = new FloatVolume(grid);
    IntStream.range(0, grid.nz())
        .parallel()
        .forEach(k -> {
          for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
              float value = AIR;
              if (where.contains(i, j, k)) {
                double sum = 0;
                for (int part = 0; part < alongI * alongJ * alongK; part++) {
                  double atI = i - 0.5 + (part % alongI + 0.5) / alongI;
                  double atJ = j - 0.5 + (part / alongI % alongJ + 0.5) / alongJ;
                  int layer = part / (alongI * alongJ);
                  double atK = k - 0.5 + (layer + 0.5) / alongK;
                  sum += sampling.at(grid.point(atI, atJ, atK));
                }
                value = (float) (sum / (alongI * alongJ * alongK));
              }
              numbers.values()[grid.offset(i, j, k)] = value;
            }
          }
        });
    return numbers;
  }

  private static int samples(double wideMm, double narrowMm) {
    return Math.clamp((int) Math.ceil(wideMm / narrowMm), 1, MOST_SAMPLES);
  }

  /** The dose grid. */
  Grid grid() {
    return densities.grid();
  }
}
