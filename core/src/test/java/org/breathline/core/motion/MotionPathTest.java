package org.breathline.core.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.RunLengthMask;
import org.junit.jupiter.api.Test;

final class MotionPathTest {

  /** An ellipse in the sagittal plane: 10 mm SI, 3 mm AP out of step. */
  static MotionPath ellipse(double siMm, double apMm) {
    List<MotionPath.Position> positions = new ArrayList<>();
    for (int p = 0; p < 100; p += 10) {
      double angle = 2 * Math.PI * p / 100;
      positions.add(
          new MotionPath.Position(
              p,
              new Vector3(-80, 20 + apMm / 2 * Math.sin(angle), 5 - siMm / 2 * Math.cos(angle))));
    }
    return new MotionPath(positions);
  }

  @Test
  void peakToPeakHysteresisAndMean() {
    MotionPath path = ellipse(10, 3);
    PeakToPeak motion = path.peakToPeak();
    assertThat(motion.lrMm()).isEqualTo(0);
    assertThat(motion.siMm()).isCloseTo(10, within(1e-9));
    // Ten phases do not meet the ellipse's widest place, sin 72 degrees do.
    assertThat(motion.apMm()).isCloseTo(3 * Math.sin(Math.toRadians(72)), within(1e-9));
    assertThat(motion.vectorMm()).isCloseTo(10, within(1e-9));
    assertThat(motion.isBeyondTg76()).isTrue();
    assertThat(path.mean().minus(new Vector3(-80, 20, 5)).length()).isLessThan(1e-9);
    // Between two positions the way back is straight, so a little nearer than the ellipse.
    assertThat(path.hysteresisMm()).isBetween(2.7, 3 * Math.sin(Math.toRadians(72)));
    assertThat(path.lowest().percent()).isEqualTo(0);
    assertThat(path.highest().percent()).isEqualTo(50);
    assertThat(path.deviation().z()).isCloseTo(10 / 2 / Math.sqrt(2), within(1e-9));
    assertThat(path.nearestToMean().percent()).isIn(20.0, 30.0, 70.0, 80.0);
  }

  @Test
  void aLineHasNoHysteresis() {
    assertThat(ellipse(8, 0).hysteresisMm()).isCloseTo(0, within(1e-9));
    assertThat(ellipse(4, 0).peakToPeak().isBeyondTg76()).isFalse();
  }

  @Test
  void aWindowKeepsItsPhasesOverTheEnd() {
    MotionPath path = ellipse(10, 0);
    assertThat(path.within(new PhaseWindow(30, 70)).positions()).hasSize(5);
    assertThat(path.within(new PhaseWindow(90, 10)).positions())
        .extracting(MotionPath.Position::percent)
        .containsExactly(0.0, 10.0, 90.0);
    assertThat(path.within(new PhaseWindow(40, 60)).peakToPeak().siMm())
        .isCloseTo(5 * (1 - Math.cos(Math.toRadians(36))), within(1e-9));
  }

  @Test
  void phasesMustIncrease() {
    List<MotionPath.Position> wrong =
        List.of(
            new MotionPath.Position(50, Vector3.ZERO), new MotionPath.Position(0, Vector3.ZERO));
    assertThatThrownBy(() -> new MotionPath(wrong)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MotionPath(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMaskMovesWithItsField() {
    Grid grid = new Grid(8, 6, 5, Vector3.ZERO, new Vector3(2, 2, 3), Orientation.AXIAL);
    RunLengthMask.Builder builder = new RunLengthMask.Builder(grid);
    for (int row = 0; row < 30; row++) {
      builder.add(row == 14 ? 2 : 0, row == 14 ? 5 : 0);
      builder.endRow();
    }
    RunLengthMask mask = builder.build();
    DisplacementField field = new DisplacementField(grid);
    for (int at = 0; at < grid.size(); at++) {
      field.z()[at] = -4;
      field.x()[at] = at % grid.nx();
    }
    // Columns 2, 3, 4 of row 2 of slice 2: x 4, 6, 8.
    assertThat(StructureMotion.centroid(mask)).isEqualTo(new Vector3(6, 4, 6));
    assertThat(StructureMotion.centroid(mask, field)).isEqualTo(new Vector3(9, 4, 2));
    StructureMotion motion =
        StructureMotion.of(
            "GTV",
            mask,
            List.of(
                new StructureMotion.PhaseField(0, field),
                new StructureMotion.PhaseField(50, new DisplacementField(grid))));
    assertThat(motion.path().peakToPeak().siMm()).isEqualTo(4);
    assertThat(motion.path().peakToPeak().vectorMm()).isEqualTo(5);
  }

  @Test
  void aSurrogateThatGoesAlongIsCorrelatedAndAModelOfBothNumbersFitsAnEllipse() {
    MotionPath path = ellipse(10, 3);
    List<Double> percents = path.positions().stream().map(MotionPath.Position::percent).toList();
    double[] fullness =
        percents.stream().mapToDouble(p -> Math.cos(2 * Math.PI * p / 100)).toArray();
    BreathCurve curve = BreathCurve.of(percents, fullness);
    SurrogateCorrelation correlation = SurrogateCorrelation.of(path, curve);
    assertThat(correlation.si()).isCloseTo(-1, within(1e-9));
    assertThat(correlation.ap()).isCloseTo(0, within(1e-9));
    assertThat(correlation.lr()).isNaN();
    // What a line leaves is the AP motion: its root mean square.
    assertThat(correlation.residualMm()).isCloseTo(1.5 / Math.sqrt(2), within(1e-9));
    PointModel model = PointModel.fit(path, curve);
    assertThat(model.errorMm()).isLessThan(1e-9);
    assertThat(model.perFullness().z()).isCloseTo(-10, within(1e-9));
    assertThat(curve.mean().fullness()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aBreathThatDoesNotShowIsRefused() {
    assertThatThrownBy(() -> BreathCurve.of(List.of(0.0, 50.0), new double[] {3, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
