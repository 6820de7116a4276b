package org.breathline.core.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.RunLengthMask;
import org.junit.jupiter.api.Test;

/** A cylinder along the patient that leaves the image at the feet, and on the left side. */
final class BeamEntryTest {

  private static final Grid GRID =
      new Grid(50, 50, 40, new Vector3(-98, -98, -78), new Vector3(4, 4, 4), Orientation.AXIAL);

  /** From z = -80 (the image's end) to 40 mm; the left side is cut at x = 102 if it is wide. */
  private static RunLengthMask body(double radiusX) {
    return RunLengthMask.of(
        GRID,
        at -> {
          Vector3 point = GRID.point(at);
          return Math.hypot(point.x() / radiusX, point.y() / 60) < 1 && point.z() < 40;
        });
  }

  private static double cut(RunLengthMask body, double gantry, double couch, Jaws jaws) {
    BeamFrame frame = BeamFrame.of(Vector3.ZERO, 1000, PatientPosition.HFS, gantry, 0, couch);
    return BeamEntry.cutOffPercent(frame, Aperture.of(jaws), body);
  }

  @Test
  void aBeamThatEntersThroughSkinIsWhole() {
    for (double gantry : new double[] {0, 45, 90, 180, 270}) {
      assertThat(cut(body(80), gantry, 0, Jaws.symmetric(60, 60))).isZero();
    }
  }

  @Test
  void aBeamFromASideThatTheImageCutsIsNot() {
    assertThat(cut(body(150), 90, 0, Jaws.symmetric(40, 40))).isEqualTo(100);
    assertThat(cut(body(150), 0, 0, Jaws.symmetric(40, 40))).isZero();
  }

  @Test
  void aBeamFromTheFeetEntersWhereTheScanEnds() {
    assertThat(cut(body(80), 90, 90, Jaws.symmetric(40, 40))).isEqualTo(100);
    assertThat(cut(body(80), 90, 270, Jaws.symmetric(40, 40))).as("from the head").isZero();
  }

  @Test
  void aBeamThatReachesBeyondTheScanIsCutInPart() {
    // In the upper field all rays enter through skin, whatever lies beside the image.
    assertThat(cut(body(80), 0, 0, new Jaws(-30, 30, -120, -20))).isCloseTo(0, within(1e-9));
    // Half of the way round to the feet, the lower part of the field comes in through the end.
    assertThat(cut(body(80), 90, 60, Jaws.symmetric(40, 120))).isBetween(5.0, 95.0);
  }
}
