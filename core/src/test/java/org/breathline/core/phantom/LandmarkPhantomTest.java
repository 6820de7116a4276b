package org.breathline.core.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.breathline.core.field.Inversion;
import org.breathline.core.field.JacobianDeterminant;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.TrilinearSampling;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RequiresData("landmarks/dirlab")
final class LandmarkPhantomTest {

  /** The mean of its landmarks is near the patient's, and the truth has an inverse. */
  @ParameterizedTest
  @CsvSource({"1, 3.89", "2, 4.34", "3, 6.94", "4, 9.83", "5, 7.48"})
  void movesAsThePatientDid(int number, double meanMm) throws Exception {
    LandmarkPhantom phantom = of(number);
    double mean =
        phantom.landmarks().stream()
            .mapToDouble(p -> phantom.field().at(p).length())
            .average()
            .orElseThrow();
    assertThat(mean).isCloseTo(meanMm, within(0.35 * meanMm));
    float[] jacobian = JacobianDeterminant.leastOfCells(phantom.field()).values();
    double least =
        IntStream.range(0, jacobian.length).mapToDouble(i -> jacobian[i]).min().orElse(0);
    assertThat(least).isGreaterThan(0);
    var inversion = new Inversion(phantom.field());
    for (Vector3 landmark : phantom.landmarks()) {
      Vector3 moved = phantom.field().map(landmark);
      Vector3 back = moved.plus(inversion.at(moved).displacement());
      assertThat(back.minus(landmark).length()).isLessThan(0.05);
    }
  }

  /** What is at a landmark in one image is at its partner in the other. */
  @ParameterizedTest
  @CsvSource({"4"})
  void theImagesShowTheField(int number) throws Exception {
    LandmarkPhantom phantom = of(number);
    Grid grid =
        new Grid(
            100, 90, 50, new Vector3(-150, -110, -125), new Vector3(3, 3, 5), Orientation.AXIAL);
    ShortVolume exhaled = phantom.exhaled(grid, 0);
    var inhaled = new TrilinearSampling(phantom.inhaled(grid, 0), -1000);
    double before = 0;
    double after = 0;
    for (int k = 5; k < 45; k++) {
      for (int j = 5; j < 85; j++) {
        for (int i = 5; i < 95; i++) {
          Vector3 point = grid.point(i, j, k);
          double hu = exhaled.at(grid.offset(i, j, k));
          before += Math.abs(inhaled.at(point) - hu);
          after += Math.abs(inhaled.at(phantom.field().map(point)) - hu);
        }
      }
    }
    assertThat(after).isLessThan(0.4 * before);
  }

  private static LandmarkPhantom of(int number) throws Exception {
    return new LandmarkPhantom(
        10 + number, DirLabPairs.read(TestData.get("landmarks/dirlab/case" + number + "_300.csv")));
  }
}
