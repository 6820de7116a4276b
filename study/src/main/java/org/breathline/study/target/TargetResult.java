package org.breathline.study.target;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.structure.ContourTracer;
import org.breathline.core.structure.Structure;
import org.breathline.core.target.PhaseField;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.io.DicomReader;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.segmentation.Segment;
import org.breathline.exchange.segmentation.SegmentationWriter;
import org.breathline.exchange.structure.StructureSetContext;
import org.breathline.exchange.structure.StructureSetWriter;
import org.breathline.study.RefusalException;
import org.breathline.study.UsageException;
import org.breathline.study.output.Json;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.RegisteredPhases;
import org.breathline.study.report.Block;

/** A target that was made of a tumour and of the fields to every phase, with its figures. */
public final class TargetResult {

  private final TargetRecipe recipe;
  private final GrossTumour tumour;
  private final RegisteredPhases registered;
  private final MadeTarget made;
  private final TargetSummary summary;

  private TargetResult(
      TargetRecipe recipe,
      GrossTumour tumour,
      RegisteredPhases registered,
      MadeTarget made,
      TargetSummary summary) {
    this.recipe = recipe;
    this.tumour = tumour;
    this.registered = registered;
    this.made = made;
    this.summary = summary;
  }

  /**
   * Makes a target.
   *
   * @param tumour in the reference phase of the registration
   * @param refusals of fields that are used all the same
   * @param folder what the summary calls the folder of the result
   * @throws UsageException if no phase counts
   * @throws RefusalException if the method cannot be relied on for this tumour
   */
  public static TargetResult of(
      TargetRecipe recipe,
      GrossTumour tumour,
      RegisteredPhases registered,
      List<String> refusals,
      String folder,
      Provenance provenance)
      throws RefusalException {
    if (registered.phases().source().percents().stream().noneMatch(recipe.window()::contains)) {
      throw new UsageException("No phase of the 4DCT lies within " + recipe.window() + ".");
    }
    MadeTarget made =
        new TargetMaker(recipe, tumour, registered.phases(), fields(registered)).make();
    TargetSummary summary =
        new TargetFigures(recipe, tumour, made, registered.sequence(), refusals)
            .summary(folder, provenance);
    return new TargetResult(recipe, tumour, registered, made, summary);
  }

  /** Every phase stands for the same share of the time: phases are evenly spread in time. */
  private static List<PhaseField> fields(RegisteredPhases registered) {
    List<Double> percents = registered.phases().source().percents();
    List<PhaseField> fields = new ArrayList<>();
    for (DisplacementField field : registered.fields()) {
      double percent = percents.get(fields.size());
      fields.add(new PhaseField(percent, 1.0 / percents.size(), field));
    }
    return fields;
  }

  /** How it was made. */
  TargetRecipe recipe() {
    return recipe;
  }

  /** What was made, in the order of the structure set. */
  List<MadeTarget.Region> regions() {
    return made.regions();
  }

  /** The same with what is planned on. */
  TargetResult withPlanning(PlanningFigures chosen) {
    return new TargetResult(recipe, tumour, registered, made, summary.withPlanning(chosen));
  }

  /** All figures. */
  public TargetSummary summary() {
    return summary;
  }

  /** What has to be known before relying on it. */
  public List<Block.Notice> notices() {
    return summary.notices().stream()
        .map(n -> new Block.Notice(Block.Severity.valueOf(n.severity()), n.message()))
        .toList();
  }

  /**
   * The sections of a report.
   *
   * @param level of their headings
   */
  public List<Block> sections(int level) {
    return new TargetSections(summary, made, level).blocks();
  }

  /**
   * Writes {@code rtstruct.dcm}, {@code seg.dcm} where the recipe asks for it, {@code
   * presence.mha}, {@code made-by.mha} and {@code itv.json}.
   *
   * @throws IOException if something cannot be written
   */
  public void write(Path folder) throws IOException {
    writeObjects(folder);
    TargetMaps.write(made.target(), folder);
    Json.write(summary, folder.resolve("itv.json"));
  }

  private void writeObjects(Path folder) throws IOException {
    List<CtSlice> slices = registered.phases().source().stack(tumour.referencePercent()).slices();
    Dataset header = DicomReader.readHeader(slices.getFirst().file()).dataset();
    StructureSetContext context =
        new StructureSetContext(
            "ITV",
            "Internal target volume, " + recipe.method().word(),
            slices,
            header,
            StructureSetContext.Algorithm.SEMIAUTOMATIC,
            LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
    Grid image = registered.phases().source().grid();
    Grid planes = GrossTumour.planes(image);
    List<Structure> structures = new ArrayList<>();
    List<Segment> segments = new ArrayList<>();
    for (MadeTarget.Region region : made.regions()) {
      int number = structures.size() + 1;
      boolean drawn = number == 1 && tumour.contours().isPresent();
      structures.add(
          Structure.of(
              number,
              region.name(),
              region.type(),
              drawn
                  ? tumour.contours().get()
                  : ContourTracer.traceWithKeyholes(region.region().onto(planes))));
      segments.add(new Segment(region.name(), region.type(), region.region().onto(image).mask()));
    }
    StructureSetWriter.write(folder.resolve("rtstruct.dcm"), context, structures);
    if (recipe.segmentation()) {
      SegmentationWriter.write(folder.resolve("seg.dcm"), context, segments);
    }
  }
}
