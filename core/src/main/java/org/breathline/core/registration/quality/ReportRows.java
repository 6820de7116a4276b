package org.breathline.core.registration.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.image.Distribution;
import org.breathline.core.registration.quality.RegistrationReport.Row;

/** A registration's report as rows of measures and values. */
final class ReportRows {

  private ReportRows() {}

  static List<Row> of(RegistrationReport report) {
    List<Row> rows = new ArrayList<>();
    RegistrationRequest request = report.request();
    rows.add(new Row("purpose", request.purpose()));
    rows.add(new Row("fixed image", request.fixedImage()));
    rows.add(new Row("moving image", request.movingImage()));
    rows.add(new Row("technique", request.technique().name().toLowerCase(Locale.ROOT)));
    request
        .areaOfInterest()
        .ifPresent(area ->
            rows.add(
                new Row(
                    "area of interest",
                    String.format(
                        Locale.ROOT,
                        "%s, within %.0f mm of (%.0f, %.0f, %.0f) mm",
                        area.name(),
                        area.radiusMm(),
                        area.centre().x(),
                        area.centre().y(),
                        area.centre().z()))));
    rows.add(new Row("tolerance", mm(request.toleranceMm())));
    rows.add(new Row("method", report.method()));
    FieldQuality quality = report.quality();
    quality.regions().forEach(region -> region(region, rows));
    rows.add(new Row("folding outside the body", quality.foldedOutside() + " voxels"));
    quality.landmarks().ifPresent(errors -> landmarks("landmarks", errors, rows));
    quality
        .automaticLandmarks()
        .ifPresent(errors -> landmarks("automatic landmarks", errors, rows));
    QualityVerdict verdict = report.verdict();
    rows.add(new Row("gate", verdict.outcome().name()));
    verdict.findings().forEach(f -> rows.add(new Row(f.outcome().name(), f.message())));
    rows.add(new Row("proposed uncertainty", level(verdict.proposed()) + ". " + verdict.reason()));
    rows.add(
        new Row(
            "decision",
            report
                .decision()
                .map(d ->
                    "%s by %s at %s, uncertainty %s. %s"
                        .formatted(
                            d.accepted() ? "accepted" : "rejected",
                            d.by(),
                            d.at(),
                            level(d.level()),
                            d.note()))
                .orElse("none yet")));
    return rows;
  }

  private static void region(RegionQuality region, List<Row> rows) {
    String in = " in the " + region.name();
    rows.add(
        new Row(
            "folding" + in,
            "%d voxels, between neighbours %d".formatted(region.folded(), region.foldedCells())));
    Distribution j = region.jacobian();
    rows.add(
        new Row(
            "Jacobian determinant" + in,
            String.format(
                Locale.ROOT,
                "%.2f to %.2f (1st to 99th percentile %.2f to %.2f)",
                j.least(),
                j.greatest(),
                j.percentile1(),
                j.percentile99())));
    rows.add(
        new Row(
            "similarity" + in,
            String.format(
                Locale.ROOT,
                "correlation %.4f before, %.4f after; mean absolute difference %.0f HU before, %.0f"
                    + " HU after",
                region.before().correlation(),
                region.after().correlation(),
                region.before().meanAbsoluteHu(),
                region.after().meanAbsoluteHu())));
    region
        .inverseConsistencyMm()
        .ifPresent(d -> rows.add(new Row("inverse consistency" + in, distances(d))));
    region
        .disagreementMm()
        .ifPresent(d -> rows.add(new Row("disagreement of two engines" + in, distances(d))));
  }

  private static void landmarks(String which, LandmarkErrors errors, List<Row> rows) {
    rows.add(
        new Row(
            "error at " + which,
            String.format(
                Locale.ROOT,
                "%s; %d of them, %.2f mm apart on average before; their own error %.2f mm",
                distances(errors.errorMm()),
                errors.errorMm().count(),
                errors.beforeMm().mean(),
                errors.ownErrorMm())));
  }

  private static String distances(Distribution d) {
    return String.format(
        Locale.ROOT,
        "mean %.2f mm, 95th percentile %.2f mm, greatest %.2f mm",
        d.mean(),
        d.percentile95(),
        d.greatest());
  }

  private static String mm(double value) {
    return String.format(Locale.ROOT, "%.1f mm", value);
  }

  private static String level(UncertaintyLevel level) {
    return level.level() + ", " + level.words();
  }
}
