package org.breathline.core.planning.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.core.treatment.LeafPositions;
import org.breathline.core.treatment.MultileafCollimator;
import org.breathline.core.treatment.PatientPosition;
import org.junit.jupiter.api.Test;

final class ConformalApertureTest {

  private static final MultileafCollimator LEAVES =
      new MultileafCollimator(
          MultileafCollimator.Travel.X,
          IntStream.rangeClosed(-20, 20).mapToDouble(i -> 5 * i).toArray());

  private final Grid grid =
      new Grid(81, 81, 81, new Vector3(-40, -40, -40), new Vector3(1, 1, 1), Orientation.AXIAL);
  private final BeamFrame frame = BeamFrame.of(Vector3.ZERO, 1000, PatientPosition.HFS, 0, 0, 0);
  private final RunLengthMask ball =
      RunLengthMask.of(grid, offset -> grid.point(offset).length() <= 30);

  @Test
  void theShadowOfABallIsADisc() {
    // Rays touch a ball of radius r at distance f at f tan(asin(r / f)).
    double radius = 1000 * Math.tan(Math.asin(0.030));

    BeamsEyeView view = BeamsEyeView.of(ball, frame, 0, 1);

    assertThat(view.areaMm2()).isCloseTo(Math.PI * radius * radius, within(0.05 * 2827));
    assertThat(view.contains(20, 20)).isTrue();
    assertThat(view.contains(24, 24)).isFalse();
  }

  @Test
  void aMarginWidensTheShadowAllAround() {
    BeamsEyeView.Extent bare = BeamsEyeView.of(ball, frame, 0, 1).alongY();
    BeamsEyeView.Extent wide = BeamsEyeView.of(ball, frame, 7, 1).alongY();

    assertThat(wide.fromMm()).isCloseTo(bare.fromMm() - 7, within(1e-9));
    assertThat(wide.toMm()).isCloseTo(bare.toMm() + 7, within(1e-9));
  }

  @Test
  void nothingOfTheTargetIsCoveredAndLittleElseIsOpen() {
    BeamsEyeView view = BeamsEyeView.of(ball, frame, 5, 1);

    Aperture aperture = ConformalAperture.around(view, LEAVES);

    for (double y = -40.5; y < 41; y++) {
      for (double x = -40.5; x < 41; x++) {
        if (view.contains(x, y)) {
          assertThat(aperture.isOpen(x, y)).isTrue();
        }
      }
    }
    assertThat(aperture.areaMm2()).isBetween(view.areaMm2(), 1.12 * view.areaMm2());
  }

  @Test
  void pairsBesideTheTargetAreShutBehindTheJaw() {
    Aperture aperture = ConformalAperture.around(BeamsEyeView.of(ball, frame, 5, 1), LEAVES);
    LeafPositions leaves = aperture.leaves().orElseThrow();

    assertThat(leaves.openingMm(0)).isZero();
    assertThat(leaves.secondMm(0)).isLessThan(aperture.jaws().x1Mm());
    assertThat(leaves.openingMm(20)).isGreaterThan(60);
  }

  @Test
  void aTargetBeyondTheLeavesIsRefused() {
    MultileafCollimator few =
        new MultileafCollimator(MultileafCollimator.Travel.X, -10, -5, 0, 5, 10);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConformalAperture.around(BeamsEyeView.of(ball, frame, 5, 1), few))
        .withMessageContaining("across the leaves");
  }

  @Test
  void beamletsLieOverTheShadow() {
    BeamsEyeView view = BeamsEyeView.of(ball, frame, 5, 1);

    BeamletGrid grid = BeamletGrid.over(view, 5);

    assertThat(grid.beamlets() * 25.0).isCloseTo(view.areaMm2(), within(0.1 * view.areaMm2()));
    for (int beamlet = 0; beamlet < grid.beamlets(); beamlet++) {
      assertThat(grid.beamletAt(grid.column(beamlet), grid.row(beamlet))).isEqualTo(beamlet);
      assertThat(grid.column(beamlet))
          .isBetween(grid.firstColumn(grid.row(beamlet)), grid.endColumn(grid.row(beamlet)) - 1);
    }
    assertThat(grid.beamletAt(-1, 1)).isEqualTo(-1);
  }
}
