package org.breathline.study.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.breathline.core.image.Distribution;
import org.breathline.core.registration.quality.EvaluationRegion;
import org.breathline.core.registration.quality.FieldQuality;
import org.breathline.core.registration.quality.LandmarkErrors;
import org.breathline.core.registration.quality.QualityFinding;
import org.breathline.core.registration.quality.RegionQuality;
import org.breathline.core.registration.quality.RegistrationReport;
import org.jspecify.annotations.Nullable;

/**
 * A registration in figures, for JSON.
 *
 * @param referencePercent the phase that all are registered with
 * @param closure how far going round the breath does not lead home
 * @param phases one a phase
 * @param verdict the gravest of all: pass, warn or refuse
 */
public record RegistrationFigures(
    double referencePercent, Closure closure, List<Phase> phases, String verdict) {

  /**
   * The phase reached both ways.
   *
   * @param percent which
   * @param meanMm how far the two results differ, on average over the body
   * @param p95Mm 95th percentile
   * @param maxMm the greatest
   */
  public record Closure(double percent, double meanMm, double p95Mm, double maxMm) {}

  /**
   * One phase.
   *
   * @param percent its nominal phase
   * @param lungMeanMm mean displacement in the lungs, if there are any
   * @param lungP95Mm 95th percentile there
   * @param quality how the field was judged; null for the reference phase
   */
  public record Phase(
      double percent,
      @Nullable Double lungMeanMm,
      @Nullable Double lungP95Mm,
      @Nullable Quality quality) {}

  /**
   * How a field was judged.
   *
   * @param verdict pass, warn or refuse
   * @param uncertaintyLevel TG-132's, proposed, 0 (best) to 4
   * @param folded voxels in the body at which the field folds
   * @param lungJacobianLeast least determinant in the lungs
   * @param lungJacobianGreatest greatest determinant in the lungs
   * @param correlationBefore of the images in the body
   * @param correlationAfter of the images in the body
   * @param landmarks automatic ones, how many
   * @param landmarkMedianMm their median error
   * @param landmarkP95Mm 95th percentile of their errors
   * @param disagreementMeanMm of two engines in the lungs, without lungs in the body; absent unless
   *     a second one was asked
   * @param thereAndBackMeanMm how far there and back does not lead home, likewise
   * @param findings what is not as it should be
   */
  public record Quality(
      String verdict,
      int uncertaintyLevel,
      long folded,
      @Nullable Double lungJacobianLeast,
      @Nullable Double lungJacobianGreatest,
      @Nullable Double correlationBefore,
      @Nullable Double correlationAfter,
      int landmarks,
      @Nullable Double landmarkMedianMm,
      @Nullable Double landmarkP95Mm,
      @Nullable Double disagreementMeanMm,
      @Nullable Double thereAndBackMeanMm,
      List<String> findings) {}

  /** The figures of a result. */
  public static RegistrationFigures of(RegistrationResult result) {
    return new RegistrationFigures(
        result.referencePercent(),
        new Closure(
            result.oppositePercent(),
            JsonNumbers.rounded(result.closure().meanMm()),
            JsonNumbers.rounded(result.closure().p95Mm()),
            JsonNumbers.rounded(result.closure().maxMm())),
        result.phases().stream()
            .map(p ->
                new Phase(
                    p.percent(),
                    JsonNumbers.roundedOrAbsent(p.lungDisplacementMm().mean()),
                    JsonNumbers.roundedOrAbsent(p.lungDisplacementMm().percentile95()),
                    p.report().map(RegistrationFigures::quality).orElse(null)))
            .toList(),
        lower(result.outcome().name()));
  }

  private static Quality quality(RegistrationReport report) {
    FieldQuality quality = report.quality();
    @Nullable RegionQuality body = quality.region(EvaluationRegion.BODY).orElse(null);
    @Nullable RegionQuality lungs = quality.region(EvaluationRegion.LUNGS).orElse(null);
    @Nullable LandmarkErrors landmarks = quality.automaticLandmarks().orElse(null);
    return new Quality(
        lower(report.verdict().outcome().name()),
        report.verdict().proposed().level(),
        body == null ? 0 : body.folded(),
        lungs == null ? null : JsonNumbers.roundedOrAbsent(lungs.jacobian().least()),
        lungs == null ? null : JsonNumbers.roundedOrAbsent(lungs.jacobian().greatest()),
        body == null ? null : JsonNumbers.roundedOrAbsent(body.before().correlation()),
        body == null ? null : JsonNumbers.roundedOrAbsent(body.after().correlation()),
        landmarks == null ? 0 : landmarks.errorMm().count(),
        landmarks == null ? null : JsonNumbers.roundedOrAbsent(landmarks.errorMm().median()),
        landmarks == null ? null : JsonNumbers.roundedOrAbsent(landmarks.errorMm().percentile95()),
        mean(quality, RegionQuality::disagreementMm),
        mean(quality, RegionQuality::inverseConsistencyMm),
        report.verdict().findings().stream().map(QualityFinding::message).toList());
  }

  private static @Nullable Double mean(
      FieldQuality quality, Function<RegionQuality, Optional<Distribution>> measure) {
    return quality
        .region(EvaluationRegion.LUNGS)
        .or(() -> quality.region(EvaluationRegion.BODY))
        .flatMap(measure)
        .map(d -> JsonNumbers.roundedOrAbsent(d.mean()))
        .orElse(null);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
