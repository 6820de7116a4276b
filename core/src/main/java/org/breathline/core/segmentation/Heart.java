package org.breathline.core.segmentation;

import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.RunLengthMask;

/**
 * The heart, approximately: the bulk of soft tissue between the lungs, below the carina, in front
 * of the spine and above the diaphragm. Without contrast medium a CT does not show where the heart
 * ends and the great vessels or the liver begin: above, a plane is put under the carina; below, a
 * plane between the two domes of the diaphragm. It serves to see how a heart moves with breathing
 * and to find it, not for dose limits.
 *
 * @param mask its voxels
 * @param uncertaintyMm what the surface is to be trusted to: {@link #UNCERTAINTY_MM}
 */
public record Heart(RunLengthMask mask, double uncertaintyMm) {

  /**
   * The surface error that is to be expected, mm: on the phantom its mean is under 5 mm, the worst
   * is at the diaphragm and at the roots of the vessels.
   */
  public static final double UNCERTAINTY_MM = 10;

  /** From the carina to the roof of the left atrium. */
  private static final double BELOW_CARINA_MM = 18;

  /** From the middle of the canal to the front of the descending aorta. */
  private static final double BEFORE_CANAL_MM = 50;

  /** The central tendon, on which the heart lies, is lower than the domes. */
  private static final double BELOW_DOMES_MM = 10;

  private static final double BALL_MM = 14;
  private static final int LEAST_HU = -25;
  private static final int MOST_HU = 350;

  /**
   * Finds the heart.
   *
   * @return empty where one of the organs it is found by is missing
   */
  public static Optional<Heart> of(
      ShortVolume volume, Lungs lungs, Optional<Airways> airways, Optional<SpinalCanal> canal) {
    if (lungs.left().isEmpty() || lungs.right().isEmpty() || airways.isEmpty() || canal.isEmpty()) {
      return Optional.empty();
    }
    Crop crop = Crop.around(lungs.both().orElseThrow(), 0);
    Grid grid = crop.part();
    ShortVolume near = crop.of(volume);
    DenseMask left = new DenseMask(crop.of(lungs.left().get()));
    DenseMask right = new DenseMask(crop.of(lungs.right().get()));
    double roof = airways.get().carina().z() - BELOW_CARINA_MM;
    Optional<DiaphragmDome> leftDome = DiaphragmDome.of(volume, lungs.left().get(), true);
    Optional<DiaphragmDome> rightDome = DiaphragmDome.of(volume, lungs.right().get(), false);
    if (leftDome.isEmpty() || rightDome.isEmpty()) {
      return Optional.empty();
    }
    Vector3 from = rightDome.get().top();
    Vector3 to = leftDome.get().top();
    double slope = (to.z() - from.z()) / (to.x() - from.x());
    DenseMask tissue = new DenseMask(grid);
    for (int k = 0; k < grid.nz(); k++) {
      double z = grid.point(0, 0, k).z();
      SectionHull hull = SectionHull.of(left, right, k);
      double back = canal.get().centres().get(crop.k0() + k).y() - BEFORE_CANAL_MM;
      for (int j = 0; j < grid.ny() && z <= roof; j++) {
        if (grid.point(0, j, k).y() < back) {
          for (int i = 0; i < grid.nx(); i++) {
            double x = grid.point(i, j, k).x();
            double floor = from.z() + slope * (x - from.x()) - BELOW_DOMES_MM;
            int at = grid.offset(i, j, k);
            double hu = smooth(near, i, j, k);
            boolean between = hull.contains(i, j) && !left.at(at) && !right.at(at);
            tissue.values()[at] = between && z >= floor && hu > LEAST_HU && hu < MOST_HU;
          }
        }
      }
    }
    DenseMask core = Morphology.eroded(tissue, BALL_MM);
    DenseMask bulk = new DenseMask(DenseMask.largestPart(core.sparse()));
    DenseMask opened = Morphology.dilated(bulk, BALL_MM);
    for (int i = 0; i < opened.values().length; i++) {
      opened.values()[i] &= tissue.at(i);
    }
    RunLengthMask heart = crop.back(opened.sparse());
    return heart.runs() == 0 ? Optional.empty() : Optional.of(new Heart(heart, UNCERTAINTY_MM));
  }

  /** The mean of a voxel and its neighbours in the slice: one noisy voxel is no hole. */
  private static double smooth(ShortVolume volume, int i, int j, int k) {
    Grid grid = volume.grid();
    double sum = 0;
    int count = 0;
    for (int b = Math.max(0, j - 1); b <= Math.min(grid.ny() - 1, j + 1); b++) {
      for (int a = Math.max(0, i - 1); a <= Math.min(grid.nx() - 1, i + 1); a++) {
        sum += volume.at(grid.offset(a, b, k));
        count++;
      }
    }
    return sum / count;
  }
}
