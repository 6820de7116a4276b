package org.breathline.core.registration.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.Distribution;
import org.breathline.core.registration.LandmarkPair;
import org.breathline.core.segmentation.LungAir;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Good and bad fields of a phantom pair whose motion is known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FieldQualityTest {

  private static final QualityGate GATE = new QualityGate(QualityLimits.TG132);

  private final BreathingPair pair = new BreathingPair();
  private final RegisteredPair good =
      RegisteredPair.of(pair.fixed, pair.moving, pair.truth)
          .withReverse(pair.back)
          .withLandmarks(pair.landmarks());
  private List<LandmarkPair> automatic = List.of();

  @BeforeAll
  void findLandmarks() {
    automatic = AutomaticLandmarks.IN_LUNGS.find(pair.fixed, pair.moving, LungAir.of(pair.fixed));
  }

  private RegisteredPair with(DisplacementField field) {
    return new RegisteredPair(
        pair.fixed,
        pair.moving,
        field,
        Optional.empty(),
        Optional.empty(),
        good.landmarks(),
        good.regions());
  }

  private static DisplacementField scaled(DisplacementField field, float factor) {
    var scaled = new DisplacementField(field.grid());
    for (int at = 0; at < field.grid().size(); at++) {
      scaled.x()[at] = factor * field.x()[at];
      scaled.y()[at] = factor * field.y()[at];
      scaled.z()[at] = factor * field.z()[at];
    }
    return scaled;
  }

  @Test
  void automaticLandmarksAreWithinTheErrorTheyState() {
    float[] errors = new float[automatic.size()];
    float[] distances = new float[automatic.size()];
    double own = 0;
    double squares = 0;
    for (int n = 0; n < errors.length; n++) {
      LandmarkPair found = automatic.get(n);
      Vector3 truth = found.fixed().plus(pair.trueDisplacement(found.fixed()));
      errors[n] = (float) truth.minus(found.moving()).length();
      distances[n] = (float) found.distanceMm();
      own += found.errorMm() * found.errorMm() / errors.length;
      squares += (double) errors[n] * errors[n] / errors.length;
    }
    Distribution error = Distribution.of(errors);
    record("number of automatic landmarks", error.count(), "many", "at least 150", "");
    record("mean error of automatic landmarks", error.mean(), "0 mm", "1 mm", "mm");
    record("worst error of automatic landmarks", error.greatest(), "0 mm", "4 mm", "mm");
    record(
        "root mean square error of automatic landmarks",
        Math.sqrt(squares),
        "what they state, " + Math.sqrt(own) + " mm",
        "a quarter of it",
        "mm");
    assertThat(error.count()).isGreaterThan(150);
    assertThat(Distribution.of(distances).mean()).isGreaterThan(6);
    assertThat(error.mean()).isLessThan(1);
    assertThat(error.greatest()).isLessThan(4);
    assertThat(Math.sqrt(squares) / Math.sqrt(own)).isCloseTo(1, within(0.25));
  }

  private static void record(
      String what, double figure, String truth, String tolerance, String unit) {
    ValidationRecord.write(
        "registration", what + ", phantom with 8 mm of motion", figure, truth, tolerance, unit);
  }

  /** The pleura slides, which is all there is to say against it. */
  @Test
  void theTruthIsNotRefused() {
    FieldQuality quality = FieldQuality.of(good, automatic);
    QualityVerdict verdict = GATE.judge(quality);
    assertThat(verdict.outcome()).isEqualTo(Outcome.WARN);
    assertThat(verdict.findings()).allMatch(f -> f.what().contains("slides between neighbours"));
    assertThat(verdict.proposed()).isEqualTo(UncertaintyLevel.USABLE_WITH_RISK_OF_DEFORMATION);
    RegionQuality lungs = quality.region(EvaluationRegion.LUNGS).orElseThrow();
    assertThat(lungs.folded()).isZero();
    assertThat(lungs.after().correlation()).isGreaterThan(lungs.before().correlation() + 0.3);
    assertThat(lungs.after().meanAbsoluteHu()).isLessThan(0.6 * lungs.before().meanAbsoluteHu());
    assertThat(lungs.inverseConsistencyMm().orElseThrow().median()).isLessThan(0.05);
    // the lungs are fuller at the end of inhalation
    assertThat(lungs.jacobian().mean()).isBetween(1.03, 1.3);
    assertThat(quality.landmarks().orElseThrow().errorMm().mean()).isLessThan(0.3);
    RegistrationReport report =
        RegistrationReport.of(
            new RegistrationRequest(
                "carry the target over",
                "50 %",
                "0 %",
                RegistrationRequest.Technique.DEFORMABLE,
                Optional.of(
                    new RegistrationRequest.AreaOfInterest("tumour", new Vector3(1, 2, 3), 30)),
                3),
            "the phantom's formulae",
            quality,
            GATE);
    assertThat(report.usable()).isTrue();
    assertThat(report.usedAgainstTheGate()).isFalse();
    assertThat(report.rows())
        .contains(
            new RegistrationReport.Row("area of interest", "tumour, within 30 mm of (1, 2, 3) mm"),
            new RegistrationReport.Row("gate", "WARN"),
            new RegistrationReport.Row("decision", "none yet"))
        .anyMatch(row -> row.value().startsWith("2, usable with risk of deformation."));
  }

  @Test
  void noMotionIsRefusedByLandmarks() {
    FieldQuality quality =
        FieldQuality.of(with(new DisplacementField(BreathingPair.GRID)), automatic);
    QualityVerdict verdict = GATE.judge(quality);
    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSE);
    assertThat(verdict.proposed()).isEqualTo(UncertaintyLevel.USABLE_FOR_DIAGNOSIS_ONLY);
    RegistrationReport report =
        RegistrationReport.of(
            new RegistrationRequest(
                "test", "0", "1", RegistrationRequest.Technique.DEFORMABLE, Optional.empty(), 3),
            "none",
            quality,
            GATE);
    assertThat(report.usable()).isFalse();
    RegistrationReport insisted =
        report.decided(
            new RegistrationReport.Decision(
                "ab",
                Instant.EPOCH,
                UncertaintyLevel.USABLE_FOR_DIAGNOSIS_ONLY,
                true,
                "look only"));
    assertThat(insisted.usable()).isTrue();
    assertThat(insisted.usedAgainstTheGate()).isTrue();
  }

  @Test
  void theWrongWayRoundLosesSimilarity() {
    QualityVerdict verdict = GATE.judge(FieldQuality.of(with(scaled(pair.truth, -1)), List.of()));
    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSE);
    assertThat(verdict.proposed()).isEqualTo(UncertaintyLevel.ALIGNMENT_NOT_ACCEPTABLE);
    assertThat(verdict.findings())
        .anyMatch(f -> f.what().contains("correlation") && f.outcome() == Outcome.REFUSE);
  }

  @Test
  void foldingIsRefused() {
    DisplacementField folded = scaled(pair.truth, 1);
    // everything in a slab moves 12 mm back through what lies before it
    for (int at = 0; at < folded.grid().size(); at++) {
      Vector3 point = folded.grid().point(at);
      folded.x()[at] += Math.abs(point.y()) < 10 && point.x() > 60 ? -12 : 0;
    }
    QualityVerdict verdict = GATE.judge(FieldQuality.of(with(folded), List.of()));
    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSE);
    assertThat(verdict.findings()).anyMatch(f -> f.what().endsWith("at which the field folds"));
  }

  @Test
  void twoEnginesThatDifferAskForALook() {
    DisplacementField other = scaled(pair.truth, 0.5f);
    FieldQuality quality = FieldQuality.of(good.withOtherEngine(other), List.of());
    Distribution apart =
        quality.region(EvaluationRegion.LUNGS).orElseThrow().disagreementMm().orElseThrow();
    assertThat(apart.mean()).isGreaterThan(2);
    assertThat(GATE.judge(quality).findings())
        .anyMatch(f -> f.what().contains("two engines") && f.outcome() == Outcome.WARN);
    assertThat(quality.maps().uncertaintyMm()).isPresent();
  }
}
