package org.breathline.core.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Vector3;
import org.breathline.testkit.Property;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

final class PhantomMotionTest {

  /** The states that a trace may reach, held far beyond a typical breath. */
  private static MotionState anyState(SplittableRandom random) {
    return new MotionState(random.nextDouble(-0.6, 2), random.nextDouble(-0.6, 2));
  }

  private static Vector3 anyPoint(SplittableRandom random) {
    return new Vector3(
        random.nextDouble(-190, 190), random.nextDouble(-130, 125), random.nextDouble(-110, 168));
  }

  private static Optional<Tumour> anyTumour(SplittableRandom random) {
    TumourSite[] sites = TumourSite.values();
    return Optional.of(new Tumour(sites[random.nextInt(sites.length)], random.nextDouble(10, 40)));
  }

  private static PhantomMotion anyMotion(SplittableRandom random) {
    return new PhantomMotion(
        new MotionParameters(
            random.nextDouble(0, 30),
            random.nextDouble(0, 8),
            random.nextDouble(0, 3),
            random.nextDouble(-6, 6)),
        random.nextBoolean() ? anyTumour(random) : Optional.empty());
  }

  @Test
  void goesToTheReferenceAndBackExactly() {
    double[] worst = {0};
    Property.holds(
        20_000,
        1,
        random -> {
          PhantomMotion motion = anyMotion(random);
          MotionState state = anyState(random);
          Vector3 point = anyPoint(random);
          Vector3 back = motion.fromReference(motion.toReference(point, state), state);
          worst[0] = Math.max(worst[0], back.minus(point).length());
          assertThat(back.minus(point).length()).isLessThan(1e-6);
        });
    ValidationRecord.write(
        "phantom", "to the reference and back, worst of 20,000", worst[0], "0", "1e-6 mm", "mm");
  }

  @Test
  void contractionIsTheDeterminantAndNeverFolds() {
    Property.holds(
        5_000,
        1,
        random -> {
          PhantomMotion motion = anyMotion(random);
          MotionState state = anyState(random);
          Vector3 point = anyPoint(random);
          double contraction = motion.contraction(point, state);
          assertThat(contraction).isPositive();
          if (isClearOfTheWall(motion, point, state)) {
            assertThat(determinant(motion, point, state))
                .isCloseTo(contraction, within(2e-3 * contraction));
          }
        });
  }

  @Test
  void theWallSlidesWithoutAGap() {
    Property.holds(
        2_000,
        1,
        random -> {
          PhantomMotion motion = anyMotion(random);
          MotionState state = anyState(random);
          Vector3 middle = new Vector3(0, 0, random.nextDouble(-100, 120));
          Vector3 inside = justInside(middle, random.nextDouble(-Math.PI, Math.PI));
          // what touches the wall at rest touches it in every state
          Vector3 moved = motion.fromReference(inside, state);
          Vector3 unwidened = atRest(motion, moved, state);
          double scale = CavityShape.scale(moved.z());
          double level =
              CavityShape.level(
                  CavityShape.p(unwidened.x(), scale), CavityShape.q(unwidened.y(), scale));
          assertThat(level).isCloseTo(1, within(1e-6));
        });
  }

