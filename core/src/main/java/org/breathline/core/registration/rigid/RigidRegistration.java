package org.breathline.core.registration.rigid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breathline.core.geometry.RigidTransform;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.Volume;
import org.breathline.core.progress.Progress;
import org.breathline.core.structure.RunLengthMask;

/**
 * Rigid registration of two CT volumes of one patient.
 *
 * <p>From several starts (as they lie, and body on body, each with the translations by which they
 * are most alike at {@value #SEARCH_MM} mm; upright and turned about each axis) squared differences
 * with Tukey's biweight are minimised by Gauss-Newton steps at {@value #COARSE_MM} mm; the best is
 * refined to {@value #FINE_MM} mm in and next to bone, which breathes least. The biweight takes out
 * what moved otherwise: ribs, skin, arms (Reuter et al., NeuroImage 53, 1181, 2010, after Nestares
 * and Heeger, MRM 43, 705, 2000). Intensities are clamped to {@value #LOW_HU} to {@value #HIGH_HU}
 * HU.
 *
 * <p>The result does not depend on the number of threads.
 */
public final class RigidRegistration {

  static final double LOW_HU = -300;
  static final double HIGH_HU = 500;

  private static final double SEARCH_MM = 16;
  private static final double COARSE_MM = 8;
  private static final double FINE_MM = 2;

  /**
   * In and next to bone, ever fewer count: ribs that breathed are many voxels that differ a little.
   */
  private static final double[] CUTS = {3, 2, 1.2};

  /** Starts are turned by so much, degrees: beyond it lies no patient who was positioned. */
  private static final double TURN_DEGREES = 10;

  /** Of all starts so many go downhill, the most alike first. */
  private static final int MOST_DESCENTS = 6;

  /** Translations that are tried, the most alike first. */
  private static final int MOST_STARTS = 3;

  private RigidRegistration() {}

  /**
   * What was found.
   *
   * @param transform from the fixed to the moving image
   * @param correlation normalised cross-correlation of the clamped images where they overlap, -1 to
   *     1
   * @param overlap the share of the fixed image's body that lies in the moving image, 0 to 1
   * @param outlierShare the share of voxels that the biweight took out: what is not rigid
   * @param runnerUpMm how far apart the two best starts ended, at the body's rim, mm; near 0 where
   *     both found the same
   */
  public record Result(
      RigidTransform transform,
      double correlation,
      double overlap,
      double outlierShare,
      double runnerUpMm) {}

  /**
   * Registers.
   *
   * @param fixed HU, any grid
   * @param moving HU, any grid, in any frame of reference with the patient lying likewise
   * @param body of the fixed image: what is looked at; not empty
   * @throws IllegalArgumentException if the body is empty
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static Result register(
      Volume fixed, Volume moving, RunLengthMask body, Progress progress) {
    if (body.voxels() == 0) {
      throw new IllegalArgumentException("no body to register");
    }
    progress.report("rigid registration", 0, 3);
    BodySamples search = BodySamples.of(fixed, body, SEARCH_MM);
    SmoothedImage searched = SmoothedImage.of(moving, SEARCH_MM);
    Vector3 centre = search.centre();
    List<RigidTransform> starts =
        StartSearch.of(search, searched, searched.tissueCentre(), MOST_STARTS);
    progress.report("rigid registration", 1, 3);
    BodySamples coarse = BodySamples.of(fixed, body, COARSE_MM);
    SmoothedImage coarseMoving = SmoothedImage.of(moving, COARSE_MM);
    var descent = new RobustGaussNewton(coarse, coarseMoving, centre);
    List<Candidate> candidates =
        turned(starts, centre).stream()
            .map(start -> new Candidate(start, coarse.agreement(coarseMoving, start)))
            .sorted(Candidate.BEST_FIRST)
            .limit(MOST_DESCENTS)
            .map(candidate -> descent.descend(candidate.transform(), RobustGaussNewton.TUKEY))
            .map(reached -> new Candidate(reached, coarse.agreement(coarseMoving, reached)))
            .sorted(Candidate.BEST_FIRST)
            .toList();
    progress.report("rigid registration", 2, 3);
    RigidTransform best = candidates.getFirst().transform();
    double runnerUpMm = coarse.greatestDistance(best, candidates.get(1).transform());
    BodySamples fine = BodySamples.of(fixed, body, FINE_MM);
    SmoothedImage fineMoving = SmoothedImage.of(moving, FINE_MM);
    var refinement = new RobustGaussNewton(fine.nearBone(), fineMoving, centre);
    for (double cut : CUTS) {
      best = refinement.descend(best, cut);
    }
    BodySamples.Agreement agreement = fine.agreement(fineMoving, best);
    double outliers = new RobustGaussNewton(fine, fineMoving, centre).outlierShare(best);
    progress.report("rigid registration", 3, 3);
    return new Result(best, agreement.correlation(), agreement.overlap(), outliers, runnerUpMm);
  }

  private record Candidate(RigidTransform transform, BodySamples.Agreement agreement) {

    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingDouble(candidate -> -candidate.agreement().score());
  }

  private static List<RigidTransform> turned(List<RigidTransform> starts, Vector3 centre) {
    List<RigidTransform> all = new ArrayList<>();
    for (RigidTransform start : starts) {
      for (Vector3 turn : turns()) {
        all.add(start.after(RigidTransform.of(turn, centre, Vector3.ZERO)));
      }
    }
    return all;
  }

  private static List<Vector3> turns() {
    double angle = Math.toRadians(TURN_DEGREES);
    return List.of(
        Vector3.ZERO,
        new Vector3(angle, 0, 0),
        new Vector3(-angle, 0, 0),
        new Vector3(0, angle, 0),
        new Vector3(0, -angle, 0),
        new Vector3(0, 0, angle),
        new Vector3(0, 0, -angle));
  }
}
