package org.breathline.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.breathline.core.image.Distribution;
import org.breathline.core.registration.quality.EvaluationRegion;
import org.breathline.core.registration.quality.FieldQuality;
import org.breathline.core.registration.quality.Outcome;
import org.breathline.core.registration.quality.QualityVerdict;
import org.breathline.core.registration.quality.RegionQuality;
import org.breathline.core.registration.quality.RegistrationReport;
import org.breathline.study.plot.ArrowImage;
import org.breathline.study.plot.ColourScale;
import org.breathline.study.plot.Figures;
import org.breathline.study.plot.ImagePanel;
import org.breathline.study.plot.MapPanel;
import org.breathline.study.report.Block.Column;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Illustration;
import org.breathline.study.report.Block.Notice;
import org.breathline.study.report.Block.Paragraph;
import org.breathline.study.report.Block.Table;

/** The pages about how the phases were registered, and how well. */
public final class RegistrationSection {

  private static final int PIXELS_ACROSS = 720;
  private static final double PICTURE_WIDTH = 340;
  private static final double LEAST_SCALE_MM = 2;

  /** What is asked of a field, and is told once where all are asked the same. */
  private static final Set<String> SHARED =
      Set.of("purpose", "fixed image", "technique", "tolerance", "method", "decision");

  /** Stands in the table's caption. */
  private static final String MOVING = "moving image";

  /** Beyond TG-132's greatest error all doubts are alike. */
  private static final double MOST_DOUBT_MM = 5;

  private final RegistrationResult result;
  private final String reference;

  /** Of a result. */
  public RegistrationSection(RegistrationResult result) {
    this.result = result;
    this.reference = RegistrationResult.number(result.referencePercent()) + " %";
  }

