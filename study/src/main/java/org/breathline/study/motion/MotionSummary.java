package org.breathline.study.motion;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.motion.MotionPath;
import org.breathline.core.motion.StructureMotion;
import org.breathline.core.motion.SurrogateCorrelation;
import org.breathline.core.motion.TraceMotion;
import org.breathline.core.motion.management.Decision;
import org.breathline.core.motion.management.Proposal;
import org.breathline.study.output.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * How things move; {@code motion.json} and the JSON of {@code motion --json}. Positions are LPS mm:
 * x to the patient's left, y to posterior, z to superior.
 *
 * @param result the folder of the result
 * @param phasesPercent the phases, 0 % at the end of inhalation
 * @param structures each with its motion
 * @param lungs volumes of every phase
 * @param domes the domes of the diaphragm that were found
 * @param fields what the displacement fields tell; absent where phases were not registered
 * @param proposal what may be done about the motion; absent without a target
 * @param decision what a person decided; absent unless one did
 * @param breathToBreath what the trace says of other breaths; absent without a trace or target
 * @param warnings what a person should know
 * @param provenance how it came to be
 */
public record MotionSummary(
    String result,
    List<Double> phasesPercent,
    List<Structure> structures,
    LungsSummary lungs,
    List<Dome> domes,
    @Nullable Fields fields,
    @Nullable Management proposal,
    @Nullable DecisionFigures decision,
    @Nullable BreathToBreath breathToBreath,
    List<String> warnings,
    Provenance provenance) {

  /**
   * A structure's motion.
   *
   * @param name what it is called
   * @param source where its positions come from
   * @param volumeMl its volume in the phase it was drawn or clicked in
   * @param referencePercent that phase
   * @param peakToPeakMm how far it moves
   * @param hysteresisMm how far the ways in and out differ
   * @param beyondTg76 whether it moves beyond 5 mm
   * @param midVentilationPercent the phase in which it is nearest to its mean position
   * @param meanMm the time-weighted mean position
   * @param deviationMm the standard deviation along each axis
   * @param centroidMm one position a phase
   * @param lungVolume correlation with the lung volume; absent where that does not change
   * @param trace correlation with the external trace; absent without one
   * @param contacts what it is grown together with, where its border was not seen
   */
  public record Structure(
      String name,
      String source,
      double volumeMl,
      double referencePercent,
      PeakToPeakMm peakToPeakMm,
      double hysteresisMm,
      boolean beyondTg76,
      double midVentilationPercent,
      PointMm meanMm,
      PointMm deviationMm,
      List<PhasePoint> centroidMm,
      @Nullable Correlation lungVolume,
      @Nullable Correlation trace,
      List<Contact> contacts) {

    static Structure of(
        StructureMotion motion,
        double volumeMl,
        double referencePercent,
        Optional<SurrogateCorrelation> lungVolume,
        Optional<SurrogateCorrelation> trace,
        List<Contact> contacts) {
      MotionPath path = motion.path();
      return new Structure(
          motion.name(),
          motion.source().name().toLowerCase(Locale.ROOT),
          volumeMl,
          referencePercent,
          PeakToPeakMm.of(path),
          path.hysteresisMm(),
          path.peakToPeak().isBeyondTg76(),
          path.nearestToMean().percent(),
          PointMm.of(path.mean()),
          PointMm.of(path.deviation()),
          PhasePoint.of(path),
          lungVolume.map(Correlation::of).orElse(null),
          trace.map(Correlation::of).orElse(null),
          contacts);
    }
  }

  /** How far something moves: LR, AP and SI range, and the greatest distance of two positions. */
  public record PeakToPeakMm(double lr, double ap, double si, double vector) {

    static PeakToPeakMm of(MotionPath path) {
      return new PeakToPeakMm(
          path.peakToPeak().lrMm(),
          path.peakToPeak().apMm(),
          path.peakToPeak().siMm(),
          path.peakToPeak().vectorMm());
    }
  }

  /** A point or a vector, LPS. */
  public record PointMm(double x, double y, double z) {

    static PointMm of(Vector3 point) {
      return new PointMm(point.x(), point.y(), point.z());
    }
  }

  /** A position in a phase, LPS. */
  public record PhasePoint(double percent, double x, double y, double z) {

    static List<PhasePoint> of(MotionPath path) {
      return path.positions().stream()
          .map(p -> new PhasePoint(p.percent(), p.point().x(), p.point().y(), p.point().z()))
          .toList();
    }
  }

  /**
   * Correlations with something that stands for the breath; absent along an axis without motion.
   */
  public record Correlation(
      @Nullable Double lr, @Nullable Double ap, @Nullable Double si, double residualMm) {

    static Correlation of(SurrogateCorrelation c) {
      return new Correlation(finite(c.lr()), finite(c.ap()), finite(c.si()), c.residualMm());
    }

    private static @Nullable Double finite(double value) {
      return Double.isFinite(value) ? value : null;
    }
  }

  /**
   * What the displacement fields tell.
   *
   * @param referencePercent the phase the others were registered with
   * @param closureMm how far the two ways round the breath differ on average
   * @param modelResidualMm of the motion model, mean over the lungs; absent without lungs
   * @param tornShare of the mid-position image: voxels where the mean field cannot be turned around
   * @param ventilation from the reference to the fullest phase; absent without lungs
   */
  public record Fields(
      double referencePercent,
      double closureMm,
      @Nullable Double modelResidualMm,
      double tornShare,
      @Nullable VentilationSummary ventilation) {}

  /**
   * Ventilation over both lungs, as a share of the volume in the first phase.
   *
   * @param fromPercent the reference phase
   * @param toPercent the fullest phase
   * @param byJacobian mean by the field
   * @param byDensity mean by density
   * @param correlation of the two maps
   */
  public record VentilationSummary(
      double fromPercent,
      double toPercent,
      double byJacobian,
      double byDensity,
      double correlation) {}

  /** What a structure touches, and the share of its surface. */
  public record Contact(String neighbour, double share) {}

  /**
   * The lungs.
   *
   * @param phases one a phase
   * @param fullestPercent the phase with the most air
   * @param emptiestPercent the phase with the least
   * @param tidalMl the difference
   */
  public record LungsSummary(
      List<LungPhase> phases, double fullestPercent, double emptiestPercent, double tidalMl) {}

  /**
   * The lungs in a phase.
   *
   * @param airMl air of both with the airways, voxels below -400 HU
   * @param leftMl the left lung with its vessels; absent if none was found
   * @param rightMl the right lung
   */
  public record LungPhase(
      double percent, double airMl, @Nullable Double leftMl, @Nullable Double rightMl) {}

  /**
   * A dome of the diaphragm, followed at one place.
   *
   * @param side left or right
   * @param xMm where, to the left
   * @param yMm where, to posterior
   * @param heightMm its height in every phase, to superior
   * @param peakToPeakMm the range of its height
   */
  public record Dome(
      String side, double xMm, double yMm, List<Double> heightMm, double peakToPeakMm) {}

  /**
   * What may be done about the motion; a person decides.
   *
   * @param proposed what the figures speak for
   * @param words the same in words
   * @param gate the gating window that was judged
   * @param options every technique with its reasons
   */
  public record Management(String proposed, String words, Gate gate, List<Judged> options) {

    static Management of(Proposal proposal) {
      return new Management(
          proposal.proposed().name().toLowerCase(Locale.ROOT),
          proposal.proposed().words(),
          new Gate(
              proposal.gate().window().fromPercent(),
              proposal.gate().window().toPercent(),
              proposal.gate().dutyCycle(),
              proposal.gate().residual().vectorMm()),
          proposal.options().stream()
              .map(o ->
                  new Judged(
                      o.technique().name().toLowerCase(Locale.ROOT),
                      o.verdict().name().toLowerCase(Locale.ROOT),
                      o.reasons().stream()
                          .map(r -> new Why(r.text(), r.speaksFor(), r.source()))
                          .toList()))
              .toList());
    }
  }

  /**
   * What a person decided.
   *
   * @param chosen the technique
   * @param words the same in words
   * @param decidedBy the person, as they wished to be recorded
   * @param decidedAtUtc when, ISO 8601
   * @param rationale why
   * @param followsProposal whether the figures spoke for it
   */
  public record DecisionFigures(
      String chosen,
      String words,
      String decidedBy,
      String decidedAtUtc,
      String rationale,
      boolean followsProposal) {

    static DecisionFigures of(Decision decision) {
      return new DecisionFigures(
          decision.chosen().name().toLowerCase(Locale.ROOT),
          decision.chosen().words(),
          decision.decidedBy(),
          decision.decidedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
          decision.rationale(),
          decision.followsProposal());
    }
  }

  /** A gating window by phase and what it leaves. */
  public record Gate(double fromPercent, double toPercent, double dutyCycle, double residualMm) {}

  /** A technique, judged. */
  public record Judged(String technique, String verdict, List<Why> reasons) {}

  /** A reason with its source. */
  public record Why(String text, boolean speaksFor, String source) {}

  /**
   * Motion from breath to breath as the trace tells it.
   *
   * @param breaths how many
   * @param meanMm mean excursion, 3D
   * @param deviationMm its standard deviation
   * @param largestMm the largest
   * @param outsideShare of the time beyond the range of the 4DCT
   * @param fitErrorMm root mean square error of the fit to the phases
   */
  public record BreathToBreath(
      int breaths,
      double meanMm,
      double deviationMm,
      double largestMm,
      double outsideShare,
      double fitErrorMm) {

    static BreathToBreath of(TraceMotion motion) {
      return new BreathToBreath(
          motion.excursionsMm().size(),
          motion.meanMm(),
          motion.deviationMm(),
          motion.largestMm(),
          motion.outsideShare(),
          motion.fitErrorMm());
    }
  }
}
