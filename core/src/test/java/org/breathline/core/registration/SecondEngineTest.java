package org.breathline.core.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.JacobianDeterminant;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.Distribution;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.progress.Progress;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

/** The second engine finds the motion too, and where the two disagree, errors are larger. */
final class SecondEngineTest {

  private static final Grid GRID =
      new Grid(
          170, 130, 64, new Vector3(-170, -130, -150), new Vector3(2, 2, 4), Orientation.AXIAL);

  private final Phantom phantom =
      new Phantom(11, MotionParameters.ofMeanLandmark(8), Optional.empty());
  private final MotionState inhale = new MotionState(1, 0.9);
  private final List<Vector3> before = phantom.lungLandmarks(MotionState.REFERENCE);
  private final List<Vector3> after = phantom.lungLandmarks(inhale);

  private double[] errors(DisplacementField field) {
    double[] errors = new double[before.size()];
    for (int n = 0; n < errors.length; n++) {
      errors[n] = field.map(before.get(n)).minus(after.get(n)).length();
    }
    return errors;
  }

  @Test
  void findsTheMotionAndItsDisagreementWarns() {
    ShortVolume fixed = phantom.volume(GRID, MotionState.REFERENCE, 15, 1);
    ShortVolume moving = phantom.volume(GRID, inhale, 15, 2);
    DisplacementField first =
        new PairwiseRegistration(RegistrationSettings.STANDARD)
            .register(fixed, moving, GRID, Progress.SILENT)
            .field();
    DisplacementField second =
        new PairwiseRegistration(RegistrationSettings.INDEPENDENT)
            .register(fixed, moving, GRID, Progress.SILENT)
            .field();
    double[] firstErrors = errors(first);
    double[] secondErrors = errors(second);
    Distribution error = distribution(secondErrors);
    record("mean lung landmark error", error.mean(), "1 mm");
    record("95th percentile of the lung landmark error", error.percentile95(), "3 mm");
    assertThat(error.mean()).isLessThan(1);
    assertThat(error.percentile95()).isLessThan(3);
    assertThat(Distribution.of(JacobianDeterminant.of(second).values()).least()).isPositive();

    double agreed = 0;
    double disagreed = 0;
    int many = 0;
    double middle = median(first, second);
    for (int n = 0; n < firstErrors.length; n++) {
      if (apart(first, second, n) > middle) {
        disagreed += firstErrors[n];
        many++;
      } else {
        agreed += firstErrors[n];
      }
    }
    double ratio = disagreed / many / (agreed / (firstErrors.length - many));
    ValidationRecord.write(
        "registration",
        "first engine's mean error where the engines disagree more than at the median landmark,"
            + " over that where they disagree less",
        ratio,
        "above 1: the disagreement warns",
        "at least 1.5",
        "");
    assertThat(ratio).isGreaterThan(1.5);
  }

  private static void record(String what, double figure, String tolerance) {
    ValidationRecord.write(
        "registration",
        "second engine (LCC and TV in the lungs), 8 mm of motion, 2 x 2 x 4 mm voxels: " + what,
        figure,
        "0 mm",
        tolerance,
        "mm");
  }

  private double apart(DisplacementField a, DisplacementField b, int n) {
    return a.at(before.get(n)).minus(b.at(before.get(n))).length();
  }

  private double median(DisplacementField a, DisplacementField b) {
    double[] apart = new double[before.size()];
    for (int n = 0; n < apart.length; n++) {
      apart[n] = apart(a, b, n);
    }
    return distribution(apart).median();
  }

  private static Distribution distribution(double[] values) {
    float[] floats = new float[values.length];
    for (int n = 0; n < floats.length; n++) {
      floats[n] = (float) values[n];
    }
    return Distribution.of(floats);
  }
}
