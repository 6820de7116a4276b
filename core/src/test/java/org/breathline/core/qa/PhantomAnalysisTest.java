package org.breathline.core.qa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.progress.Progress;
import org.breathline.core.scan.PhaseSeries;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spheres and a cylinder whose place is known at any time. */
final class PhantomAnalysisTest {

  private static final Vector3 SUPERIOR = new Vector3(0, 0, 1);
  private static final Vector3 INFERIOR = new Vector3(0, 0, -1);
  private static final double ROTATION_S = 0.5;
  private static final double NOISE_HU = 15;

  /** One scan, with the voxels that it is taken with. */
  record Case(String name, MovingPhantom phantom, Vector3 spacing) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Insert sphere(double diameterMm, Vector3 place) {
    return new Insert("sphere", new InsertShape.Sphere(diameterMm), 0, -850, Optional.of(place));
  }

  private static MovingPhantom phantom(ProgrammedMotion motion, Insert... inserts) {
    return new MovingPhantom(motion, List.of(inserts), Tolerances.DEFAULT);
  }

  private static MovingPhantom quasar() {
    return phantom(
        new ProgrammedMotion(new Waveform.Sine(), INFERIOR, 20, 4),
        sphere(30, new Vector3(3.2, -1.7, 2.1)));
  }

  static Stream<Case> cases() {
    Vector3 place = new Vector3(3.2, -1.7, 2.1);
    Vector3 oblique = new Vector3(0.6, 0, 0.8);
    Vector3 usual = new Vector3(0.98, 0.98, 2.5);
    Vector3 coarse = new Vector3(1.17, 1.17, 3);
    return Stream.of(
        new Case("30 mm, 20 mm sine of 4 s, 2.5 mm slices", quasar(), usual),
        new Case(
            "15 mm, 10 mm sine of 3 s, 3 mm slices",
            phantom(new ProgrammedMotion(new Waveform.Sine(), SUPERIOR, 10, 3), sphere(15, place)),
            coarse),
        new Case(
            "10 mm, 15 mm cos4 of 5 s, 2 mm slices",
            phantom(
                new ProgrammedMotion(new Waveform.CosFourth(), INFERIOR, 15, 5), sphere(10, place)),
            new Vector3(0.98, 0.98, 2)),
        new Case(
            "40 mm, 30 mm cos4 of 6 s, 3 mm slices",
            phantom(
                new ProgrammedMotion(new Waveform.CosFourth(), INFERIOR, 30, 6), sphere(40, place)),
            coarse),
        new Case(
            "20 mm, 25 mm oblique sine of 5 s, 2.5 mm slices",
            phantom(new ProgrammedMotion(new Waveform.Sine(), oblique, 25, 5), sphere(20, place)),
            usual),
        new Case(
            "cylinder of 20 mm by 30 mm, 10 mm sine of 4 s across its axis",
            phantom(
                new ProgrammedMotion(new Waveform.Sine(), new Vector3(0, -1, 0), 10, 4),
                new Insert(
                    "rod",
                    new InsertShape.Cylinder(20, 30, SUPERIOR),
                    340,
                    -100,
                    Optional.of(place))),
            usual));
  }

  private static MovingPhantom unplaced(MovingPhantom phantom) {
    return new MovingPhantom(
        phantom.motion(),
        phantom.inserts().stream()
            .map(i -> new Insert(i.name(), i.shape(), i.hu(), i.backgroundHu(), Optional.empty()))
            .toList(),
        phantom.tolerances());
  }

  private static PhantomResult analyse(MovingPhantom phantom, PhaseSeries scan)
      throws PhantomNotSeen {
    return PhantomAnalysis.of(scan, phantom, ROTATION_S, Progress.SILENT);
  }