  /** All of it. */
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "Registration"));
    blocks.add(new Paragraph(summary(), false));
    blocks.add(picture());
    doubts().ifPresent(blocks::add);
    blocks.add(overview());
    blocks.add(new Heading(2, "AAPM TG-132 report of each field"));
    blocks.add(
        new Paragraph(
            "Limits: AAPM Task Group 132 (Brock et al., Med Phys 44, e43, 2017): no folding, mean error 2 to 3 mm, single errors at most 5 mm; others are Breathline's own and say so. The uncertainty level is proposed by the figures; a person decides.",
            true));
    List<RegistrationReport> reports =
        result.phases().stream().flatMap(p -> p.report().stream()).toList();
    List<RegistrationReport.Row> shared =
        reports.isEmpty()
            ? List.of()
            : reports.getFirst().rows().stream()
                .filter(row -> SHARED.contains(row.measure()))
                .filter(row -> reports.stream().allMatch(r -> r.rows().contains(row)))
                .toList();
    blocks.add(table("The same for all fields.", shared));
    for (RegistrationResult.Phase phase : result.phases()) {
      phase
          .report()
          .ifPresent(report ->
              blocks.add(
                  table(
                      "From %s to %s %%."
                          .formatted(reference, RegistrationResult.number(phase.percent())),
                      report.rows().stream()
                          .filter(row -> !shared.contains(row) && !row.measure().equals(MOVING))
                          .toList())));
    }
    return blocks;
  }

  /** What a reader has to know before relying on the fields. */
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    for (RegistrationResult.Phase phase : result.phases()) {
      phase
          .report()
          .ifPresent(report ->
              report
                  .verdict()
                  .findings()
                  .forEach(finding ->
                      notices.add(
                          new Notice(
                              finding.outcome() == Outcome.REFUSE
                                  ? Block.Severity.REFUSAL
                                  : Block.Severity.WARNING,
                              "Registration of %s %%: %s"
                                  .formatted(
                                      RegistrationResult.number(phase.percent()),
                                      finding.message())))));
    }
    return notices;
  }

  private String summary() {
    return "Every phase was registered with that of %s: where is each point of it in the others? Beginning with its neighbour's field, each phase follows the last; the %s %% phase was reached both ways round the breath, and the two results differ by %s mm on average and %s mm at the 95th percentile. %s"
        .formatted(
            reference,
            RegistrationResult.number(result.oppositePercent()),
            Figures.fixed(result.closure().meanMm(), 2),
            Figures.fixed(result.closure().p95Mm(), 2),
            result.method());
  }

  private Illustration picture() {
    RegistrationResult.Phase farthest = result.farthest();
    Cut cut = farthest.motion().image();
    double greatest =
        farthest.motion().arrows().stream()
            .mapToDouble(ArrowImage.Arrow::lengthMm)
            .max()
            .orElse(LEAST_SCALE_MM);
    String phase = RegistrationResult.number(farthest.percent()) + " %";
    return new Illustration(
        new ArrowImage(
            new ImagePanel.Tile(
                reference,
                "arrows to " + phase,
                cut.grey(CtWindow.LUNG, PIXELS_ACROSS),
                cut.widthMm(),
                cut.heightMm(),
                cut.sides()),
            farthest.motion().arrows(),
            Math.max(LEAST_SCALE_MM, greatest),
            PICTURE_WIDTH,
            "Coronal plane at %s with the motion to %s as arrows.".formatted(reference, phase)),
        "Coronal plane of the %s phase. Arrows lead from tissue to where it is at %s, the phase that the lungs move farthest to."
            .formatted(reference, phase));
  }

  /** Where a second opinion differs, in the phase that the lungs move farthest to. */
  private Optional<Illustration> doubts() {
    RegistrationResult.Phase farthest = result.farthest();
    if (farthest.doubts().isEmpty()) {
      return Optional.empty();
    }
    String phase = RegistrationResult.number(farthest.percent()) + " %";
    return Optional.of(
        new Illustration(
            new MapPanel(
                farthest.doubts(),
                new ColourScale(0, MOST_DOUBT_MM),
                "mm",
                ReportDocument.WIDTH,
                "Coronal maps of the uncertainty of the field to %s.".formatted(phase)),
            "Uncertainty of the field from %s to %s in a coronal plane: how far the fields of two independent engines are apart (the second one compares normalised gradients and smooths by curvature), and how far the way there and back does not lead home. In places without structure both engines may be wrong alike."
                .formatted(reference, phase)));
  }

  private Table overview() {
    List<List<String>> rows = new ArrayList<>();
    for (RegistrationResult.Phase phase : result.phases()) {
      rows.add(
          phase
              .report()
              .map(report -> row(phase, report))
              .orElseGet(() ->
                  List.of(
                      RegistrationResult.number(phase.percent()) + " %",
                      "reference",
                      Figures.NONE,
                      Figures.NONE,
                      Figures.NONE,
                      Figures.NONE,
                      Figures.NONE)));
    }
    return new Table(
        "The fields from the %s phase. Displacement: mean and 95th percentile in the lungs. Jacobian determinant: least and greatest in the lungs, 1 where volume is kept. Landmarks: found in the images without the field; their median error."
            .formatted(reference),
        List.of(
            Column.words("Phase"),
            Column.words("Gate"),
            Column.numbers("Displacement (mm)"),
            Column.numbers("Jacobian"),
            Column.numbers("Folded voxels"),
            Column.numbers("Landmark error (mm)"),
            Column.words("Uncertainty level")),
        rows);
  }

  private static List<String> row(RegistrationResult.Phase phase, RegistrationReport report) {
    FieldQuality quality = report.quality();
    QualityVerdict verdict = report.verdict();
    Distribution moved = phase.lungDisplacementMm();
    String jacobian =
        quality
            .region(EvaluationRegion.LUNGS)
            .map(RegionQuality::jacobian)
            .map(j -> Figures.fixed(j.least(), 2) + " to " + Figures.fixed(j.greatest(), 2))
            .orElse(Figures.NONE);
    long folded =
        quality.foldedOutside()
            + quality.regions().stream().mapToLong(RegionQuality::folded).max().orElse(0);
    String landmarks =
        quality
            .automaticLandmarks()
            .map(l ->
                "%s of %d".formatted(Figures.fixed(l.errorMm().median(), 2), l.errorMm().count()))
            .orElse(Figures.NONE);
    return List.of(
        RegistrationResult.number(phase.percent()) + " %",
        verdict.outcome().name().toLowerCase(Locale.ROOT),
        "%s, %s".formatted(Figures.fixed(moved.mean(), 1), Figures.fixed(moved.percentile95(), 1)),
        jacobian,
        String.valueOf(folded),
        landmarks,
        verdict.proposed().level() + ": " + verdict.proposed().words());
  }

  private static Table table(String caption, List<RegistrationReport.Row> rows) {
    return new Table(
        caption,
        List.of(Column.words("Measure"), Column.words("Value")),
        rows.stream().map(r -> List.of(r.measure(), r.value())).toList());
  }
}
