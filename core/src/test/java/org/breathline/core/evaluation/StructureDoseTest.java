package org.breathline.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.structure.Contour;
import org.breathline.core.structure.ContourStack;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

/** Histograms of shapes in doses whose histograms are known in closed form. */
final class StructureDoseTest {

  private static final Grid COARSE =
      new Grid(
          41, 41, 41, new Vector3(-50, -50, -50), new Vector3(2.5, 2.5, 2.5), Orientation.AXIAL);

  /** A dose that rises by a gradient along an axis, 30 Gy in the middle. */
  private static FloatVolume ramp(double xPerMm, double yPerMm, double zPerMm) {
    var dose = new FloatVolume(COARSE);
    for (int i = 0; i < COARSE.size(); i++) {
      Vector3 at = COARSE.point(i);
      dose.values()[i] = (float) (30 + xPerMm * at.x() + yPerMm * at.y() + zPerMm * at.z());
    }
    return dose;
  }

  private static List<Contour> box(double halfX, double halfY, double halfZ, double stepMm) {
    List<Contour> contours = new ArrayList<>();
    for (double z = -halfZ + stepMm / 2; z < halfZ; z += stepMm) {
      contours.add(
          Contour.ofCoordinates(
              -halfX, -halfY, z, halfX, -halfY, z, halfX, halfY, z, -halfX, halfY, z));
    }
    return contours;
  }

  private static List<Contour> sphere(double radius, double stepMm) {
    List<Contour> contours = new ArrayList<>();
    for (double z = -radius + stepMm / 2; z < radius; z += stepMm) {
      double r = Math.sqrt(radius * radius - z * z);
      double[] points = new double[3 * 360];
      for (int i = 0; i < 360; i++) {
        points[3 * i] = r * Math.cos(Math.toRadians(i));
        points[3 * i + 1] = r * Math.sin(Math.toRadians(i));
        points[3 * i + 2] = z;
      }
      contours.add(Contour.ofCoordinates(points));
    }
    return contours;
  }

  @Test
  void aBoxOnARampIsEvenBetweenItsEnds() {
    // Borders in the middle of nowhere of the dose grid.
    List<Contour> box = box(11.3, 7.7, 9, 3); // from -7.5 to 7.5 mm
    for (FloatVolume dose : List.of(ramp(1, 0, 0), ramp(0, 1, 0), ramp(0, 0, 1))) {
      double half = dose.at(1) != dose.at(0) ? 11.3 : dose.at(41) != dose.at(0) ? 7.7 : 7.5;
      DoseVolumeHistogram histogram = StructureDose.of(box, dose);
      assertThat(histogram.volumeMl()).isCloseTo(22.6 * 15.4 * 15 / 1000, within(1e-4));
      assertThat(histogram.meanGy()).isCloseTo(30, within(0.01));
      for (double percent : new double[] {2, 5, 25, 50, 75, 95, 98}) {
        double expected = 30 + half * (1 - 2 * percent / 100);
        assertThat(histogram.doseAtPercent(percent)).isCloseTo(expected, within(0.15));
      }
      assertThat(histogram.volumeAtPercent(30 + half / 2)).isCloseTo(25, within(0.8));
    }
  }

  @Test
  void aSphereOnARampHasTheHistogramOfItsCaps() {
    DoseVolumeHistogram histogram = StructureDose.of(sphere(12, 1), ramp(1, 0, 0));
    double whole = 4.0 / 3 * Math.PI * 12 * 12 * 12;
    double worst = 0;
    for (double x = -10; x <= 10; x += 2) {
      double cap = Math.PI * (12 - x) * (12 - x) * (2 * 12 + x) / 3;
      double error = histogram.volumeAtPercent(30 + x) - 100 * cap / whole;
      worst = Math.max(worst, Math.abs(error));
    }
    ValidationRecord.write(
        "histogram",
        "sphere of 12 mm radius on a dose ramp of 1 Gy/mm, 2.5 mm dose voxels: worst error of V",
        worst,
        "volume of spherical caps",
        "at most 0.5 % of the volume",
        "%");
    assertThat(worst).isLessThan(0.5);
  }

  @Test
  void aMaskGivesTheSameFigures() {
    List<Contour> sphere = sphere(12, 2);
    DoseVolumeHistogram contours = StructureDose.of(sphere, ramp(0.7, 0.5, 0.3));
    Grid fine =
        new Grid(60, 60, 30, new Vector3(-30, -30, -29), new Vector3(1, 1, 2), Orientation.AXIAL);
    DoseVolumeHistogram voxels =
        StructureDose.of(ContourStack.of(sphere, fine).occupancy(), ramp(0.7, 0.5, 0.3));
    // In voxels, the first and the last contour are slabs of a whole thickness.
    assertThat(voxels.volumeMl()).isCloseTo(contours.volumeMl() + 0.145, within(1e-3));
    for (double percent : new double[] {5, 50, 95}) {
      assertThat(voxels.doseAtPercent(percent))
          .isCloseTo(contours.doseAtPercent(percent), within(0.2));
    }
  }

  @Test
  void whatLiesBeyondTheDoseIsSaidAndCountsInNoFigure() {
    List<Contour> half =
        box(10, 10, 10, 2).stream().map(c -> c.shifted(new Vector3(51.25, 0, 0))).toList();
    DoseVolumeHistogram histogram = StructureDose.of(half, ramp(0, 0, 0));
    assertThat(histogram.volumeMl()).isCloseTo(3.6, within(0.1));
    assertThat(histogram.uncoveredMl()).isCloseTo(3.6, within(0.1));
    assertThat(histogram.minimumGy()).isEqualTo(30);
    List<Contour> beyond = half.stream().map(c -> c.shifted(new Vector3(50, 0, 0))).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StructureDose.of(beyond, ramp(0, 0, 0)))
        .withMessageContaining("beyond");
  }
}
