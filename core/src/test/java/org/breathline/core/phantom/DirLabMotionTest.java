package org.breathline.core.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breathline.core.geometry.Vector3;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

/**
 * The motion against that of patients: landmark pairs between the ends of inhalation and exhalation
 * (Castillo et al., Phys Med Biol 54, 1849, 2009), cases 1 to 5.
 */
final class DirLabMotionTest {

  /** A landmark's height (upward, any zero) and its displacement from exhalation, mm. */
  private record Pair(double heightMm, Vector3 displacement) {}

  /**
   * How a set of landmarks moves.
   *
   * @param meanMm mean displacement
   * @param siShare mean size of the SI component over the mean displacement
   * @param apShare the same for AP
   * @param lrShare the same for LR
   * @param baseToApex mean displacement of the lowest third over that of the highest
   * @param worstShare greatest displacement over the mean
   */
  private record Motion(
      double meanMm,
      double siShare,
      double apShare,
      double lrShare,
      double baseToApex,
      double worstShare) {}

  @Test
  void presetsHaveTheirMeanLandmarkDisplacement() {
    for (double wanted : new double[] {4, 8, 14}) {
      Motion motion = measure(phantom(wanted));
      ValidationRecord.write(
          "phantom",
          "mean landmark displacement, preset " + wanted + " mm",
          motion.meanMm(),
          wanted + " mm",
          "2 %",
          "mm");
      assertThat(motion.meanMm()).isCloseTo(wanted, within(0.02 * wanted));
    }
  }

  @Test
  @RequiresData("landmarks/dirlab")
  void movesAsPatientsDo() throws IOException {
    List<Motion> patients = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      patients.add(measure(read(TestData.get("landmarks/dirlab/case" + number + "_300.csv"))));
    }
    assertThat(patients.get(0).meanMm()).isCloseTo(3.89, within(0.01));
    assertThat(patients.get(3).meanMm()).isCloseTo(9.83, within(0.01));
    Motion phantom = measure(phantom(8));
    check("SI share of the motion", phantom.siShare(), patients.stream().map(Motion::siShare));
    check("AP share of the motion", phantom.apShare(), patients.stream().map(Motion::apShare));
    check("LR share of the motion", phantom.lrShare(), patients.stream().map(Motion::lrShare));
    check(
        "lowest over highest third",
        phantom.baseToApex(),
        patients.stream().map(Motion::baseToApex));
    check("greatest over mean", phantom.worstShare(), patients.stream().map(Motion::worstShare));
  }

  /** Within the patients' range, widened by a quarter on both sides: five are few. */
  private static void check(String what, double figure, Stream<Double> patients) {
    double[] sorted = patients.mapToDouble(Double::doubleValue).sorted().toArray();
    ValidationRecord.write(
        "phantom",
        what,
        figure,
        "%.2f to %.2f in DIR-Lab cases 1 to 5".formatted(sorted[0], sorted[4]),
        "a quarter beyond",
        "ratio");
    assertThat(figure).as(what).isBetween(0.75 * sorted[0], 1.25 * sorted[4]);
  }

  private static List<Pair> phantom(double meanMm) {
    var phantom = new Phantom(1, MotionParameters.ofMeanLandmark(meanMm), Optional.empty());
    List<Vector3> exhaled = phantom.lungLandmarks(MotionState.REFERENCE);
    List<Vector3> inhaled = phantom.lungLandmarks(new MotionState(1, 0.9));
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < exhaled.size(); i++) {
      pairs.add(new Pair(exhaled.get(i).z(), inhaled.get(i).minus(exhaled.get(i))));
    }
    return pairs;
  }

  private static List<Pair> read(Path file) throws IOException {
    return DirLabPairs.read(file).stream()
        .map(p -> new Pair(p.exhaled().z(), p.displacement()))
        .toList();
  }

  private static Motion measure(List<Pair> pairs) {
    List<Pair> upward = pairs.stream().sorted(Comparator.comparingDouble(Pair::heightMm)).toList();
    int third = upward.size() / 3;
    double mean = mean(upward);
    return new Motion(
        mean,
        upward.stream().mapToDouble(p -> Math.abs(p.displacement().z())).average().orElse(0) / mean,
        upward.stream().mapToDouble(p -> Math.abs(p.displacement().y())).average().orElse(0) / mean,
        upward.stream().mapToDouble(p -> Math.abs(p.displacement().x())).average().orElse(0) / mean,
        mean(upward.subList(0, third)) / mean(upward.subList(upward.size() - third, upward.size())),
        upward.stream().mapToDouble(p -> p.displacement().length()).max().orElse(0) / mean);
  }

  private static double mean(List<Pair> pairs) {
    return pairs.stream().mapToDouble(p -> p.displacement().length()).average().orElse(0);
  }
}
