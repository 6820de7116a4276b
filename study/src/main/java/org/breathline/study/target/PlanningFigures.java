package org.breathline.study.target;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is planned on, and how the structures came there.
 *
 * @param planOn 3d, average, mid-position, or the phase in per cent: what a person chose
 * @param structures the structure set on that image, within the result
 * @param image the folder of its series within the result; absent for an image that was there
 *     before
 * @param rigid the registration of the planning CT; absent without one
 * @param volumes of the structures on that image, by voxels
 */
public record PlanningFigures(
    String planOn,
    String structures,
    @Nullable String image,
    @Nullable Rigid rigid,
    List<TargetSummary.NamedVolume> volumes) {

  /** Copies the list. */
  public PlanningFigures {
    volumes = List.copyOf(volumes);
  }

  /**
   * The rigid registration, from the planning CT to the 4DCT.
   *
   * @param file the Spatial Registration, within the result
   * @param sameFrame whether both name the same frame of reference
   * @param shiftMm by how much the middle of the tumour moves where it is carried
   * @param rotationDegrees about any axis
   * @param correlation of the two images, -1 to 1
   * @param overlap share of the planning CT's body that lies in the 4DCT
   * @param outlierShare of the voxels that are not rigid
   * @param runnerUpMm how far apart the two best starts ended; near 0 where both found the same
   */
  public record Rigid(
      String file,
      boolean sameFrame,
      TargetSummary.Axes shiftMm,
      double rotationDegrees,
      double correlation,
      double overlap,
      double outlierShare,
      double runnerUpMm) {}
}
