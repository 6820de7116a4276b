package org.breathline.core.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.Volume;
import org.breathline.core.progress.Progress;

/**
 * Deformable registration of two CT volumes of one patient.
 *
 * <p>Lungs and the rest of the body are registered apart, each with an intensity window of its own,
 * because they slide along each other: the lungs' windows and smoothness end at the pleura. In each
 * the sum of how unlike the images are and of how rough the displacement on trilinear knots is
 * ({@link RegistrationTerms}) is minimised by {@link Lbfgs}, from coarse to fine levels. The two
 * displacements are then joined outside the pleura, and smoothed where they would fold. A volume
 * without lungs is registered in one piece with both windows.
 *
 * <p>Correlation with total variation after Vishnevskiy et al. (IEEE Trans Med Imaging 36, 385,
 * 2017), gradients with curvature after Ruehaak et al. (IEEE Trans Med Imaging 36, 1746, 2017),
 * lungs apart as in Wu et al. (Med Phys 35, 775, 2008). The result does not depend on the number of
 * threads.
 */
public final class PairwiseRegistration {

  /** A start from the neighbour leaves less than a few of these to be found. */
  private static final double WARM_START_MM = 8;

  private final RegistrationSettings settings;

  /** With given settings; {@link RegistrationSettings#INDEPENDENT} is a second engine. */
  public PairwiseRegistration(RegistrationSettings settings) {
    this.settings = settings;
  }

  /**
   * Registers a pair, beginning without motion.
   *
   * @param fixed Hounsfield units, any grid
   * @param moving Hounsfield units, any grid in the same patient space
   * @param onto the grid of the field, with the fixed volume's axes
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public Registration register(Volume fixed, Volume moving, Grid onto, Progress progress) {
    return fixed(fixed).register(moving, onto, Optional.empty(), progress);
  }

  /** Prepares a fixed volume (Hounsfield units, any grid) for the registration of many with it. */
  public Fixed fixed(Volume volume) {
    return new Fixed(volume, settings);
  }

  /** A fixed volume with all that is worked out of it alone. For use by one thread at a time. */
  public static final class Fixed {

    private final ThoraxRegions regions;
    private final Optional<PartRegistration> lungs;
    private final PartRegistration rest;
    private final FloatVolume softTissue;

    private Fixed(Volume volume, RegistrationSettings settings) {
      this.regions = ThoraxRegions.of(volume);
      this.softTissue = Resampling.of(volume, IntensityWindow.SOFT_TISSUE, regions.lungs().grid);
      this.lungs =
          regions.hasLungs()
              ? Optional.of(
                  new PartRegistration(
                      "lungs",
                      volume,
                      regions.lungs().grown(1),
                      List.of(IntensityWindow.LUNG),
                      settings.lungLevelsMm(),
                      settings,
                      settings.lungTerms()))
              : Optional.empty();
      this.rest =
          new PartRegistration(
              "body",
              volume,
              regions.rest().grown(1),
              regions.hasLungs()
                  ? List.of(IntensityWindow.SOFT_TISSUE)
                  : List.of(IntensityWindow.LUNG, IntensityWindow.SOFT_TISSUE),
              settings.bodyLevelsMm(),
              settings,
              settings.bodyTerms());
    }

    /**
     * Registers a moving volume.
     *
     * @param moving Hounsfield units, any grid in the same patient space
     * @param onto the grid of the field, with the fixed volume's axes
     * @param start a displacement to begin with, such as that of the neighbouring phase; levels
     *     coarser than 8 mm are then left out
     * @throws java.util.concurrent.CancellationException if the progress asks for it
     */
    public Registration register(
        Volume moving, Grid onto, Optional<DisplacementField> start, Progress progress) {
      double coarsest = start.isPresent() ? WARM_START_MM : Double.MAX_VALUE;
      List<LevelReport> reports = new ArrayList<>();
      Optional<KnotField> inLungs =
          lungs.map(part -> part.run(moving, start, coarsest, reports, progress));
      KnotField elsewhere = rest.run(moving, start, coarsest, reports, progress);
      JoinedParts.Whole whole =
          inLungs
              .map(inner -> JoinedParts.of(regions.lungs(), softTissue, moving, inner, elsewhere))
              .orElseGet(() -> JoinedParts.of(regions.rest().grid, elsewhere));
      return new Registration(JoinedParts.on(onto, whole), reports, whole.unfolded());
    }

    /** Where fields are compared: the lungs, or the body of a volume without lungs. */
    VoxelSet comparedPart() {
      return regions.hasLungs() ? regions.lungs() : regions.rest();
    }
  }
}
