package org.breathline.study.dose;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.breathline.core.evaluation.DoseVolumeHistogram;
import org.breathline.core.evaluation.PlanProtocol;
import org.breathline.core.structure.Structure;
import org.breathline.core.treatment.TreatmentPlan;
import org.breathline.dicom.data.Dataset;
import org.breathline.exchange.dose.DoseContext;
import org.breathline.exchange.dose.DoseSummation;
import org.breathline.exchange.dose.DoseWriter;
import org.breathline.exchange.plan.RtPlan;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.Block.Notice;

/**
 * A dose that was calculated, with all that is written of it.
 *
 * @param plan as read
 * @param machine what it was calculated with
 * @param anatomy what it is in
 * @param dose the dose
 * @param structures what it was judged in
 * @param protocol whose goals, if any
 * @param judgement how it did
 * @param notices what has to be known before relying on it
 */
record DoseResult(
    RtPlan plan,
    PlannedMachine machine,
    Anatomy anatomy,
    PlanDose dose,
    PlannedStructures structures,
    Optional<PlanProtocol> protocol,
    DoseJudgement judgement,
    List<Notice> notices) {

  private static final String DESCRIPTION = "Recalculated dose";

  /**
   * Writes {@code dose.dcm}, {@code dvh.csv} and {@code dose.json}.
   *
   * @param header of a slice of the CT
   */
  void write(Dataset header, DoseSummary summary, Path folder) throws IOException {
    Optional<String> setUid =
        Optional.of(structures.set().sopInstanceUid()).filter(uid -> !uid.isEmpty());
    DoseContext context =
        new DoseContext(
            header,
            plan.sopInstanceUid(),
            setUid,
            DoseSummation.PLAN,
            OptionalInt.empty(),
            DESCRIPTION,
            "Collapsed cone, " + machine.machine().name(),
            LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
    Map<Integer, DoseVolumeHistogram> byNumber = new LinkedHashMap<>();
    if (setUid.isPresent()) {
      judgement.histograms().forEach((structure, h) -> byNumber.put(structure.number(), h));
    }
    DoseWriter.write(folder.resolve("dose.dcm"), context, dose.dose(), byNumber);
    HistogramTable.write(judgement.histograms(), folder.resolve("dvh.csv"));
    Json.write(summary, folder.resolve("dose.json"));
    Json.write(summary.provenance(), folder.resolve(OutputFolder.MANIFEST));
  }

  DoseSummary summary(String folder, Provenance provenance) {
    TreatmentPlan treatment = plan.plan();
    double highest = 0;
    for (float value : dose.dose().values()) {
      highest = Math.max(highest, value);
    }
    List<StructureFigures> figures = new ArrayList<>();
    for (Map.Entry<Structure, DoseVolumeHistogram> entry : judgement.histograms().entrySet()) {
      figures.add(StructureFigures.of(entry.getKey(), entry.getValue()));
    }
    return new DoseSummary(
        folder,
        machine.machine().name(),
        treatment.fractions(),
        treatment.prescriptionGy().isPresent() ? treatment.prescriptionGy().getAsDouble() : null,
        DoseSummary.GridFigures.of(anatomy.grid()),
        highest,
        dose.beams().stream()
            .map(b -> DoseSummary.BeamFigures.of(b, treatment.fractions(b.beam())))
            .toList(),
        figures,
        protocol.map(PlanProtocol::name).orElse(null),
        judgement.goals().stream().map(DoseSummary.GoalFigures::of).toList(),
        List.copyOf(new TreeSet<>(judgement.notJudged())),
        notices.stream().map(DoseSummary.NoticeFigures::of).toList(),
        provenance);
  }
}
