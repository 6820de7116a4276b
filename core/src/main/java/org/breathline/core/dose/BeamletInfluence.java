package org.breathline.core.dose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.breathline.core.dose.medium.DensityVolume;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.kernel.ConeMedium;
import org.breathline.kernel.ConePath;
import org.breathline.kernel.Kernels;

/**
 * The dose of many small beamlets of one beam at voxels of interest, by the engine of {@link
 * CollapsedCone}. What the beam meets is traced once; each beamlet is carried on within a
 * neighbourhood of columns, with fewer directions. What scatter would give beyond is left out (2 to
 * 5 % of the dose on the axis of a field of 10 cm at 40 mm of reach), so a plan's dose is to be
 * computed anew from its fluence. Photons of the head count as if they came from the target.
 */
public final class BeamletInfluence {

  /**
   * How a beamlet is computed.
   *
   * @param azimuths directions of each ring, at least 4
   * @param reachMm how far to each side of the beamlet, mm at the isocentre
   * @param leastPart what is under this part of the beamlet's largest dose is left out
   */
  public record Settings(int azimuths, double reachMm, double leastPart) {

    /**
     * Six directions a ring, 40 mm to each side, nothing under 1/10000 of the beamlet's largest
     * dose.
     */
    public static final Settings USUAL = new Settings(6, 40, 1e-4);
  }

  private static final double MM_PER_CM = 10;

  private final CollapsedCone engine;
  private final Settings settings;
  private final FanGrid fan;
  private final FanRelease release;
  private final double beamletMm;

  /** Column along x, column along y and plane of each row's voxel in the fan, as fractions. */
  private final float[] places;

  /** From the dose of cells there to Gy per monitor unit; 0 where there is no matter. */
  private final float[] scales;

  /**
   * Prepares a beam.
   *
   * @param engine with the beam model
   * @param densities what the beam meets
   * @param frame where it stands
   * @param beamletMm side of the beamlets at the isocentre, mm
   * @param anchorXMm a border between beamlets lies here
   * @param anchorYMm the same along y
   * @param voxels memory offsets in the densities' grid: the rows
   * @throws IllegalArgumentException if matter reaches back to the source, or there is none
   */
  public BeamletInfluence(
      CollapsedCone engine,
      DensityVolume densities,
      BeamFrame frame,
      double beamletMm,
      double anchorXMm,
      double anchorYMm,
      int[] voxels,
      Settings settings) {
    this.engine = engine;
    this.settings = settings;
    this.beamletMm = beamletMm;
    Vector3 spacing = densities.grid().spacing();
    double finest = Math.min(spacing.x(), Math.min(spacing.y(), spacing.z()));
    // Whole cells make up a beamlet, so that no cell is shared by two.
    double cell = beamletMm / Math.max(1, Math.round(beamletMm / finest));
    fan = FanGrid.around(densities, frame, cell, anchorXMm, anchorYMm);
    release = new FanRelease(new FanMatter(fan, densities), engine.model(), engine.terma());
    places = new float[Math.multiplyExact(3, voxels.length)];
    scales = new float[voxels.length];
    findRows(densities, voxels);
  }

  private void findRows(DensityVolume densities, int[] voxels) {
    double sad = fan.frame().sourceAxisMm();
    IntStream.range(0, voxels.length)
        .parallel()
        .forEach(row -> {
          Vector3 place = fan.place(densities.grid().point(voxels[row]));
          double thinned = sad / fan.distanceMm(place.z());
          boolean matter = densities.mass()[voxels[row]] > 0;
          places[3 * row] = (float) place.x();
          places[3 * row + 1] = (float) place.y();
          places[3 * row + 2] = (float) place.z();
          scales[row] = matter ? (float) (engine.scale() * thinned * thinned) : 0;
        });
  }