  private static QaFigure figure(PhantomResult result, Quantity quantity, OptionalDouble percent) {
    return result.figures().stream()
        .filter(f -> f.quantity() == quantity && f.percent().equals(percent))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void measuresWhatIsKnown(Case one) throws Exception {
    MovingPhantom phantom = one.phantom();
    PhaseSeries scan = new MovingPlatform(phantom, one.spacing(), ROTATION_S, NOISE_HU).scan();

    PhantomResult result = analyse(unplaced(phantom), scan);

    TrackedInsert tracked = result.inserts().getFirst();
    Insert insert = phantom.inserts().getFirst();
    assertThat(tracked.seen()).hasSize(10);
    double worstMm = 0;
    double worstPercent = 0;
    for (TrackedInsert.Phase phase : tracked.phases()) {
      InsertInPhase seen = phase.seen().orElseThrow();
      Vector3 truth =
          insert
              .position()
              .orElseThrow()
              .plus(phantom.motion().towardsPhaseZero().times(phase.programmed().meanMm()));
      worstMm = Math.max(worstMm, seen.centre().minus(truth).length());
      double nominal = insert.shape().volumeMm3();
      worstPercent = Math.max(worstPercent, 100 * Math.abs(seen.volumeMm3() - nominal) / nominal);
      assertThat(seen.misplacedShare()).as("%s %%", phase.percent()).isLessThan(0.05);
      assertThat(seen.elongationMm())
          .as("%s %%", phase.percent())
          .isBetween(
              phase.programmed().elongationMm() - 1.5, phase.programmed().elongationMm() + 1.5);
    }
    record("centroid in the worst phase, " + one.name(), worstMm, "0.2 mm", "mm");
    record("volume in the worst phase, " + one.name(), worstPercent, "2 %", "%");
    record(
        "amplitude, " + one.name(),
        Math.abs(tracked.amplitudeMm() - tracked.expectedAmplitudeMm()),
        "0.2 mm",
        "mm");
    assertThat(worstMm).as("centroid, mm").isLessThan(0.2);
    assertThat(worstPercent).as("volume, %").isLessThan(2);
    assertThat(tracked.amplitudeMm())
        .isBetween(tracked.expectedAmplitudeMm() - 0.2, tracked.expectedAmplitudeMm() + 0.2);
    assertThat(Math.abs(tracked.lagPercent())).isLessThan(0.6);
    assertThat(result.figures()).extracting(QaFigure::verdict).containsOnly(Verdict.PASS);
  }

  private static void record(String what, double figure, String tolerance, String unit) {
    ValidationRecord.write(
        "qa", "moving insert, deviation: " + what, figure, "0 by construction", tolerance, unit);
  }

  @Test
  void twoPhasesExchangedAreSeen() throws Exception {
    PhaseSeries scan =
        new MovingPlatform(quasar(), new Vector3(0.98, 0.98, 2.5), ROTATION_S, NOISE_HU)
            .scan(0, 1, 2, 6, 4, 5, 3, 7, 8, 9);

    PhantomResult result = analyse(quasar(), scan);

    // 30 % lies at +3.1 mm of 20 mm, 60 % at -8 mm.
    assertThat(figure(result, Quantity.POSITION, OptionalDouble.of(30)).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(figure(result, Quantity.POSITION, OptionalDouble.of(60)).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(figure(result, Quantity.POSITION, OptionalDouble.of(50)).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(figure(result, Quantity.AMPLITUDE, OptionalDouble.empty()).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void aTornPhaseIsSeen() throws Exception {
    PhaseSeries scan =
        new MovingPlatform(quasar(), new Vector3(0.98, 0.98, 2.5), ROTATION_S, NOISE_HU).scan();
    // The couch position that holds the upper half shows 50 % in the phase of 20 %.
    short[] torn = scan.phases().get(2).volume().values();
    int slice = scan.phases().get(2).volume().grid().sliceSize();
    int from = scan.phases().get(2).volume().grid().nz() / 2 * slice;
    System.arraycopy(scan.phases().get(5).volume().values(), from, torn, from, torn.length - from);

    PhantomResult result = analyse(quasar(), scan);

    assertThat(figure(result, Quantity.ARTEFACT, OptionalDouble.of(20)).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(figure(result, Quantity.ARTEFACT, OptionalDouble.of(30)).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void phasesThatLagByOneAreSaidToLag() throws Exception {
    PhaseSeries scan =
        new MovingPlatform(quasar(), new Vector3(0.98, 0.98, 2.5), ROTATION_S, NOISE_HU)
            .scan(9, 0, 1, 2, 3, 4, 5, 6, 7, 8);

    QaFigure lag = figure(analyse(quasar(), scan), Quantity.PHASE_LAG, OptionalDouble.empty());

    assertThat(lag.measured()).isBetween(0.39, 0.41);
    assertThat(lag.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void otherDensityAndPlaceAndAmplitudeAreMeasured() throws Exception {
    MovingPhantom real = quasar();
    PhaseSeries scan =
        new MovingPlatform(real, new Vector3(0.98, 0.98, 2.5), ROTATION_S, NOISE_HU).scan();
    Insert claimed =
        new Insert(
            "sphere",
            new InsertShape.Sphere(30),
            50,
            -850,
            Optional.of(new Vector3(3.2, -1.7, 7.1)));
    PhantomResult result =
        analyse(phantom(new ProgrammedMotion(new Waveform.Sine(), INFERIOR, 25, 4), claimed), scan);

    QaFigure density = figure(result, Quantity.DENSITY, OptionalDouble.empty());
    assertThat(density.measured()).isBetween(-2.0, 2.0);
    assertThat(density.verdict()).isEqualTo(Verdict.FAIL);
    QaFigure place = figure(result, Quantity.PLACE, OptionalDouble.empty());
    assertThat(place.measured()).isBetween(4.9, 5.1);
    QaFigure amplitude = figure(result, Quantity.AMPLITUDE, OptionalDouble.empty());
    assertThat(amplitude.deviation()).isBetween(-5.0, -4.7);
    assertThat(amplitude.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aPlatformThatStandsStillOrGoesTheOtherWayIsRefused() {
    MovingPlatform platform =
        new MovingPlatform(quasar(), new Vector3(0.98, 0.98, 2.5), ROTATION_S, NOISE_HU);

    assertThatExceptionOfType(PhantomNotSeen.class)
        .isThrownBy(() -> analyse(quasar(), platform.scan(3, 3, 3, 3, 3, 3, 3, 3, 3, 3)))
        .withMessageContaining("the platform stood still");
    MovingPhantom turned =
        unplaced(
            phantom(
                new ProgrammedMotion(new Waveform.Sine(), SUPERIOR, 20, 4),
                quasar().inserts().getFirst()));
    assertThatExceptionOfType(PhantomNotSeen.class)
        .isThrownBy(() -> analyse(turned, platform.scan()))
        .withMessageContaining("the wrong one");
  }

  @Test
  void anotherPhantomIsRefused() {
    PhaseSeries scan =
        new MovingPlatform(quasar(), new Vector3(0.98, 0.98, 2.5), ROTATION_S, NOISE_HU).scan();
    MovingPhantom larger = unplaced(phantom(quasar().motion(), sphere(50, Vector3.ZERO)));

    assertThatExceptionOfType(PhantomNotSeen.class)
        .isThrownBy(() -> analyse(larger, scan))
        .withMessageContaining("No insert of the phantom is seen");
  }

  @Test
  void whatMovesIsTakenNotWhatLooksLikeItAndStandsStill() throws Exception {
    MovingPhantom real = quasar();
    PhaseSeries scan =
        new MovingPlatform(real, new Vector3(0.98, 0.98, 2.5), ROTATION_S, NOISE_HU).scan();
    for (PhaseSeries.Phase phase : scan.phases()) {
      // A box of the very volume in a corner.
      for (int k = 2; k < 11; k++) {
        for (int j = 3; j < 29; j++) {
          for (int i = 3; i < 28; i++) {
            phase.volume().values()[phase.volume().grid().offset(i, j, k)] = 0;
          }
        }
      }
    }

    PhantomResult result = analyse(unplaced(real), scan);

    assertThat(result.figures()).extracting(QaFigure::verdict).containsOnly(Verdict.PASS);
  }

  @Test
  void aMeasurementAtTheLimitIsNotDecided() {
    assertThat(Verdict.of(1.7, 2, 0.1)).isEqualTo(Verdict.PASS);
    assertThat(Verdict.of(-1.9, 2, 0.1)).isEqualTo(Verdict.WARN);
    assertThat(Verdict.of(2.1, 2, 0.1)).isEqualTo(Verdict.WARN);
    assertThat(Verdict.of(-2.3, 2, 0.1)).isEqualTo(Verdict.FAIL);
  }
}
