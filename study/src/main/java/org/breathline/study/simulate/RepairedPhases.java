package org.breathline.study.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.motion.ArtefactRepair;
import org.breathline.core.motion.BadSlabs;
import org.breathline.core.motion.BreathCurve;
import org.breathline.core.progress.Progress;
import org.breathline.core.structure.StructureType;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.iod.CtImage;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.segmentation.Segment;
import org.breathline.exchange.segmentation.SegmentationWriter;
import org.breathline.exchange.structure.StructureSetContext;
import org.breathline.study.motion.FieldAnalysis;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.DerivedSeries;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.report.Block;

/**
 * Fills the slabs of phases that show another moment, and writes each such phase as a CT series of
 * its own with a Segmentation of the voxels that were filled.
 */
final class RepairedPhases {

  private static final String FOLDER = "repaired";
  private static final int FIRST_SERIES_NUMBER = 4200;

  private final FieldAnalysis analysis;
  private final BreathCurve curve;
  private final BadSlabs bad;

  /**
   * Of a 4DCT.
   *
   * @param analysis with the motion model, fitted without the bad slabs
   * @param curve the state of each phase in the usual breath
   */
  RepairedPhases(FieldAnalysis analysis, BreathCurve curve, BadSlabs bad) {
    this.analysis = analysis;
    this.curve = curve;
    this.bad = bad;
  }

  List<RepairSummary> write(Provenance provenance, Path folder, Progress progress)
      throws IOException {
    LoadedPhases phases = analysis.registered().phases();
    DerivedSeries series = new DerivedSeries(phases, provenance);
    List<RepairSummary> repairs = new ArrayList<>();
    List<Double> percents = phases.source().percents();
    for (int p = 0; p < percents.size(); p++) {
      progress.report("repairing phases", p, percents.size());
      if (bad.phases().get(p).isEmpty()) {
        continue;
      }
      ArtefactRepair repair =
          ArtefactRepair.of(
              phases.series(), p, analysis.registered().fields(), analysis.model(), curve, bad);
      double percent = percents.get(p);
      String name = String.format(Locale.ROOT, "%s/phase-%04.1f", FOLDER, percent);
      List<Path> files =
          series.write(
              new DerivedSeries.Name(
                  FIRST_SERIES_NUMBER + p,
                  String.format(Locale.ROOT, "4DCT repaired, %.0f percent", percent),
                  "Slabs that show another moment of the breath filled from the other phases along"
                      + " the motion model; the filled voxels are in a Segmentation"),
              percent,
              repair.image(),
              folder.resolve(name));
      String mask = name + "-filled.dcm";
      writeMask(repair, files, folder.resolve(mask));
      repairs.add(
          new RepairSummary(
              percent, bad.phases().get(p).size(), repair.repaired().volumeMl(), name, mask));
    }
    progress.report("repairing phases", percents.size(), percents.size());
    return repairs;
  }

  private static void writeMask(ArtefactRepair repair, List<Path> files, Path file)
      throws IOException {
    List<CtSlice> slices = new ArrayList<>();
    for (Path each : files) {
      slices.add(CtSlice.of(each, CtImage.of(DicomReader.readHeader(each))));
    }
    StructureSetContext context =
        new StructureSetContext(
            "REPAIRED",
            "Voxels that were filled, not scanned",
            slices,
            DicomReader.readHeader(files.getFirst()).dataset(),
            StructureSetContext.Algorithm.AUTOMATIC,
            LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
    SegmentationWriter.write(
        file, context, List.of(new Segment("filled", StructureType.OTHER, repair.repaired())));
  }

  /** What a reader has to know of repaired phases. */
  static Block.Notice notice(List<RepairSummary> repairs) {
    return new Block.Notice(
        repairs.isEmpty() ? Block.Severity.NOTE : Block.Severity.WARNING,
        repairs.isEmpty()
            ? "No slab of any phase had to be repaired."
            : String.format(
                Locale.ROOT,
                "%d phases have slabs that show another moment of the breath; repaired copies are in the folder %s, with a Segmentation of the %.0f mL that were filled from other phases and never scanned like that.",
                repairs.size(),
                FOLDER,
                repairs.stream().mapToDouble(RepairSummary::filledMl).sum()));
  }
}