  /**
   * The columns of beamlets, in their order; on all processors.
   *
   * @param beamlets centres in the plane through the isocentre, mm; z is not used
   * @param progress hears of every beamlet; may cancel
   * @return Gy per monitor unit given with the beamlet alone open
   */
  public List<InfluenceColumn> columns(List<Vector3> beamlets, Progress progress) {
    List<InfluenceColumn> columns = new ArrayList<>(beamlets.size());
    int atATime = Math.max(8, 4 * Runtime.getRuntime().availableProcessors());
    for (int from = 0; from < beamlets.size(); from += atATime) {
      List<Vector3> some = beamlets.subList(from, Math.min(from + atATime, beamlets.size()));
      columns.addAll(some.parallelStream().map(b -> column(b.x(), b.y())).toList());
      progress.report("carrying energy of beamlets", columns.size(), beamlets.size());
    }
    return columns;
  }

  private InfluenceColumn column(double xMm, double yMm) {
    FluenceMap map = new FluenceMap(xMm, yMm, beamletMm, 1, 1, new float[] {1});
    int reach = (int) Math.ceil(settings.reachMm() / fan.cellMm());
    int side = (int) Math.round(beamletMm / fan.cellMm());
    int firstX = (int) Math.round((xMm - beamletMm / 2 - fan.xMm(-0.5)) / fan.cellMm()) - reach;
    int firstY = (int) Math.round((yMm - beamletMm / 2 - fan.yMm(-0.5)) / fan.cellMm()) - reach;
    int x0 = Math.clamp(firstX, 0, fan.nx());
    int y0 = Math.clamp(firstY, 0, fan.ny());
    int x1 = Math.clamp(firstX + side + 2 * reach, 0, fan.nx());
    int y1 = Math.clamp(firstY + side + 2 * reach, 0, fan.ny());
    if (x0 >= x1 || y0 >= y1) {
      return new InfluenceColumn(scales.length, new int[0], new float[0], 0);
    }
    ConeMedium medium = new ConeMedium(x1 - x0, y1 - y0, fan.nz());
    release.fill(medium, new BeamFluence(narrow(engine.model()), map), x0, y0);
    sweep(medium);
    return gather(medium, x0, y0);
  }

  /** The model with the photons of the head in the beamlet itself. */
  private static PhotonBeamModel narrow(PhotonBeamModel model) {
    return model.withBlurs(model.sourceSigmaMm(), model.sourceSigmaMm());
  }

  private void sweep(ConeMedium medium) {
    ConeDirections directions =
        ConeDirections.of(
            medium.nx(),
            medium.ny(),
            medium.nz(),
            fan.cellMm() / MM_PER_CM,
            engine.rings(),
            settings.azimuths());
    ConeMedium exchanged = new ConeMedium(medium.ny(), medium.nx(), medium.nz());
    CellOrder.exchange(medium, exchanged);
    sweep(exchanged, directions.exchanged());
    CellOrder.addExchanged(exchanged, medium);
    sweep(medium, directions.straight());
  }

  private static void sweep(ConeMedium medium, List<ConePath> paths) {
    float[] carried = new float[0];
    for (ConePath path : paths) {
      int length = path.carriedLength(medium);
      carried = carried.length < length ? new float[length] : carried;
      for (int sheet = path.firstSheet(); sheet < path.endSheet(medium); sheet++) {
        Kernels.coneSweep().sweep(medium, path, sheet, carried);
      }
    }
  }

  private InfluenceColumn gather(ConeMedium medium, int x0, int y0) {
    FanDose dose = new FanDose(medium, x0, y0);
    int[] found = new int[1024];
    float[] values = new float[1024];
    int count = 0;
    float most = 0;
    for (int row = 0; row < scales.length; row++) {
      float x = places[3 * row];
      float y = places[3 * row + 1];
      boolean near = x >= x0 && y >= y0 && x <= x0 + medium.nx() - 1 && y <= y0 + medium.ny() - 1;
      if (near && scales[row] > 0) {
        float value = scales[row] * dose.at(x, y, places[3 * row + 2]);
        if (value > settings.leastPart() * most) {
          if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
          }
          found[count] = row;
          values[count] = value;
          count++;
          most = Math.max(most, value);
        }
      }
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (values[i] > settings.leastPart() * most) {
        found[kept] = found[i];
        values[kept] = values[i];
        kept++;
      }
    }
    return new InfluenceColumn(scales.length, found, values, kept);
  }
}
