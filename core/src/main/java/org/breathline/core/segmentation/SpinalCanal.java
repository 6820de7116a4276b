package org.breathline.core.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.RunLengthMask;

/**
 * The spinal canal, which stands for the cord where dose limits are looked at: soft tissue ringed
 * by bone, followed through all slices of the scan. In every slice it reaches to bone; where the
 * ring is open (between the arches, at the foramina) to where bone is in the slices near by.
 *
 * @param mask its voxels
 * @param centres its middle in each slice in the order of slices, LPS mm
 * @param enclosure the mean share of directions in which bone was met within a slice, 0 to 1; under
 *     {@link #DOUBTFUL_ENCLOSURE} what was followed may not be the canal
 */
public record SpinalCanal(RunLengthMask mask, List<Vector3> centres, double enclosure) {

  /** A canal with less bone around it is to be looked at. */
  public static final double DOUBTFUL_ENCLOSURE = 0.5;

  private static final double SMOOTH_MM = 20;
  private static final double LARGEST_MM = 20;
  private static final int CENTRINGS = 5;
  private static final double USUAL_MM = 9;

  /** Copies the list. */
  public SpinalCanal {
    centres = List.copyOf(centres);
  }

  /**
   * Finds the canal.
   *
   * @param volume Hounsfield units, axial slices
   * @param body the body, as {@link BodyMask} has it
   * @return empty where there is no body
   */
  public static Optional<SpinalCanal> of(ShortVolume volume, RunLengthMask body) {
    if (body.runs() == 0) {
      return Optional.empty();
    }
    CanalScores scores = CanalScores.of(volume, MaskCentre.of(body));
    List<Vector3> centres = scores.bestPath();
    double sliceMm = volume.grid().spacing().z();
    for (int centring = 0; centring < CENTRINGS; centring++) {
      centres = centred(centres, filled(radii(volume, centres), sliceMm));
    }
    double[][] met = radii(volume, centres);
    double hits = 0;
    for (double[] slice : met) {
      for (double r : slice) {
        hits += Double.isNaN(r) ? 0 : 1;
      }
    }
    double enclosure = hits / ((double) met.length * BoneRays.COUNT);
    double[][] whole = filled(met, sliceMm);
    return Optional.of(new SpinalCanal(mask(volume.grid(), centres, whole), centres, enclosure));
  }

  private static double[][] radii(ShortVolume volume, List<Vector3> centres) {
    return centres.stream()
        .map(c -> BoneRays.lengths(volume, c, LARGEST_MM))
        .toArray(double[][]::new);
  }

  /** Fills gaps with the median of what was met in that direction in the slices near by. */
  private static double[][] filled(double[][] radii, double sliceMm) {
    int reach = (int) Math.ceil(SMOOTH_MM / sliceMm);
    double[][] filled = new double[radii.length][BoneRays.COUNT];
    for (int k = 0; k < radii.length; k++) {
      for (int ray = 0; ray < BoneRays.COUNT; ray++) {
        List<Double> near = new ArrayList<>();
        for (int n = Math.max(0, k - reach); n <= Math.min(radii.length - 1, k + reach); n++) {
          if (!Double.isNaN(radii[n][ray])) {
            near.add(radii[n][ray]);
          }
        }
        near.sort(null);
        double usual = near.isEmpty() ? USUAL_MM : near.get(near.size() / 2);
        filled[k][ray] = Double.isNaN(radii[k][ray]) ? usual : Math.min(radii[k][ray], 1.4 * usual);
      }
    }
    return filled;
  }

  private static List<Vector3> centred(List<Vector3> centres, double[][] radii) {
    List<Vector3> moved = new ArrayList<>();
    for (int k = 0; k < radii.length; k++) {
      Vector3 sum = Vector3.ZERO;
      for (int ray = 0; ray < BoneRays.COUNT; ray++) {
        sum = sum.plus(BoneRays.direction(ray).times(radii[k][ray]));
      }
      moved.add(centres.get(k).plus(sum.times(1.0 / BoneRays.COUNT)));
    }
    return moved;
  }

  private static RunLengthMask mask(Grid grid, List<Vector3> centres, double[][] radii) {
    DenseMask mask = new DenseMask(grid);
    int reachI = (int) Math.ceil(LARGEST_MM / grid.spacing().x());
    int reachJ = (int) Math.ceil(LARGEST_MM / grid.spacing().y());
    for (int k = 0; k < grid.nz(); k++) {
      Vector3 index = grid.index(centres.get(k));
      int middleI = (int) Math.round(index.x());
      int middleJ = (int) Math.round(index.y());
      for (int j = Math.max(0, middleJ - reachJ);
          j <= Math.min(grid.ny() - 1, middleJ + reachJ);
          j++) {
        for (int i = Math.max(0, middleI - reachI);
            i <= Math.min(grid.nx() - 1, middleI + reachI);
            i++) {
          Vector3 away = grid.point(i, j, k).minus(centres.get(k));
          if (Math.hypot(away.x(), away.y()) <= BoneRays.between(radii[k], away)) {
            mask.add(grid.offset(i, j, k));
          }
        }
      }
    }
    return mask.sparse();
  }
}
