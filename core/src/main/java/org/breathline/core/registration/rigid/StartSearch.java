package org.breathline.core.registration.rigid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.breathline.core.geometry.RigidTransform;
import org.breathline.core.geometry.Vector3;

/**
 * Looks for translations to begin with: on a coarse grid around where the images lie, and around
 * body on body for images of another frame of reference; along the body further than across, for
 * scans that begin elsewhere.
 */
final class StartSearch {

  private static final double STEP_MM = 16;
  private static final int ACROSS = 3;
  private static final int ALONG = 12;

  private StartSearch() {}

  /**
   * The best translations, each at least two steps from the better ones.
   *
   * @param movingCentre the middle of the tissue in the moving image, mm
   * @param most as many at most
   */
  static List<RigidTransform> of(
      BodySamples fixed, SmoothedImage moving, Vector3 movingCentre, int most) {
    List<Vector3> shifts = new ArrayList<>(around(Vector3.ZERO));
    shifts.addAll(around(movingCentre.minus(fixed.centre())));
    double[] scores =
        IntStream.range(0, shifts.size())
            .parallel()
            .mapToDouble(
                n -> fixed.agreement(moving, RigidTransform.translating(shifts.get(n))).score())
            .toArray();
    List<Integer> order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer n) -> -scores[n]).thenComparingInt(n -> n))
            .toList();
    List<RigidTransform> best = new ArrayList<>();
    for (int n : order) {
      Vector3 shift = shifts.get(n);
      boolean other =
          best.stream().allMatch(b -> b.translation().minus(shift).length() >= 2 * STEP_MM);
      if (other && best.size() < most) {
        best.add(RigidTransform.translating(shift));
      }
    }
    return best;
  }

  private static List<Vector3> around(Vector3 centre) {
    List<Vector3> shifts = new ArrayList<>();
    for (int k = -ALONG; k <= ALONG; k++) {
      for (int j = -ACROSS; j <= ACROSS; j++) {
        for (int i = -ACROSS; i <= ACROSS; i++) {
          shifts.add(centre.plus(new Vector3(i, j, k).times(STEP_MM)));
        }
      }
    }
    return shifts;
  }
}
