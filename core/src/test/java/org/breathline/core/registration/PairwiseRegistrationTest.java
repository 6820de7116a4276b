package org.breathline.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.progress.Progress;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

final class PairwiseRegistrationTest {

  /** The trunk at 3 mm: coarse, so that the test is short. */
  private static final Grid TRUNK =
      new Grid(100, 90, 84, new Vector3(-149, -140, -80), new Vector3(3, 3, 3), Orientation.AXIAL);

  private static final Phantom PHANTOM =
      new Phantom(1, MotionParameters.ofMeanLandmark(8), Optional.empty());
  private static final MotionState INHALED = new MotionState(1, 0.9);

  private static final ShortVolume EXHALE = PHANTOM.volume(TRUNK, MotionState.REFERENCE, 15, 0);
  private static final ShortVolume INHALE = PHANTOM.volume(TRUNK, INHALED, 15, 1);

  private static Registration register(Grid onto) {
    return new PairwiseRegistration(RegistrationSettings.STANDARD)
        .register(EXHALE, INHALE, onto, Progress.SILENT);
  }

  @Test
  void findsTheMotionOfThePhantomsLungs() {
    DisplacementField field = register(TRUNK).field();
    double[] errors = errors(field);
    double mean = Arrays.stream(errors).average().orElseThrow();
    ValidationRecord.write(
        "registration", "3 mm phantom, 8 mm motion: mean error", mean, "truth", "0.45 mm", "mm");
    assertThat(mean).isLessThan(0.45);
    assertThat(errors[(int) (0.95 * errors.length)]).isLessThan(1.0);
    double worst = errors[errors.length - 1];
    ValidationRecord.write(
        "registration", "3 mm phantom, 8 mm motion: worst landmark", worst, "truth", "4 mm", "mm");
    assertThat(worst).isLessThan(4.0);
    assertThat(smallestDeterminant(field)).isPositive();
  }

  private static double[] errors(DisplacementField field) {
    List<Vector3> from = PHANTOM.lungLandmarks(MotionState.REFERENCE);
    List<Vector3> to = PHANTOM.lungLandmarks(INHALED);
    double[] errors = new double[from.size()];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = field.map(from.get(i)).minus(to.get(i)).length();
    }
    Arrays.sort(errors);
    return errors;
  }

  private static double smallestDeterminant(DisplacementField field) {
    Grid grid = field.grid();
    double least = Double.MAX_VALUE;
    for (int k = 0; k + 1 < grid.nz(); k++) {
      for (int j = 0; j + 1 < grid.ny(); j++) {
        for (int i = 0; i + 1 < grid.nx(); i++) {
          Vector3 here = mapped(field, i, j, k);
          Vector3 a = mapped(field, i + 1, j, k).minus(here);
          Vector3 b = mapped(field, i, j + 1, k).minus(here);
          Vector3 c = mapped(field, i, j, k + 1).minus(here);
          least = Math.min(least, a.dot(b.cross(c)) / grid.voxelVolumeMm3());
        }
      }
    }
    return least;
  }

  private static Vector3 mapped(DisplacementField field, int i, int j, int k) {
    Grid grid = field.grid();
    return grid.point(i, j, k).plus(field.at(grid.offset(i, j, k)));
  }

  @Test
  void isTheSameToTheBitForAnyNumberOfThreads() throws Exception {
    Grid coarse = SequenceRegistration.compactGrid(TRUNK);
    DisplacementField here = register(coarse).field();
    try (var single = new ForkJoinPool(1)) {
      DisplacementField there = single.submit(() -> register(coarse).field()).get();
      assertThat(Arrays.equals(there.x(), here.x())).isTrue();
      assertThat(Arrays.equals(there.z(), here.z())).isTrue();
    }
  }

  @Test
  void aVolumeDoesNotMoveAgainstItself() {
    Registration still =
        new PairwiseRegistration(RegistrationSettings.STANDARD)
            .register(EXHALE, EXHALE, TRUNK, Progress.SILENT);
    double greatest = 0;
    for (int i = 0; i < TRUNK.size(); i += 37) {
      greatest = Math.max(greatest, still.field().at(i).length());
    }
    assertThat(greatest).isCloseTo(0, within(0.05));
    assertThat(still.unfolded()).isZero();
  }

  @Test
  void volumesMayLieOnDifferentGridsWithDifferentAxes() {
    // Coronal slices of another spacing, as floating-point samples.
    var axes = Orientation.of(new Vector3(1, 0, 0), new Vector3(0, 0, -1));
    Grid coronal =
        new Grid(96, 80, 66, new Vector3(-147, -130, 168), new Vector3(3.1, 3.1, 3.9), axes);
    var moving = new FloatVolume(coronal);
    for (int k = 0; k < coronal.nz(); k++) {
      for (int j = 0; j < coronal.ny(); j++) {
        for (int i = 0; i < coronal.nx(); i++) {
          moving.values()[coronal.offset(i, j, k)] =
              (float) PHANTOM.hu(coronal.point(i, j, k), INHALED, 3);
        }
      }
    }
    DisplacementField field =
        new PairwiseRegistration(RegistrationSettings.STANDARD)
            .register(EXHALE, moving, TRUNK, Progress.SILENT)
            .field();
    double[] errors = errors(field);
    assertThat(Arrays.stream(errors).average().orElseThrow()).isLessThan(0.7);
  }

  @Test
  void stopsWhenAskedTo() {
    assertThatThrownBy(() ->
            new PairwiseRegistration(RegistrationSettings.STANDARD)
                .register(
                    EXHALE,
                    INHALE,
                    TRUNK,
                    (stage, done, total) -> {
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
  }
}
