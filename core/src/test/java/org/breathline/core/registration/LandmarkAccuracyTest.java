package org.breathline.core.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.JacobianDeterminant;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.Distribution;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.DirLabPairs;
import org.breathline.core.phantom.LandmarkPhantom;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Organ;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.progress.Progress;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The error at the lungs' landmarks and at organs' surfaces on phantoms as large as a real scan.
 */
@Tag("full")
final class LandmarkAccuracyTest {

  private static final Grid GRID =
      new Grid(
          256,
          256,
          100,
          new Vector3(-140, -140, -125),
          new Vector3(1.1, 1.1, 2.5),
          Orientation.AXIAL);

  private static final double NOISE_HU = 15;

  /** A landmark this near to other tissue than lung lies at the pleura. */
  private static final double AT_PLEURA_MM = 10;

  /** Of 95 % of an organ's surface, where the phantom's own organs move. */
  private static final double SURFACE_MM = 2;

  private static final List<Organ> ORGANS =
      List.of(Organ.HEART, Organ.LIVER, Organ.OESOPHAGUS, Organ.PANCREAS);

  /**
   * The phantom's own motion.
   *
   * @param meanMm of the lungs' landmarks
   * @param mean the limit of the mean error, mm
   * @param p95 the limit of its 95th percentile, mm
   */
  @ParameterizedTest
  @CsvSource({"1, 8, 0.30, 0.8", "2, 8, 0.30, 0.8", "1, 14, 0.45, 1.2", "2, 14, 0.45, 1.2"})
  void thePhantomsMotion(long seed, double meanMm, double mean, double p95) {
    var phantom = new Phantom(seed, MotionParameters.ofMeanLandmark(meanMm), Optional.empty());
    MotionState inhaled = new MotionState(1, 0.9);
    List<Vector3> from = phantom.lungLandmarks(MotionState.REFERENCE);
    List<Vector3> to = phantom.lungLandmarks(inhaled);
    List<LandmarkPair> pairs = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      pairs.add(new LandmarkPair(from.get(i), to.get(i)));
    }
    String name = "phantom %d, %.0f mm".formatted(seed, meanMm);
    ShortVolume labels = phantom.labels(GRID, MotionState.REFERENCE);
    DisplacementField field =
        check(
            name,
            phantom.volume(GRID, MotionState.REFERENCE, NOISE_HU, 1),
            phantom.volume(GRID, inhaled, NOISE_HU, 2),
            labels,
            pairs,
            mean,
            p95);
    for (Organ organ : ORGANS) {
      Distribution distances =
          surface(
              name,
              organ,
              new OrganSurface(labels, organ)
                  .distancesMm(field, p -> phantom.motion().fromReference(p, inhaled)),
              SURFACE_MM + " mm");
      assertThat(distances.percentile95()).as("%s", organ).isLessThanOrEqualTo(SURFACE_MM);
    }
  }

  /**
   * The motion of patients, by their landmarks. Beside the lungs it is made up, so that organs'
   * surfaces are measured but not held.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  @RequiresData("landmarks/dirlab")
  void thePatientsMotion(int number) throws Exception {
    var phantom =
        new LandmarkPhantom(
            10 + number,
            DirLabPairs.read(TestData.get("landmarks/dirlab/case" + number + "_300.csv")));
    String name = "moving as DIR-Lab case " + number;
    ShortVolume labels = phantom.labels(GRID);
    DisplacementField field =
        check(
            name,
            phantom.exhaled(GRID, NOISE_HU),
            phantom.inhaled(GRID, NOISE_HU),
            labels,
            phantom.landmarks().stream()
                .map(p -> new LandmarkPair(p, phantom.field().map(p)))
                .toList(),
            0.45,
            1.2);
    for (Organ organ : ORGANS) {
      surface(
          name,
          organ,
          new OrganSurface(labels, organ).distancesMm(field, phantom.field()::map),
          "measured, not held");
    }
  }

  private static Distribution surface(
      String name, Organ organ, Distribution distances, String tolerance) {
    ValidationRecord.write(
        "registration",
        String.format(
            Locale.ROOT,
            "%s: surface of the %s, 95th percentile (mean %.2f mm, greatest %.1f mm)",
            name,
            organ.name().toLowerCase(Locale.ROOT),
            distances.mean(),
            distances.greatest()),
        distances.percentile95(),
        "0 mm",
        tolerance,
        "mm");
    return distances;
  }

  private static DisplacementField check(
      String name,
      ShortVolume fixed,
      ShortVolume moving,
      ShortVolume labels,
      List<LandmarkPair> all,
      double mean,
      double p95) {
    List<LandmarkPair> pairs =
        all.stream().filter(p -> isInside(p.fixed()) && isInside(p.moving())).toList();
    assertThat(pairs).hasSizeGreaterThan(450);
    DisplacementField field =
        new PairwiseRegistration(RegistrationSettings.STANDARD)
            .register(fixed, moving, GRID, Progress.SILENT)
            .field();
    TargetRegistrationError error = TargetRegistrationError.after(pairs, field);
    List<LandmarkPair> rim = pairs.stream().filter(p -> isAtPleura(p.fixed(), labels)).toList();
    TargetRegistrationError atRim = TargetRegistrationError.after(rim, field);
    ValidationRecord.write(
        "registration",
        String.format(
            Locale.ROOT,
            "%s: mean error at %d landmarks that move by %.1f mm; 95 %% within %.2f mm, within %.0f mm"
                + " of the pleura mean %.2f mm",
            name,
            pairs.size(),
            TargetRegistrationError.before(pairs).meanMm(),
            error.p95Mm(),
            AT_PLEURA_MM,
            atRim.meanMm()),
        error.meanMm(),
        "0 mm",
        mean + " mm",
        "mm");
    ValidationRecord.write(
        "registration", name + ": worst landmark", error.maxMm(), "0 mm", "4 mm", "mm");
    float[] jacobian = JacobianDeterminant.of(field).values();
    Arrays.sort(jacobian);
    assertThat(jacobian[0]).isPositive();
    assertThat(error.meanMm()).isLessThanOrEqualTo(mean);
    assertThat(error.p95Mm()).isLessThanOrEqualTo(p95);
    assertThat(error.maxMm()).isLessThan(4);
    return field;
  }

  private static boolean isInside(Vector3 point) {
    Vector3 index = GRID.index(point);
    return isBetween(index.x(), GRID.nx())
        && isBetween(index.y(), GRID.ny())
        && isBetween(index.z(), GRID.nz());
  }

  private static boolean isBetween(double index, int size) {
    return index >= 2 && index <= size - 3;
  }

  private static boolean isAtPleura(Vector3 point, ShortVolume labels) {
    for (int axis = 0; axis < 6; axis++) {
      double step = axis % 2 == 0 ? AT_PLEURA_MM : -AT_PLEURA_MM;
      Vector3 there =
          point.plus(
              new Vector3(axis < 2 ? step : 0, axis / 2 == 1 ? step : 0, axis > 3 ? step : 0));
      if (isInside(there)) {
        Vector3 index = GRID.index(there);
        short label =
            labels
                .values()[
                GRID.offset(
                    (int) Math.round(index.x()),
                    (int) Math.round(index.y()),
                    (int) Math.round(index.z()))];
        if (label != Organ.LEFT_LUNG.label() && label != Organ.RIGHT_LUNG.label()) {
          return true;
        }
      }
    }
    return false;
  }
}
