package org.breathline.core.registration.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.image.Distribution;

/**
 * Judges a field by what was measured on it. Landmarks that a person gave may refuse a field;
 * landmarks that were found automatically hold wrong ones, so that single ones only ask for a look.
 */
public final class QualityGate {

  /** Level 0 and 1 of TG-132 ask for alignment within this. */
  private static final double ALIGNED_MM = 1;

  private final QualityLimits limits;

  /** Judges by limits. */
  public QualityGate(QualityLimits limits) {
    this.limits = limits;
  }

  /** The verdict on a field. */
  public QualityVerdict judge(FieldQuality quality) {
    List<QualityFinding> findings = new ArrayList<>();
    for (RegionQuality region : quality.regions()) {
      folding(region, findings);
      jacobian(region, findings);
      similarity(region, findings);
      distances(region, findings);
    }
    if (quality.foldedOutside() > 0) {
      findings.add(
          new QualityFinding(
              Outcome.WARN,
              "voxels outside the body at which the field folds",
              (double) quality.foldedOutside(),
              0,
              "",
              QualityLimits.TG132_SOURCE));
    }
    quality.landmarks().ifPresent(errors -> landmarks("landmarks", errors, true, findings));
    quality
        .automaticLandmarks()
        .ifPresent(errors -> landmarks("automatic landmarks", errors, false, findings));
    findings.sort(Comparator.comparing(QualityFinding::outcome).reversed());
    Outcome outcome =
        findings.stream().map(QualityFinding::outcome).reduce(Outcome.PASS, Outcome::or);
    return proposing(outcome, findings, quality);
  }

  private void folding(RegionQuality region, List<QualityFinding> findings) {
    if (region.folded() > 0) {
      findings.add(
          new QualityFinding(
              Outcome.REFUSE,
              "voxels of the " + region.name() + " at which the field folds",
              (double) region.folded(),
              0,
              "",
              QualityLimits.TG132_SOURCE));
    }
    if (region.foldedCells() > 0) {
      findings.add(
          own(
              "voxels of the "
                  + region.name()
                  + " at which the field folds or slides between"
                  + " neighbours",
              (double) region.foldedCells(),
              0));
    }
  }

  private void jacobian(RegionQuality region, List<QualityFinding> findings) {
    if (!region.name().equals(EvaluationRegion.LUNGS)) {
      return;
    }
    Distribution jacobian = region.jacobian();
    if (jacobian.percentile1() < limits.leastJacobian()) {
      findings.add(
          own(
              "1st percentile of the lungs' Jacobian determinant",
              jacobian.percentile1(),
              limits.leastJacobian()));
    }
    if (jacobian.percentile99() > limits.greatestJacobian()) {
      findings.add(
          own(
              "99th percentile of the lungs' Jacobian determinant",
              jacobian.percentile99(),
              limits.greatestJacobian()));
    }
  }

  private static QualityFinding own(String what, double figure, double limit) {
    return new QualityFinding(Outcome.WARN, what, figure, limit, "", QualityLimits.OWN_SOURCE);
  }

  private void similarity(RegionQuality region, List<QualityFinding> findings) {
    double lost = region.before().correlation() - region.after().correlation();
    if (lost > limits.lostCorrelation()) {
      findings.add(
          new QualityFinding(
              Outcome.REFUSE,
              "correlation of the images in the " + region.name() + " lost by the registration",
              lost,
              limits.lostCorrelation(),
              "",
              QualityLimits.OWN_SOURCE));
    }
  }

  private void distances(RegionQuality region, List<QualityFinding> findings) {
    region
        .inverseConsistencyMm()
        .ifPresent(distances ->
            mean(
                "mean inverse consistency in the " + region.name(),
                distances.mean(),
                true,
                QualityLimits.TG132_SOURCE,
                findings));
    // Which of two engines is wrong is not known: their disagreement alone refuses nothing.
    region
        .disagreementMm()
        .ifPresent(distances ->
            mean(
                "mean disagreement of two engines in the " + region.name(),
                distances.mean(),
                false,
                QualityLimits.OWN_SOURCE,
                findings));
    region
        .disagreementMm()
        .filter(distances -> distances.percentile95() > limits.greatestMm())
        .ifPresent(distances ->
            findings.add(
                new QualityFinding(
                    Outcome.WARN,
                    "95th percentile of the disagreement of two engines in the " + region.name(),
                    distances.percentile95(),
                    limits.greatestMm(),
                    "mm",
                    QualityLimits.OWN_SOURCE)));
  }

