package org.breathline.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

final class RigidTransformTest {

  private static Vector3 anywhere(SplittableRandom random, double reach) {
    return new Vector3(
        random.nextDouble(-reach, reach),
        random.nextDouble(-reach, reach),
        random.nextDouble(-reach, reach));
  }

  private static RigidTransform any(SplittableRandom random) {
    return RigidTransform.of(anywhere(random, 3), anywhere(random, 200), anywhere(random, 50));
  }

  @Test
  void aQuarterTurnIsByTheRightHandRule() {
    Vector3 centre = new Vector3(10, 0, 0);
    RigidTransform aboutZ =
        RigidTransform.of(new Vector3(0, 0, Math.PI / 2), centre, new Vector3(0, 0, 5));
    assertThat(aboutZ.apply(new Vector3(11, 0, 0)).minus(new Vector3(10, 1, 5)).length())
        .isCloseTo(0, within(1e-12));
    assertThat(aboutZ.angleDegrees()).isCloseTo(90, within(1e-9));
    RigidTransform aboutX =
        RigidTransform.of(new Vector3(Math.PI / 2, 0, 0), Vector3.ZERO, Vector3.ZERO);
    assertThat(aboutX.turn(new Vector3(0, 1, 0)).minus(new Vector3(0, 0, 1)).length())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void theInverseLeadsBackAndTransformsFollowEachOther() {
    Property.holds(
        100,
        1,
        random -> {
          RigidTransform a = any(random);
          RigidTransform b = any(random);
          Vector3 p = anywhere(random, 300);
          assertThat(a.inverse().apply(a.apply(p)).minus(p).length()).isCloseTo(0, within(1e-9));
          assertThat(a.after(b).apply(p).minus(a.apply(b.apply(p))).length())
              .isCloseTo(0, within(1e-9));
          assertThat(a.after(a.inverse()).angleDegrees()).isCloseTo(0, within(1e-4));
          double[] m = a.matrix();
          assertThat(m[4] * p.x() + m[5] * p.y() + m[6] * p.z() + m[7])
              .isCloseTo(a.apply(p).y(), within(1e-9));
        });
  }

  @Test
  void refusesWhatIsNoRotation() {
    Vector3 x = new Vector3(1, 0, 0);
    Vector3 y = new Vector3(0, 1, 0);
    assertThatThrownBy(() -> new RigidTransform(x, y, new Vector3(0, 0, -1), Vector3.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RigidTransform(x, x, y, Vector3.ZERO))
        .hasMessage("the matrix is not a rotation");
  }
}
