package org.breathline.core.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.treatment.MultileafCollimator.Travel;
import org.breathline.core.treatment.Rotation.Direction;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

/** Control points, and the standing segments that a moving beam is cut into. */
final class BeamTest {

  private static final MultileafCollimator LEAVES =
      new MultileafCollimator(Travel.X, -20, -10, 0, 5, 20);

  private static final Jaws JAWS = new Jaws(-50, 50, -15, 20);

  private static Aperture aperture(double first, double second) {
    double[] near = {first, first, first, first};
    double[] far = {second, second, second, second};
    return Aperture.of(JAWS, new LeafPositions(LEAVES, near, far));
  }

  private static Beam beam(double monitorUnits, ControlPoint... points) {
    return new Beam(
        1,
        "beam",
        "machine",
        BeamQuality.X6,
        1000,
        PatientPosition.HFS,
        new Vector3(1, 2, 3),
        monitorUnits,
        OptionalDouble.empty(),
        Set.of(),
        List.of(points));
  }

  private static ControlPoint turning(
      double weight, double gantry, Direction direction, Aperture aperture) {
    return new ControlPoint(
        weight, new Rotation(gantry, direction), Rotation.at(0), Rotation.at(0), aperture);
  }

  @Test
  void anApertureIsWhatJawsAndLeavesLeaveOpen() {
    Aperture aperture = aperture(-30, 60);
    assertThat(aperture.isOpen(-29, 0)).isTrue();
    assertThat(aperture.isOpen(-31, 0)).isFalse();
    assertThat(aperture.isOpen(51, 0)).as("behind a jaw").isFalse();
    assertThat(aperture.isOpen(0, -16)).as("behind a jaw").isFalse();
    assertThat(aperture.areaMm2()).isEqualTo(80 * 35);
    MultileafCollimator along = new MultileafCollimator(Travel.Y, -10, 0, 10);
    Aperture turned =
        Aperture.of(JAWS, new LeafPositions(along, new double[] {-5, 0}, new double[] {5, 30}));
    assertThat(turned.isOpen(-5, 4)).isTrue();
    assertThat(turned.isOpen(-5, 6)).isFalse();
    assertThat(turned.isOpen(5, 6)).isTrue();
    assertThat(turned.isOpen(15, 1)).as("beyond all pairs").isFalse();
    assertThat(turned.areaMm2()).isEqualTo(10 * 10 + 10 * 20);
  }

