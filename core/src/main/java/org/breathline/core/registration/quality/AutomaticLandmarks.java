package org.breathline.core.registration.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.Volume;
import org.breathline.core.registration.LandmarkPair;
import org.breathline.core.structure.RunLengthMask;

/**
 * Finds landmarks in two images without knowing of any displacement field: distinctive points of
 * the fixed image (Foerstner's operator, {@link DistinctPoints}) are looked for in the moving image
 * by the normalised cross-correlation of the surrounding tissue, over all shifts within reach, from
 * coarse to fine. A pair is kept if the tissue is alike, if no other place is nearly as alike, and
 * if looking from the found point back leads home. How far from home it leads tells the pair's own
 * error: two searches with errors of their own, so that one has {@code 1 / sqrt(2)} of it, and with
 * it the error that both have in common.
 *
 * <p>Needs two isotropic copies of the region at {@value #FINE_MM} mm. The result does not depend
 * on the number of threads.
 *
 * @param lowHu everything below looks the same
 * @param highHu everything above looks the same
 * @param reachMm the greatest motion along each axis, mm
 * @param most as many points are looked for, the most distinctive first
 */
public record AutomaticLandmarks(double lowHu, double highHu, Vector3 reachMm, int most) {

  /** Lungs: vessels against air; breathing moves them most along the body. */
  public static final AutomaticLandmarks IN_LUNGS =
      new AutomaticLandmarks(-950, 0, new Vector3(12, 20, 32), 400);

  /** The grid points are found on, mm. */
  static final double FINE_MM = 2;

  /** Points this close to each other tell the same. */
  private static final double APART_MM = 8;

  /** Matches less alike than this are seldom true. */
  private static final double LEAST_CORRELATION = 0.8;

  /** The next best place must be this much less alike. */
  private static final double LEAST_LEAD = 0.05;

  /** Pairs that do not lead home within this are dropped, mm. */
  private static final double GREATEST_RETURN_MM = 2;

  /**
   * What going forth and back has in common and cannot show, mm: tissue that stretches within a
   * template. Measured on phantoms with known motion (the test of this class).
   */
  private static final double COMMON_ERROR_MM = 0.75;

  /**
   * Finds landmarks.
   *
   * @param fixed HU
   * @param moving HU, in the same patient space
   * @param region of the fixed image to look in, such as the lungs
   * @return the most distinctive first; empty where nothing is distinctive
   */
  public List<LandmarkPair> find(Volume fixed, Volume moving, RunLengthMask region) {
    Optional<Grid> grid = MatchingImage.gridAround(region, FINE_MM, reachMm);
    if (grid.isEmpty()) {
      return List.of();
    }
    boolean[] inside = MatchingImage.closed(region, grid.get());
    MatchingImage here = MatchingImage.of(fixed, grid.get(), lowHu, highHu);
    MatchingImage there = MatchingImage.of(moving, grid.get(), lowHu, highHu);
    int[] points = DistinctPoints.of(here, inside, APART_MM, most);
    var forth = new TemplateMatch(here, there, inside, reachMm);
    // The tissue around the found point moved along: the fixed image's region does for weights.
    var back = new TemplateMatch(there, here, allInside(inside.length), reachMm);
    return IntStream.of(points)
        .parallel()
        .mapToObj(point -> pair(grid.get(), point, forth, back))
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean[] allInside(int size) {
    boolean[] all = new boolean[size];
    Arrays.fill(all, true);
    return all;
  }

  private static Optional<LandmarkPair> pair(
      Grid grid, int point, TemplateMatch forth, TemplateMatch back) {
    return forth
        .find(point)
        .filter(AutomaticLandmarks::reliable)
        .flatMap(match ->
            back.find(match.nearest())
                .filter(AutomaticLandmarks::reliable)
                .flatMap(home -> pair(grid, point, match, home)));
  }

  private static boolean reliable(TemplateMatch.Match match) {
    return match.correlation() >= LEAST_CORRELATION && match.lead() >= LEAST_LEAD;
  }

  private static Optional<LandmarkPair> pair(
      Grid grid, int point, TemplateMatch.Match match, TemplateMatch.Match home) {
    double returnMm = match.shiftVoxels().plus(home.shiftVoxels()).length() * FINE_MM;
    if (returnMm > GREATEST_RETURN_MM) {
      return Optional.empty();
    }
    Vector3 fixed = grid.point(point);
    // The grid is axial, so that its axes are the patient's.
    Vector3 moving = fixed.plus(match.shiftVoxels().times(FINE_MM));
    return Optional.of(
        new LandmarkPair(fixed, moving, Math.hypot(COMMON_ERROR_MM, returnMm / Math.sqrt(2))));
  }
}
