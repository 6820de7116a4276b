package org.breathline.core.dose;

import java.util.List;
import java.util.stream.IntStream;
import org.breathline.core.dose.medium.DensityVolume;
import org.breathline.core.dose.photon.RingTable;
import org.breathline.core.dose.photon.TermaTable;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.kernel.ConeMedium;
import org.breathline.kernel.ConePath;
import org.breathline.kernel.ConeSweep;
import org.breathline.kernel.Kernels;

/**
 * Dose by collapsed cones (Ahnesjö, Med Phys 16, 1989, 577): a beam releases energy along its rays;
 * kernels of water, scaled with the mass density on the way, carry it on along a few directions,
 * each standing for a cone. Two kernels: that of charged particles set free by the first
 * interaction acts on collision kerma, that of all scatter on the rest of the terma, so that beam
 * hardening is in both. All of it happens in cells that fan out from the source ({@link FanGrid}),
 * so that kernels are tilted with the rays and cones diverge with the beam.
 *
 * <p>The dose is one to the medium: collision in it by its electrons per mass, kernels those of
 * water. Where density stays under about 0.1 g/cm3 it is not to be trusted (8 to 10 % low in foam;
 * Krieger and Sauer, Phys Med Biol 50, 2005, 859).
 *
 * <p>The same bits whatever the number of threads: directions are swept one after another, each by
 * sheets that share no cell. Memory: at most 60 bytes a cell (the matter, the released energy, and
 * four arrays with x and with y first) and the result.
 */
public final class CollapsedCone {

  /** Directions of each ring when nothing else is asked for. */
  public static final int AZIMUTHS = 12;

  /** Water in front of the place whose spectrum the kernels are those of, g/cm2. */
  private static final double KERNEL_DEPTH = 7;

  /** Energy in joule of an MeV, per gram instead of per kilogram. */
  private static final double GY_PER_MEV_PER_G = 1.602176634e-10;

  private static final int SHEETS_AT_A_TIME = 8;

  private static final double MM_PER_CM = 10;

  private final PhotonBeamModel model;
  private final TermaTable terma;
  private final RingTable rings;
  private final int azimuths;

  private CollapsedCone(PhotonBeamModel model, TermaTable terma, RingTable rings, int azimuths) {
    this.model = model;
    this.terma = terma;
    this.rings = rings;
    this.azimuths = azimuths;
  }

  /** The engine for beams of a model, with 12 rings of 12 directions. */
  public static CollapsedCone of(PhotonBeamModel model) {
    return new CollapsedCone(
        model,
        new TermaTable(model.spectrum()),
        RingTable.of(model.spectrum().behind(KERNEL_DEPTH)),
        AZIMUTHS);
  }

  /** The same engine with another number of directions a ring, at least 4. */
  public CollapsedCone withAzimuths(int count) {
    if (count < 4) {
      throw new IllegalArgumentException("a ring needs at least 4 directions, not " + count);
    }
    return new CollapsedCone(model, terma, rings, count);
  }

  /** What sends out the beam. */
  public PhotonBeamModel model() {
    return model;
  }

  /** What the model's spectrum releases. */
  TermaTable terma() {
    return terma;
  }

  /** How energy is carried. */
  RingTable rings() {
    return rings;
  }

  /** Gy per monitor unit of a dose in MeV/g per photon and cm2. */
  double scale() {
    return GY_PER_MEV_PER_G * model.fluencePerMonitorUnit();
  }

  /**
   * The dose of a beam. Cells are as wide at the isocentre as the finest voxel spacing.
   *
   * @param densities what it meets; the dose is had on their grid, and is 0 where there is nothing
   * @param frame where it stands
   * @param map what passes the collimator
   * @param progress hears of every direction; may cancel
   * @return Gy per monitor unit
   * @throws IllegalArgumentException if matter reaches back to the source, or there is none
   */
  public FloatVolume dose(
      DensityVolume densities, BeamFrame frame, FluenceMap map, Progress progress) {
    Vector3 spacing = densities.grid().spacing();
    double cell = Math.min(spacing.x(), Math.min(spacing.y(), spacing.z()));
    double cornerX = map.x0Mm() - map.spacingMm() / 2;
    double cornerY = map.y0Mm() - map.spacingMm() / 2;
    FanGrid fan = FanGrid.around(densities, frame, cell, cornerX, cornerY);
    FanMatter matter = new FanMatter(fan, densities);
    ConeMedium medium = new ConeMedium(fan.nx(), fan.ny(), fan.nz());
    new FanRelease(matter, model, terma).fill(medium, new BeamFluence(model, map), 0, 0);
    ConeDirections directions =
        ConeDirections.of(fan.nx(), fan.ny(), fan.nz(), cell / MM_PER_CM, rings, azimuths);
    if (!directions.exchanged().isEmpty()) {
      ConeMedium exchanged = new ConeMedium(fan.ny(), fan.nx(), fan.nz());
      CellOrder.exchange(medium, exchanged);
      sweep(exchanged, directions.exchanged(), 0, directions.count(), progress);
      CellOrder.addExchanged(exchanged, medium);
    }
    int done = directions.exchanged().size();
    sweep(medium, directions.straight(), done, directions.count(), progress);
    return volume(densities, fan, new FanDose(medium, 0, 0));
  }

  private static void sweep(
      ConeMedium medium, List<ConePath> paths, int before, int all, Progress progress) {
    ConeSweep kernel = Kernels.coneSweep();
    int done = before;
    for (ConePath path : paths) {
      int first = path.firstSheet();
      int end = path.endSheet(medium);
      int length = path.carriedLength(medium);
      IntStream.range(0, Math.ceilDiv(end - first, SHEETS_AT_A_TIME))
          .parallel()
          .forEach(group -> {
            float[] carried = new float[length];
            int from = first + group * SHEETS_AT_A_TIME;
            int to = Math.min(from + SHEETS_AT_A_TIME, end);
            for (int sheet = from; sheet < to; sheet++) {
              kernel.sweep(medium, path, sheet, carried);
            }
          });
      done++;
      progress.report("carrying energy", done, all);
    }
  }

  private FloatVolume volume(DensityVolume densities, FanGrid fan, FanDose dose) {
    Grid grid = densities.grid();
    FloatVolume volume = new FloatVolume(grid);
    IntStream.range(0, grid.ny() * grid.nz())
        .parallel()
        .forEach(row -> {
          int j = row % grid.ny();
          int k = row / grid.ny();
          for (int i = 0; i < grid.nx(); i++) {
            int at = row * grid.nx() + i;
            if (densities.mass()[at] > 0) {
              Vector3 point = grid.point(i, j, k);
              volume.values()[at] = (float) (scale() * at(fan, dose, point));
            }
          }
        });
    return volume;
  }

  private static double at(FanGrid fan, FanDose dose, Vector3 point) {
    Vector3 place = fan.place(point);
    double distance = fan.distanceMm(place.z());
    double thinned = fan.frame().sourceAxisMm() / distance;
    return dose.at(place.x(), place.y(), place.z()) * thinned * thinned;
  }
}