  private void landmarks(
      String which, LandmarkErrors errors, boolean given, List<QualityFinding> findings) {
    mean(
        "mean error at " + which,
        given ? errors.errorMm().mean() : errors.errorMm().median(),
        true,
        QualityLimits.TG132_SOURCE,
        findings);
    double extreme = given ? errors.errorMm().greatest() : errors.errorMm().percentile95();
    if (extreme > limits.greatestMm()) {
      findings.add(
          new QualityFinding(
              Outcome.WARN,
              String.format(
                  Locale.ROOT,
                  "%s error at %s, the worst at (%.0f, %.0f, %.0f) mm",
                  given ? "greatest" : "95th percentile of the",
                  which,
                  errors.worst().x(),
                  errors.worst().y(),
                  errors.worst().z()),
              extreme,
              limits.greatestMm(),
              "mm",
              QualityLimits.TG132_SOURCE));
    }
  }

  private void mean(
      String what, double mm, boolean mayRefuse, String source, List<QualityFinding> findings) {
    if (mayRefuse && mm > limits.refuseMeanMm()) {
      findings.add(
          new QualityFinding(Outcome.REFUSE, what, mm, limits.refuseMeanMm(), "mm", source));
    } else if (mm > limits.warnMeanMm()) {
      findings.add(new QualityFinding(Outcome.WARN, what, mm, limits.warnMeanMm(), "mm", source));
    }
  }

  /** Without a measure of error nothing better than level 2 is proposed for a deformable field. */
  private static QualityVerdict proposing(
      Outcome outcome, List<QualityFinding> findings, FieldQuality quality) {
    Optional<LandmarkErrors> errors = quality.landmarks().or(quality::automaticLandmarks);
    if (outcome == Outcome.REFUSE) {
      boolean foldsOrWorsens =
          findings.stream().anyMatch(f -> f.outcome() == Outcome.REFUSE && f.unit().isEmpty());
      return new QualityVerdict(
          outcome,
          findings,
          foldsOrWorsens
              ? UncertaintyLevel.ALIGNMENT_NOT_ACCEPTABLE
              : UncertaintyLevel.USABLE_FOR_DIAGNOSIS_ONLY,
          findings.getFirst().message());
    }
    boolean errorsSmall = errors.isPresent() && errors.get().errorMm().percentile95() <= ALIGNED_MM;
    boolean enginesAgree =
        quality
            .region(EvaluationRegion.BODY)
            .flatMap(RegionQuality::disagreementMm)
            .filter(d -> d.percentile95() <= ALIGNED_MM)
            .isPresent();
    boolean lungsAgree =
        quality
            .region(EvaluationRegion.LUNGS)
            .flatMap(RegionQuality::disagreementMm)
            .filter(d -> d.percentile95() <= ALIGNED_MM)
            .isPresent();
    if (outcome == Outcome.PASS && errorsSmall && enginesAgree) {
      return new QualityVerdict(
          outcome,
          findings,
          UncertaintyLevel.WHOLE_SCAN_ALIGNED,
          "Errors at landmarks and the disagreement of two engines in the body are within 1 mm"
              + " (95th percentile).");
    }
    if (outcome == Outcome.PASS && errorsSmall && lungsAgree) {
      return new QualityVerdict(
          outcome,
          findings,
          UncertaintyLevel.LOCALLY_ALIGNED,
          "Errors at landmarks and the disagreement of two engines in the lungs are within 1 mm"
              + " (95th percentile).");
    }
    return new QualityVerdict(
        outcome,
        findings,
        UncertaintyLevel.USABLE_WITH_RISK_OF_DEFORMATION,
        "The images were deformed, and alignment within 1 mm was not shown.");
  }
}
