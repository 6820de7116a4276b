package org.breathline.core.segmentation;

import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.RunLengthMask;

/**
 * The lumen of the trachea and of the beginning of the main bronchi.
 *
 * @param trachea the lumen down to the carina
 * @param lumen the trachea and what of the main bronchi lies within {@link #BRONCHI_MM} of the
 *     carina; equal to the trachea where the bronchi cannot be told from the lungs
 * @param carina the middle of the trachea's lowest slice, LPS mm
 */
public record Airways(RunLengthMask trachea, RunLengthMask lumen, Vector3 carina) {

  /** The bronchi are followed as far as this from the carina, mm. */
  public static final double BRONCHI_MM = 45;

  /** More than this beyond the trachea is lung, not bronchus, mL. */
  private static final double MOST_BRONCHI_ML = 20;

  private static final int FIRST_HU = -600;
  private static final int LAST_HU = -950;
  private static final int STEP_HU = 25;

  /**
   * Finds the airways. The bronchi are grown from the trachea under the highest threshold at which
   * they don't run out into the lung (explosion control: Mori et al., IEEE Trans Med Imaging 19,
   * 2000).
   *
   * @param volume Hounsfield units, axial slices
   * @param body the body, as {@link BodyMask} has it
   * @return empty where no trachea is seen
   */
  public static Optional<Airways> of(ShortVolume volume, RunLengthMask body) {
    return TracheaTrack.in(airIn(volume, body), body).map(t -> withBronchi(volume, t));
  }

  private static RunLengthMask airIn(ShortVolume volume, RunLengthMask body) {
    Grid grid = volume.grid();
    var air = new RunLengthMask.Builder(grid);
    for (int row = 0; row < body.rows(); row++) {
      int from = row * grid.nx();
      for (int run = body.firstRun(row); run < body.firstRun(row + 1); run++) {
        int i = body.start(run);
        while (i < body.end(run)) {
          int start = i;
          while (i < body.end(run) && volume.values()[from + i] < LungAir.AIR_HU) {
            i++;
          }
          air.add(start, i);
          i++;
        }
      }
      air.endRow();
    }
    return air.build();
  }

  private static Airways withBronchi(ShortVolume volume, RunLengthMask trachea) {
    Grid grid = volume.grid();
    int lowest = 0;
    while (SliceMoments.of(trachea, lowest).count() == 0) {
      lowest++;
    }
    SliceMoments last = SliceMoments.of(trachea, lowest);
    Vector3 carina = grid.point(last.i(), last.j(), lowest);
    Crop crop = Crop.around(grid, carina, BRONCHI_MM);
    ShortVolume near = crop.of(volume);
    RunLengthMask start = crop.of(trachea);
    for (int threshold = FIRST_HU; threshold >= LAST_HU; threshold -= STEP_HU) {
      RunLengthMask grown = grow(near, start, carina, threshold);
      double beyondMl = grown.volumeMl() - start.volumeMl();
      if (beyondMl <= MOST_BRONCHI_ML) {
        DenseMask all = new DenseMask(trachea);
        DenseMask bronchi = new DenseMask(crop.back(grown));
        for (int i = 0; i < all.values().length; i++) {
          all.values()[i] |= bronchi.at(i);
        }
        return new Airways(trachea, all.sparse(), carina);
      }
    }
    return new Airways(trachea, trachea, carina);
  }

  /** All below a threshold that is joined with the trachea, not above the carina. */
  private static RunLengthMask grow(
      ShortVolume volume, RunLengthMask trachea, Vector3 carina, int threshold) {
    Grid grid = volume.grid();
    DenseMask seeds = new DenseMask(trachea);
    DenseMask air = new DenseMask(grid);
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          int at = grid.offset(i, j, k);
          Vector3 away = grid.point(i, j, k).minus(carina);
          boolean bronchus =
              volume.at(at) < threshold && away.z() <= 0 && away.length() <= BRONCHI_MM;
          air.values()[at] = seeds.at(at) || bronchus;
        }
      }
    }
    return Flood.joined(air, seeds).sparse();
  }
}