  @Test
  void leavesThatOverlapAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aperture(3, 2))
        .withMessageContaining("pair 1");
  }

  @Test
  void anAngleTurnsTheWayItIsTold() {
    Rotation rising = new Rotation(181, Direction.RISING);
    Rotation falling = new Rotation(179, Direction.FALLING);
    assertThat(rising.turnTo(Rotation.at(179))).isEqualTo(358);
    assertThat(falling.turnTo(Rotation.at(181))).isEqualTo(-358);
    assertThat(rising.towards(Rotation.at(179), 0.5)).isEqualTo(0);
    assertThat(new Rotation(10, Direction.FALLING).turnTo(Rotation.at(350))).isEqualTo(-20);
    assertThat(new Rotation(10, Direction.FALLING).towards(Rotation.at(350), 0.75)).isEqualTo(355);
    assertThat(Rotation.at(10).turnTo(Rotation.at(350))).isZero();
  }

  @Test
  void whatMovesWithTheBeamOnIsTheTechnique() {
    Aperture narrow = aperture(-5, 5);
    Aperture wide = aperture(-15, 15);
    assertThat(
            beam(1, ControlPoint.at(0, 0, 0, 0, narrow), ControlPoint.at(1, 0, 0, 0, narrow))
                .technique())
        .isEqualTo(Technique.STATIC);
    assertThat(
            beam(1, ControlPoint.at(0, 0, 0, 0, narrow), ControlPoint.at(1, 0, 0, 0, wide))
                .technique())
        .isEqualTo(Technique.SLIDING_WINDOW);
    assertThat(stepAndShoot().technique()).isEqualTo(Technique.STEP_AND_SHOOT);
    assertThat(arc(1).technique()).isEqualTo(Technique.ARC);
  }

  private static Beam stepAndShoot() {
    return beam(
        100,
        ControlPoint.at(0, 40, 0, 0, aperture(-5, 5)),
        ControlPoint.at(0.25, 40, 0, 0, aperture(-5, 5)),
        ControlPoint.at(0.25, 40, 0, 0, aperture(-15, 15)),
        ControlPoint.at(1, 40, 0, 0, aperture(-15, 15)));
  }

  @Test
  void stepsAreSegmentsWithTheirOwnMonitorUnits() {
    List<Segment> segments = stepAndShoot().segments(SegmentSampling.USUAL);
    assertThat(segments).extracting(Segment::monitorUnits).containsExactly(25.0, 75.0);
    assertThat(segments.get(1).aperture()).isEqualTo(aperture(-15, 15));
    assertThat(segments.get(1).frame()).isSameAs(segments.get(0).frame());
  }

  @Test
  void slidingLeavesAreSampledHalfWayThroughEachStep() {
    Beam beam =
        beam(
            60,
            ControlPoint.at(0, 0, 0, 0, aperture(-5, 5)),
            ControlPoint.at(2, 0, 0, 0, aperture(-2, 5)));
    List<Segment> segments = beam.segments(new SegmentSampling(1, 2));
    assertThat(segments).extracting(Segment::monitorUnits).containsExactly(20.0, 20.0, 20.0);
    assertThat(segments)
        .extracting(s -> s.aperture().leaves().orElseThrow().firstMm(0))
        .containsExactly(-4.5, -3.5, -2.5);
  }

  /** Half a turn in steps of so many degrees, with as many monitor units as degrees. */
  private static Beam arc(double stepDeg) {
    List<ControlPoint> points = new ArrayList<>();
    for (double turned = 0; turned <= 180; turned += stepDeg) {
      points.add(
          turning(turned, (270 + turned) % 360, Direction.RISING, aperture(-5 - turned / 20, 5)));
    }
    return beam(180, points.toArray(ControlPoint[]::new));
  }

  @Test
  void anArcIsStandingFramesAtTheMiddleOfEqualTurns() {
    for (double stepDeg : new double[] {0.5, 2, 4.5, 9}) {
      List<Segment> segments = arc(stepDeg).segments(new SegmentSampling(2, 3));
      List<BeamFrame> frames = segments.stream().map(Segment::frame).distinct().toList();
      assertThat(frames).hasSize(60);
      for (int i = 0; i < frames.size(); i++) {
        BeamFrame expected = arc(1).frame((270 + 1.5 + 3 * i) % 360, 0, 0);
        assertThat(frames.get(i).towardsSource().minus(expected.towardsSource()).length())
            .isLessThan(1e-9);
      }
      double[] units = new double[frames.size()];
      segments.forEach(s -> units[frames.indexOf(s.frame())] += s.monitorUnits());
      assertThat(units).usingComparatorWithPrecision(1e-6).containsOnly(3.0);
    }
  }

  @Test
  void anArcInBurstsTurnsOnlyWhereTheBeamIsOn() {
    Aperture open = aperture(-5, 5);
    Beam beam =
        beam(
            20,
            turning(0, 0, Direction.RISING, open),
            turning(1, 2, Direction.RISING, open),
            turning(1, 50, Direction.RISING, open),
            turning(2, 52, Direction.NONE, open));
    List<BeamFrame> frames =
        beam.segments(new SegmentSampling(2, 10)).stream().map(Segment::frame).toList();
    assertThat(frames).hasSize(2);
    assertThat(frames.get(0).towardsSource().minus(beam.frame(1, 0, 0).towardsSource()).length())
        .isLessThan(1e-12);
    assertThat(frames.get(1).towardsSource().minus(beam.frame(51, 0, 0).towardsSource()).length())
        .isLessThan(1e-12);
  }

  @Test
  void noMonitorUnitIsLostHoweverTheBeamIsCut() {
    Property.holds(
        100,
        3,
        random -> {
          List<ControlPoint> points = new ArrayList<>();
          double weight = 0;
          double gantry = random.nextDouble(360);
          int count = random.nextInt(2, 12);
          for (int i = 0; i < count; i++) {
            Direction direction = List.of(Direction.values()).get(random.nextInt(3));
            double first = random.nextDouble(-20, 0);
            points.add(turning(weight, gantry, direction, aperture(first, first + 10)));
            weight += i == 0 || random.nextBoolean() ? random.nextDouble(0.1, 3) : 0;
            gantry +=
                switch (direction) {
                  case NONE -> 0;
                  case RISING -> random.nextDouble(20);
                  case FALLING -> -random.nextDouble(20);
                };
          }
          Beam beam = beam(123, points.toArray(ControlPoint[]::new));
          var sampling = new SegmentSampling(random.nextDouble(0.5, 5), random.nextDouble(0.5, 20));
          double sum = beam.segments(sampling).stream().mapToDouble(Segment::monitorUnits).sum();
          assertThat(sum).isCloseTo(123, within(1e-9));
        });
  }

  @Test
  void weightsThatFallAreRefused() {
    Aperture open = aperture(-5, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            beam(
                1,
                ControlPoint.at(0, 0, 0, 0, open),
                ControlPoint.at(1, 0, 0, 0, open),
                ControlPoint.at(0.5, 0, 0, 0, open)))
        .withMessageContaining("fall");
  }

  @Test
  void aPlanKnowsHowOftenABeamIsGivenAndWhatIsPrescribed() {
    TreatmentPlan plan = TreatmentPlan.of("lung", "PTV", 60, 30, List.of(stepAndShoot()));
    assertThat(plan.fractions(plan.beam(1))).isEqualTo(30);
    assertThat(plan.prescriptionGy()).hasValue(60);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TreatmentPlan.of("x", "PTV", 60, 30, List.of(stepAndShoot(), stepAndShoot())))
        .withMessageContaining("number 1");
  }
}
