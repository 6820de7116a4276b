package org.breathline.core.registration.rigid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.ImageWarp;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.RigidTransform;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.progress.Progress;
import org.breathline.core.segmentation.BodyMask;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

/** Known transforms of a phantom, one of them with other breathing, are found again. */
final class RigidRegistrationTest {

  private static final double TOLERANCE_MM = 0.5;
  private static final double TOLERANCE_DEGREES = 0.5;

  private static final Grid FIXED_GRID =
      new Grid(116, 90, 64, new Vector3(-174, -134, -140), new Vector3(3, 3, 4), Orientation.AXIAL);

  /** Reaches further along the body, and is cut otherwise. */
  private static final Grid WIDE =
      new Grid(130, 96, 96, new Vector3(-194, -144, -160), new Vector3(3, 3, 3), Orientation.AXIAL);

  private final Phantom phantom = new Phantom(5, MotionParameters.QUIET, Optional.empty());
  private final ShortVolume fixed = phantom.volume(FIXED_GRID, MotionState.REFERENCE, 15, 1);
  private final RunLengthMask body = BodyMask.of(fixed);

  /** The phantom in another place: what is at x in it is at T x in the image. */
  private FloatVolume moved(RigidTransform transform, MotionState state) {
    ShortVolume there = phantom.volume(WIDE, state, 15, 2);
    Grid grid =
        new Grid(
            WIDE.nx(),
            WIDE.ny(),
            WIDE.nz(),
            transform.apply(WIDE.point(64.5, 47.5, 47.5)).minus(new Vector3(193, 141, 141)),
            WIDE.spacing(),
            Orientation.AXIAL);
    return new ImageWarp(DisplacementField.of(grid, transform.inverse()))
        .warpToFloats(there, -1000);
  }

  private void isFound(String what, RigidTransform transform, MotionState state) {
    RigidRegistration.Result found =
        RigidRegistration.register(fixed, moved(transform, state), body, Progress.SILENT);
    double worst = 0;
    for (Vector3 point :
        new Vector3[] {
          new Vector3(0, 0, 0), new Vector3(-100, -60, -80), new Vector3(100, 60, 80)
        }) {
      worst =
          Math.max(worst, found.transform().apply(point).minus(transform.apply(point)).length());
    }
    double turned = found.transform().after(transform.inverse()).angleDegrees();
    ValidationRecord.write(
        "registration",
        "rigid registration, " + what + ": worst distance in the lungs",
        worst,
        "0 mm",
        TOLERANCE_MM + " mm",
        "mm");
    ValidationRecord.write(
        "registration",
        "rigid registration, " + what + ": angle",
        turned,
        "0 degrees",
        TOLERANCE_DEGREES + " degrees",
        "degrees");
    assertThat(worst).as(found.toString()).isLessThan(TOLERANCE_MM);
    assertThat(turned).isLessThan(TOLERANCE_DEGREES);
    assertThat(found.overlap()).isGreaterThan(0.8);
    assertThat(found.correlation()).isGreaterThan(0.8);
  }

  @Test
  void inTheSameFrameOfReference() {
    isFound(
        "same frame of reference",
        RigidTransform.of(
            new Vector3(Math.toRadians(2), Math.toRadians(-1.5), Math.toRadians(3)),
            new Vector3(0, 0, -20),
            new Vector3(6, -9, 13)),
        MotionState.REFERENCE);
  }

  @Test
  void inAnotherFrameOfReference() {
    isFound(
        "another frame of reference",
        RigidTransform.of(
            new Vector3(Math.toRadians(-5), Math.toRadians(4), Math.toRadians(9)),
            new Vector3(0, 0, -20),
            new Vector3(240, -310, 870)),
        MotionState.REFERENCE);
  }

  @Test
  void whileTheLungsBreathe() {
    isFound(
        "the other end of the breath",
        RigidTransform.of(
            new Vector3(Math.toRadians(-1), Math.toRadians(2), Math.toRadians(-2.5)),
            new Vector3(10, 0, -20),
            new Vector3(-12, 8, -17)),
        new MotionState(1, 0.9));
  }

  @Test
  void anEmptyBodyIsRefused() {
    var none =
        new RunLengthMask.Builder(
            new Grid(2, 1, 1, Vector3.ZERO, WIDE.spacing(), Orientation.AXIAL));
    none.add(0, 0);
    none.endRow();
    RunLengthMask nothing = none.build();
    assertThatThrownBy(() -> RigidRegistration.register(fixed, fixed, nothing, Progress.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no body to register");
  }
}
