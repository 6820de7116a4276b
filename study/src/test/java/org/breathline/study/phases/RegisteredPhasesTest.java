package org.breathline.study.phases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.JacobianDeterminant;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.progress.Progress;
import org.breathline.core.segmentation.LungAir;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real 4DCT, registered with its 50 % phase. */
@RequiresData("4dct/popi-light")
final class RegisteredPhasesTest {

  /**
   * Mean distances of the expert landmarks from their place in the 10 % phase, for the phases from
   * 0 to 90 %, mm (Vandemeulebroucke et al., ICCR 2007).
   */
  private static final double[] PUBLISHED_MM = {0.5, 0, 0.5, 2.2, 4.3, 5.8, 6.1, 5.0, 3.7, 2.1};

  private static RegisteredPhases registered;

  @BeforeAll
  static void register() throws Exception {
    LoadedPhases phases = LoadedPhases.load(TestData.get("4dct/popi-light"), Progress.SILENT);
    registered = RegisteredPhases.register(phases, 50, Progress.SILENT);
  }

  @Test
  void nothingFoldsAndTheCycleCloses() {
    assertThat(registered.reference().percent()).isEqualTo(50);
    for (DisplacementField field : registered.fields()) {
      float least = Float.POSITIVE_INFINITY;
      for (float j : JacobianDeterminant.leastOfCells(field).values()) {
        least = Math.min(least, j);
      }
      assertThat(least).isPositive();
    }
    double closure = registered.sequence().closure().p95Mm();
    ValidationRecord.write(
        "registration", "POPI: cycle closure, 95th percentile", closure, "0 mm", "1 mm", "mm");
    assertThat(closure).isLessThan(1);
  }

  /**
   * Landmarks are not spread evenly over the lungs, and the mean length of vectors that are known
   * to a part of a voxel (5 x 5 x 6 mm) is too great where they are short: so this tells the order
   * of the phases and the order of magnitude, 2 mm being a third of the greatest distance.
   */
  @Test
  void theLungsMoveAsTheirLandmarksDid() {
    RunLengthMask lungs = LungAir.of(registered.reference().volume());
    double[] means = new double[PUBLISHED_MM.length];
    for (int phase = 0; phase < means.length; phase++) {
      means[phase] =
          meanDistance(lungs, registered.fields().get(1), registered.fields().get(phase));
      ValidationRecord.write(
          "registration",
          "POPI: mean distance in the lungs from the 10 %% phase, %d %%".formatted(10 * phase),
          means[phase],
          PUBLISHED_MM[phase] + " mm for the landmarks",
          "2 mm, and the same order of the phases",
          "mm");
      assertThat(means[phase]).isCloseTo(PUBLISHED_MM[phase], within(2.0));
    }
    // From the nearest to the farthest phase, as published (0 and 20 % are equal there).
    int[] order = {1, 0, 2, 9, 3, 8, 4, 7, 5, 6};
    for (int n = 1; n < order.length; n++) {
      assertThat(means[order[n]]).isGreaterThan(means[order[n - 1]]);
    }
  }

  private static double meanDistance(
      RunLengthMask lungs, DisplacementField from, DisplacementField to) {
    Grid grid = lungs.grid();
    double sum = 0;
    int count = 0;
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          if (lungs.contains(i, j, k)) {
            Vector3 point = grid.point(i, j, k);
            sum += to.at(point).minus(from.at(point)).length();
            count++;
          }
        }
      }
    }
    return sum / count;
  }
}
