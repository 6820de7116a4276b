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
import org.breathline.core.progress.Progress;
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
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.UsageException;
import org.breathline.study.output.Digests;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.phases.RegisteredPhases;
import org.breathline.study.register.JudgedPhases;

/**
 * Makes the internal target volume of a tumour: carries it to every phase along the displacements
 * that registration finds, unites it over the phases that count, and writes it with its reasons.
 */
public final class MakeTarget {

  private static final String STAGE = "making the target";

  private MakeTarget() {}

  /**
   * Makes a target into a result folder: {@code rtstruct.dcm}, {@code seg.dcm} on request, {@code
   * presence.mha} and {@code made-by.mha}, {@code itv.html}, {@code itv.pdf} and {@code itv.json}.
   *
   * @throws UsageException if the request makes no sense
   * @throws InputException if 4DCT or structure set are bad or do not fit each other
   * @throws RefusalException if a field is refused and the user does not insist, or the method
   *     cannot be relied on for this tumour
   * @throws IOException if something cannot be read or written; nothing is left half-written
   */
  public static TargetSummary run(TargetRequest request, Path out, Progress progress)
      throws IOException, InputException, RefusalException {
    check(request);
    try (OutputFolder folder = OutputFolder.create(out, request.scan(), request.structures())) {
      LoadedPhases phases = LoadedPhases.load(request.scan(), progress);
      requirePhases(request, phases);
      DrawnTarget drawn = DrawnTarget.read(request, phases.source());
      RegisteredPhases registered =
          RegisteredPhases.register(phases, drawn.referencePercent(), progress);
      List<String> refusals = JudgedPhases.of(registered, progress).refusals();
      if (!refusals.isEmpty() && !request.insist()) {
        throw new RefusalException(
            "The registration is not good enough to carry a target: "
                + String.join(" ", refusals)
                + " Look at it with breathline register; --insist makes the target all the same, and"
                + " says so.");
      }
      progress.report(STAGE, 0, 3);
      MadeTarget made = new TargetMaker(request, drawn, phases, fields(registered)).make();
      progress.report(STAGE, 1, 3);
      Provenance provenance =
          Provenance.of(
              "itv",
              request.parameters(drawn.referencePercent()),
              List.of(
                  phases.input(),
                  new Provenance.Input("structures", 1, Digests.ofFile(request.structures()))));
      TargetSummary summary =
          new TargetFigures(request, drawn, made, registered.sequence(), refusals)
              .summary(out, provenance);
      writeObjects(request, drawn, phases, made, folder.staging());
      TargetMaps.write(made.target(), folder.staging());
      progress.report(STAGE, 2, 3);
      TargetReport.write(summary, made, folder.staging());
      Json.write(summary, folder.staging().resolve("itv.json"));
      Json.write(provenance, folder.staging().resolve(OutputFolder.MANIFEST));
      folder.commit();
      progress.report(STAGE, 3, 3);
      return summary;
    }
  }

  private static void check(TargetRequest request) {
    double most = TargetRequest.MOST_MARGIN_MM;
    if (!(request.ctvMarginMm() >= 0 && request.ctvMarginMm() <= most)) {
      throw new UsageException(
          "The CTV margin is 0 to %.0f mm, not %s.".formatted(most, request.ctvMarginMm()));
    }
    double ptv = request.ptvMarginMm().orElse(0);
    if (!(ptv >= 0 && ptv <= most)) {
      throw new UsageException("The PTV margin is 0 to %.0f mm, not %s.".formatted(most, ptv));
    }
    if (!request.barriers().isEmpty() && request.ctvMarginMm() == 0) {
      throw new UsageException("A barrier cuts the CTV margin: give one with --ctv-margin.");
    }
    if (request.method() == TargetMethod.MIDV && request.ptvMarginMm().isPresent()) {
      throw new UsageException(
          "The mid-ventilation method works its margin out itself: leave --ptv-margin away.");
    }
  }

  private static void requirePhases(TargetRequest request, LoadedPhases phases) {
    if (phases.source().percents().stream().noneMatch(request.window()::contains)) {
      throw new UsageException("No phase of the 4DCT lies within " + request.window() + ".");
    }
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

  private static void writeObjects(
      TargetRequest request, DrawnTarget drawn, LoadedPhases phases, MadeTarget made, Path folder)
      throws IOException {
    List<CtSlice> slices = phases.source().stack(drawn.referencePercent()).slices();
    Dataset header = DicomReader.readHeader(slices.getFirst().file()).dataset();
    StructureSetContext context =
        new StructureSetContext(
            "ITV",
            "Internal target volume, " + request.method().word(),
            slices,
            header,
            StructureSetContext.Algorithm.SEMIAUTOMATIC,
            LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
    Grid image = phases.source().grid();
    Grid planes = DrawnTarget.planes(image);
    List<Structure> structures = new ArrayList<>();
    List<Segment> segments = new ArrayList<>();
    for (MadeTarget.Region region : made.regions()) {
      int number = structures.size() + 1;
      structures.add(
          Structure.of(
              number,
              region.name(),
              region.type(),
              number == 1
                  ? drawn.structure().contours()
                  : ContourTracer.traceWithKeyholes(region.region().onto(planes))));
      segments.add(new Segment(region.name(), region.type(), region.region().onto(image).mask()));
    }
    StructureSetWriter.write(folder.resolve("rtstruct.dcm"), context, structures);
    if (request.segmentation()) {
      SegmentationWriter.write(folder.resolve("seg.dcm"), context, segments);
    }
  }
}
