package org.breathline.study.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.qa.InsertInPhase;
import org.breathline.core.qa.ProgrammedMotion;
import org.breathline.core.qa.QaFigure;
import org.breathline.core.qa.TrackedInsert;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.JsonNumbers;
import org.jspecify.annotations.Nullable;

/**
 * What a test gave, in figures: {@code qa.json} and the JSON of {@code qa --json}. Numbers that are
 * not there are left out. No patient data.
 *
 * @param phantom its name
 * @param date of the scan, if the images say it
 * @param verdict pass, warn or fail: the gravest of the figures
 * @param motion as programmed
 * @param scan what was tested
 * @param figures judged
 * @param inserts measured, phase by phase
 * @param notices what a person should know
 * @param provenance how it came to be
 */
public record QaSummary(
    String phantom,
    @Nullable String date,
    String verdict,
    Motion motion,
    Scan scan,
    List<Judged> figures,
    List<InsertFigures> inserts,
    List<Notice> notices,
    Provenance provenance) {

  /** The programmed motion; the direction points to the end where the phase is 0 %, LPS. */
  public record Motion(
      String waveform, double peakToPeakMm, double periodS, Vector3 towardsPhaseZero) {}

  /**
   * The scan.
   *
   * @param phases how many
   * @param sorted "by the scanner" or "here"
   * @param voxelMm spacings along row, column and normal
   * @param rotationS how long an image is averaged over
   * @param rotationFrom where that is from
   */
  public record Scan(
      int phases, String sorted, Vector3 voxelMm, double rotationS, String rotationFrom) {}

  /**
   * A figure.
   *
   * @param insert absent for those of the scan
   * @param phasePercent absent for those over all phases
   * @param measured absent where nothing was seen
   * @param uncertainty standard, k = 1
   */
  public record Judged(
      String quantity,
      @Nullable String insert,
      @Nullable Double phasePercent,
      String unit,
      @Nullable Double measured,
      double expected,
      double tolerance,
      double uncertainty,
      String verdict) {}

  /**
   * An insert.
   *
   * @param middleMm its centre in the middle of the motion, LPS; absent if it is not seen
   * @param lagPercent of the cycle; absent if it is not known
   */
  public record InsertFigures(
      String name,
      String shape,
      double volumeMl,
      @Nullable Vector3 middleMm,
      @Nullable Double amplitudeMm,
      double expectedAmplitudeMm,
      @Nullable Double lagPercent,
      List<InPhase> phases) {}

  /**
   * An insert in a phase. What is measured is absent where the insert is not seen.
   *
   * @param expectedMm the mean programmed position of the phase, from the middle of the motion
   * @param expectedElongationMm by how much the motion within the phase makes it look longer
   */
  public record InPhase(
      double percent,
      double expectedMm,
      double expectedElongationMm,
      @Nullable Double positionMm,
      @Nullable Double uncertaintyMm,
      @Nullable Double offAxisMm,
      @Nullable Double volumeMl,
      @Nullable Double elongationMm,
      @Nullable Double coreHu,
      @Nullable Double coreSpreadHu,
      @Nullable Double backgroundHu,
      @Nullable Double outOfShapePercent) {}

  /** Something to know. */
  public record Notice(String severity, String message) {}

  static QaSummary of(QaOutcome outcome) {
    ProgrammedMotion motion = outcome.result().phantom().motion();
    return new QaSummary(
        outcome.phantomName(),
        outcome.date().map(Object::toString).orElse(null),
        word(outcome.verdict()),
        new Motion(
            motion.waveform().words(),
            motion.peakToPeakMm(),
            JsonNumbers.rounded(motion.periodS()),
            motion.towardsPhaseZero()),
        new Scan(
            outcome.result().inserts().getFirst().phases().size(),
            outcome.sortedHere() ? "here" : "by the scanner",
            outcome.grid().spacing(),
            outcome.result().shutter().rotationS(),
            outcome.rotationFrom()),
        outcome.figures().stream().map(QaSummary::judged).toList(),
        outcome.result().inserts().stream().map(QaSummary::insert).toList(),
        outcome.notices().stream()
            .map(n -> new Notice(n.severity().word().toLowerCase(Locale.ROOT), n.text()))
            .toList(),
        outcome.provenance());
  }

  private static Judged judged(QaFigure figure) {
    return new Judged(
        word(figure.quantity()),
        figure.insert().orElse(null),
        figure.percent().isPresent() ? figure.percent().getAsDouble() : null,
        figure.quantity().unit(),
        JsonNumbers.roundedOrAbsent(figure.measured()),
        JsonNumbers.rounded(figure.expected()),
        JsonNumbers.rounded(figure.tolerance()),
        JsonNumbers.rounded(figure.uncertainty()),
        word(figure.verdict()));
  }

  private static InsertFigures insert(TrackedInsert tracked) {
    List<InPhase> phases = new ArrayList<>();
    for (TrackedInsert.Phase phase : tracked.phases()) {
      Optional<InsertInPhase> seen = phase.seen();
      Optional<InsertInPhase.Core> core = seen.flatMap(InsertInPhase::core);
      phases.add(
          new InPhase(
              phase.percent(),
              JsonNumbers.rounded(phase.programmed().meanMm()),
              JsonNumbers.rounded(phase.programmed().elongationMm()),
              JsonNumbers.roundedOrAbsent(phase.alongMm()),
              number(seen.map(InsertInPhase::centreUncertaintyMm)),
              JsonNumbers.roundedOrAbsent(phase.offAxisMm()),
              number(seen.map(s -> s.volumeMm3() / 1000)),
              number(seen.map(InsertInPhase::elongationMm)),
              number(core.map(InsertInPhase.Core::meanHu)),
              number(core.map(InsertInPhase.Core::spreadHu)),
              number(seen.map(InsertInPhase::backgroundHu)),
              number(seen.map(s -> 100 * s.misplacedShare()))));
    }
    return new InsertFigures(
        tracked.insert().name(),
        tracked.insert().shape().words(),
        JsonNumbers.rounded(tracked.insert().shape().volumeMm3() / 1000),
        tracked.middle().orElse(null),
        JsonNumbers.roundedOrAbsent(tracked.amplitudeMm()),
        JsonNumbers.rounded(tracked.expectedAmplitudeMm()),
        JsonNumbers.roundedOrAbsent(tracked.lagPercent()),
        phases);
  }

  private static @Nullable Double number(Optional<Double> value) {
    return JsonNumbers.roundedOrAbsent(value.orElse(Double.NaN));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
