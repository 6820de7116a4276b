package org.breathline.study.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breathline.core.sorting.RespiratoryStates;
import org.breathline.core.sorting.SortingRequest;
import org.breathline.study.motion.MotionSummary;
import org.breathline.study.output.Json;
import org.breathline.study.plot.Figures;
import org.breathline.study.plot.TracePlot;
import org.breathline.study.report.BinNames;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.KeyValue;
import org.breathline.study.report.Block.KeyValues;
import org.breathline.study.report.Block.Notices;
import org.breathline.study.report.Block.Paragraph;
import org.breathline.study.report.BreathingSection;
import org.breathline.study.report.ClockSection;
import org.breathline.study.report.FindingNotices;
import org.breathline.study.report.HtmlReport;
import org.breathline.study.report.PdfReport;
import org.breathline.study.report.ProvenanceSection;
import org.breathline.study.report.RegistrationSection;
import org.breathline.study.report.ReportDocument;
import org.breathline.study.report.SortingResult;
import org.breathline.study.report.SortingSection;

/** The motion report of a simulation. */
final class SimulationReport {

  private final SimulationResult result;
  private final ImageSection images;
  private final Optional<BreathingSection> breathing;
  private final Optional<SortingSection> sorting;
  private final Optional<RegistrationSection> registration;

  private SimulationReport(SimulationResult result) {
    this.result = result;
    this.images = new ImageSection(result);
    this.breathing = result.trace().map(BreathingSection::new);
    this.sorting = result.sorting().map(SortingSection::new);
    this.registration =
        result.motion().flatMap(MotionResult::registration).map(RegistrationSection::new);
  }

  /**
   * Writes {@code report.html}, {@code report.pdf} and {@code simulation.json}.
   *
   * @param folder where to, created if need be
   * @throws IOException if a file cannot be written; none is left half-written
   */
  public static void write(SimulationResult result, Path folder) throws IOException {
    ReportDocument document = document(result);
    HtmlReport.write(document, folder.resolve("report.html"));
    PdfReport.write(document, folder.resolve("report.pdf"));
    Json.write(SimulationFigures.of(result), folder.resolve("simulation.json"));
  }

  /** The report. */
  public static ReportDocument document(SimulationResult result) {
    return new SimulationReport(result).document();
  }

  private ReportDocument document() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "Result"));
    blocks.add(new Paragraph(summary(), false));
    blocks.add(new KeyValues(keyFigures()));
    blocks.add(new Heading(2, "Warnings and notes"));
    List<Block.Notice> notices = new ArrayList<>(result.notices());
    registration.ifPresent(r -> notices.addAll(r.notices()));
    result.motion().ifPresent(m -> notices.addAll(m.notices()));
    blocks.add(new Notices(FindingNotices.sorted(notices)));
    images.glance().ifPresent(blocks::add);
    breathing.ifPresent(b -> blocks.addAll(b.overview(bins())));
    blocks.addAll(images.blocks());
    result.motion().ifPresent(m -> blocks.addAll(m.sections()));
    result
        .motion()
        .flatMap(MotionResult::target)
        .ifPresent(t -> {
          blocks.add(new Heading(1, "Internal target volume"));
          blocks.addAll(t.sections());
        });
    result.motion().ifPresent(m -> blocks.addAll(m.fieldSections()));
    registration.ifPresent(r -> blocks.addAll(r.blocks()));
    sorting.ifPresent(s -> blocks.addAll(s.blocks()));
    result
        .sorting()
        .flatMap(SortingResult::clock)
        .ifPresent(clock -> blocks.addAll(ClockSection.blocks(clock)));
    blocks.addAll(ProvenanceSection.blocks(result.provenance()));
    blocks.addAll(ProvenanceSection.approval());
    breathing.ifPresent(b -> blocks.addAll(b.breathTable()));
    sorting.ifPresent(s -> blocks.addAll(s.selectionTable()));
    return new ReportDocument(
        "Motion report",
        "Respiration-correlated CT, %d phases".formatted(result.phases().size()),
        ProvenanceSection.product(result.provenance()),
        result.created(),
        blocks);
  }

  private String summary() {
    String how =
        result
            .sorting()
            .map(s ->
                "The scan was sorted by %s into %d bins."
                    .formatted(
                        BinNames.words(s.sorted().request().method()),
                        s.sorted().request().bins().size()))
            .orElse("The phases are those that the scanner sorted.");
    return (how + " " + images.volumeWords()).strip();
  }

  private List<KeyValue> keyFigures() {
    List<KeyValue> figures = new ArrayList<>();
    figures.add(new KeyValue("Patient ID", result.identity().patientId().orElse("not stated")));
    figures.add(
        new KeyValue(
            "Scan date", result.identity().scanDate().map(Object::toString).orElse("not stated")));
    figures.add(
        new KeyValue(
            "Volume",
            "%d × %d × %d".formatted(result.grid().nx(), result.grid().ny(), result.grid().nz())));
    figures.add(
        new KeyValue(
            "Voxel",
            "%s × %s × %s mm"
                .formatted(
                    Figures.fixed(result.grid().spacing().x(), 2),
                    Figures.fixed(result.grid().spacing().y(), 2),
                    Figures.fixed(result.grid().spacing().z(), 2))));
    result
        .sorting()
        .ifPresent(s -> {
          int positions = s.sorted().scan().couchPositions().size();
          figures.add(new KeyValue("Couch positions", String.valueOf(positions)));
          figures.add(new KeyValue("Slices", String.valueOf(s.sorted().scan().sliceCount())));
        });
    breathing.ifPresent(b -> {
      figures.add(new KeyValue("Breaths", b.breaths()));
      figures.add(new KeyValue("Period", b.period()));
      figures.add(new KeyValue("Amplitude", b.amplitude()));
    });
    result.motion().ifPresent(m -> figures.addAll(motionFigures(m)));
    sorting.ifPresent(s -> {
      figures.add(new KeyValue("Sorted slabs", s.places()));
      figures.add(new KeyValue("Slab borders", s.borders()));
    });
    return figures;
  }

  private static List<KeyValue> motionFigures(MotionResult motion) {
    List<KeyValue> figures = new ArrayList<>();
    for (MotionSummary.Structure structure :
        motion.summary().structures().stream().limit(1).toList()) {
      figures.add(
          new KeyValue(
              "Motion of the tumour",
              "%s mm (SI %s, AP %s, LR %s)"
                  .formatted(
                      Figures.fixed(structure.peakToPeakMm().vector(), 1),
                      Figures.fixed(structure.peakToPeakMm().si(), 1),
                      Figures.fixed(structure.peakToPeakMm().ap(), 1),
                      Figures.fixed(structure.peakToPeakMm().lr(), 1))));
    }
    motion
        .target()
        .ifPresent(t ->
            figures.add(
                new KeyValue(
                    "Volumes",
                    t.summary().volumes().stream()
                            .filter(v -> !v.name().startsWith("GTV_"))
                            .map(v -> v.name() + " " + Figures.fixed(v.volumeMl(), 1))
                            .collect(Collectors.joining(", "))
                        + " mL")));
    return figures;
  }

  private Optional<TracePlot.Bins> bins() {
    if (result.trace().isEmpty() || result.sorting().isEmpty()) {
      return Optional.empty();
    }
    SortingRequest request = result.sorting().get().sorted().request();
    RespiratoryStates states =
        new RespiratoryStates(result.trace().get().cycles(), request.method());
    return Optional.of(BinNames.along(states, request));
  }
}