  @Test
  void theTumourIsRigidAndTheTissueAroundItGivesWayWithoutFolding() {
    Property.holds(
        3_000,
        1,
        random -> {
          Tumour tumour = anyTumour(random).orElseThrow();
          var motion =
              new PhantomMotion(
                  MotionParameters.ofDome(random.nextDouble(5, 25)), Optional.of(tumour));
          double amplitude = random.nextDouble(-0.5, 1.3);
          var state = new MotionState(amplitude, amplitude - random.nextDouble(-0.6, 0.6));
          Vector3 centre = motion.fromReference(tumour.referenceCentre(), state);
          Vector3 direction =
              new Vector3(
                  random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1));
          direction = direction.times(1 / direction.length());
          Vector3 edge = centre.plus(direction.times(tumour.radiusMm()));
          assertThat(motion.toReference(edge, state).minus(tumour.referenceCentre()).length())
              .isCloseTo(tumour.radiusMm(), within(1e-9));
          Vector3 around =
              centre.plus(direction.times(tumour.radiusMm() + random.nextDouble(0, 27)));
          assertThat(motion.contraction(around, state)).isBetween(0.3, 1.8);
        });
  }

  @Test
  void theReachOfATumourStaysClearOfTheWall() {
    for (TumourSite site : TumourSite.values()) {
      var tumour = new Tumour(site, 40);
      double reach = new RigidBall(tumour.referenceCentre(), 20).reachMm();
      Property.holds(
          2_000,
          1,
          random -> {
            Vector3 direction =
                new Vector3(
                    random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1));
            Vector3 far =
                tumour.referenceCentre().plus(direction.times(reach / direction.length()));
            assertThat(PhantomMotion.isInCavity(far)).as("%s %s", site, far).isTrue();
          });
    }
  }

  @Test
  void theWallItselfStaysAtItsHeight() {
    var motion = new PhantomMotion(MotionParameters.QUIET);
    Vector3 rib = new Vector3(-150, 0, 0);
    assertThat(PhantomMotion.isInCavity(rib)).isFalse();
    assertThat(motion.fromReference(rib, MotionState.held(1)).z()).isEqualTo(rib.z());
    Vector3 lung = new Vector3(-138, 0, 0);
    assertThat(PhantomMotion.isInCavity(lung)).isTrue();
    assertThat(motion.fromReference(lung, MotionState.held(1)).z()).isLessThan(-10);
  }

  @Test
  void theDomeDescendsByTheStatedAmount() {
    var motion = new PhantomMotion(MotionParameters.ofDome(15));
    Vector3 dome = new Vector3(-73, -10, -1);
    Vector3 moved = motion.fromReference(dome, MotionState.held(1));
    assertThat(dome.z() - moved.z()).isCloseTo(15, within(1.5));
  }

  @Test
  void theWayOutDiffersFromTheWayIn() {
    var motion = new PhantomMotion(MotionParameters.QUIET);
    Vector3 lung = new Vector3(-75, 5, 45);
    Vector3 in = motion.fromReference(lung, new MotionState(0.5, 0.2));
    Vector3 out = motion.fromReference(lung, new MotionState(0.5, 0.8));
    assertThat(Math.abs(in.y() - out.y())).isBetween(2.0, 6.0);
    assertThat(in.z()).isCloseTo(out.z(), within(0.2));
  }

  private static Vector3 justInside(Vector3 middle, double angle) {
    double low = 0;
    double high = 200;
    Vector3 direction = new Vector3(StrictMath.cos(angle), StrictMath.sin(angle), 0);
    while (high - low > 1e-9) {
      double half = 0.5 * (low + high);
      if (PhantomMotion.isInCavity(middle.plus(direction.times(half)))) {
        low = half;
      } else {
        high = half;
      }
    }
    return middle.plus(direction.times(low));
  }

  /** The point with the chest's widening taken back, which is all that the wall does. */
  private static Vector3 atRest(PhantomMotion motion, Vector3 point, MotionState state) {
    var slice = new SliceMotion(motion.parameters(), state, point.z());
    return new Vector3(slice.wallX(point.x()), slice.wallY(point.y()), point.z());
  }

  private static boolean isClearOfTheWall(PhantomMotion motion, Vector3 point, MotionState state) {
    boolean inside = PhantomMotion.isInCavity(atRest(motion, point, state));
    for (int axis = 0; axis < 6; axis++) {
      Vector3 step = axis(axis / 2).times(axis % 2 == 0 ? 0.01 : -0.01);
      if (PhantomMotion.isInCavity(atRest(motion, point.plus(step), state)) != inside) {
        return false;
      }
    }
    return true;
  }

  private static double determinant(PhantomMotion motion, Vector3 point, MotionState state) {
    double h = 1e-4;
    Vector3[] columns = new Vector3[3];
    for (int axis = 0; axis < 3; axis++) {
      Vector3 step = axis(axis).times(h);
      columns[axis] =
          motion
              .toReference(point.plus(step), state)
              .minus(motion.toReference(point.minus(step), state))
              .times(1 / (2 * h));
    }
    return columns[0].dot(columns[1].cross(columns[2]));
  }

  private static Vector3 axis(int axis) {
    return new Vector3(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0);
  }
}
