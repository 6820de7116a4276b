package org.breathline.core.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.breathline.core.geometry.Vector3;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

/** Signs of IEC 61217 as an observer at the foot of the couch sees them. */
final class BeamFrameTest {

  private static final Vector3 ISOCENTRE = new Vector3(10, -20, 300);

  private static final List<PatientPosition> POSITIONS = List.of(PatientPosition.values());

  private static Vector3 side(PatientPosition position, double gantry, double couch) {
    return BeamFrame.of(ISOCENTRE, 1000, position, gantry, 0, couch).towardsSource();
  }

  private static void same(Vector3 found, double x, double y, double z) {
    assertThat(found.minus(new Vector3(x, y, z)).length()).isLessThan(1e-12);
  }

  @Test
  void theSourceStandsOnTheSideOfThePatientThatTheGantryTurnedTo() {
    same(side(PatientPosition.HFS, 0, 0), 0, -1, 0); // anterior
    same(side(PatientPosition.HFS, 90, 0), 1, 0, 0); // left
    same(side(PatientPosition.HFS, 180, 0), 0, 1, 0); // posterior
    same(side(PatientPosition.HFP, 0, 0), 0, 1, 0);
    same(side(PatientPosition.HFP, 90, 0), -1, 0, 0);
    same(side(PatientPosition.FFS, 90, 0), -1, 0, 0);
    same(side(PatientPosition.FFP, 90, 0), 1, 0, 0);
  }

  @Test
  void aTurnedCouchBringsTheFeetUnderALateralGantry() {
    // The couch at 90 degrees, counter-clockwise from above, turns the head from the gantry to the
    // observer's left, and the feet to the right, where gantry 90 stands.
    same(side(PatientPosition.HFS, 90, 90), 0, 0, -1);
    same(side(PatientPosition.FFS, 90, 90), 0, 0, 1);
  }

  @Test
  void theLeavesTurnCounterClockwiseAsSeenFromTheSource() {
    BeamFrame straight = BeamFrame.of(ISOCENTRE, 1000, PatientPosition.HFS, 0, 0, 0);
    same(straight.x(), 1, 0, 0);
    same(straight.y(), 0, 0, 1);
    BeamFrame turned = BeamFrame.of(ISOCENTRE, 1000, PatientPosition.HFS, 0, 90, 0);
    same(turned.x(), 0, 0, 1);
    same(turned.y(), -1, 0, 0);
  }

  @Test
  void anyFrameIsRightHandedAndProjectsWhatItPlaced() {
    Property.holds(
        200,
        7,
        random -> {
          BeamFrame frame =
              BeamFrame.of(
                  ISOCENTRE,
                  1000,
                  POSITIONS.get(random.nextInt(POSITIONS.size())),
                  random.nextDouble(360),
                  random.nextDouble(360),
                  random.nextDouble(360));
          assertThat(frame.x().cross(frame.y()).minus(frame.towardsSource()).length())
              .isLessThan(1e-12);
          double x = random.nextDouble(-200, 200);
          double y = random.nextDouble(-200, 200);
          Vector3 onPlane = frame.onIsocentrePlane(x, y);
          double along = random.nextDouble(0.5, 1.5);
          Vector3 onRay = frame.source().plus(onPlane.minus(frame.source()).times(along));
          Vector3 found = frame.project(onRay);
          assertThat(found.x()).isCloseTo(x, within(1e-9));
          assertThat(found.y()).isCloseTo(y, within(1e-9));
          assertThat(found.z()).isCloseTo(1000 * (1 - along), within(1e-9));
        });
  }
}
