package org.breathline.study.dose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.dose.medium.DensityCalibration;
import org.breathline.core.evaluation.PlanProtocol;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.TreatmentPlan;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.PhaseStack;
import org.breathline.exchange.ct.SourceSlice;
import org.breathline.exchange.plan.PlanMismatchException;
import org.breathline.exchange.plan.PlanReader;
import org.breathline.exchange.plan.RtPlan;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.UsageException;
import org.breathline.study.output.Digests;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.Block.Notice;
import org.breathline.study.report.Block.Severity;
import org.breathline.study.report.FindingNotices;

/**
 * Calculates the dose of an RT Plan, whoever made it, on the CT that it was made on. What a dose
 * could be wrong for is refused before anything is calculated.
 */
public final class RecalculateDose {

  private final DoseRequest request;
  private final Progress progress;
  private final List<Notice> notices = new ArrayList<>();
  private final List<Provenance.Input> inputs = new ArrayList<>();

  private RecalculateDose(DoseRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Calculates into a result folder: {@code dose.dcm}, an RT Dose of the whole plan with its
   * histograms, {@code dvh.csv}, {@code dose.json}, and the pages {@code dose.html} and {@code
   * dose.pdf}.
   *
   * @throws UsageException if something asked for is not there
   * @throws InputException if plan, CT and structures are bad or do not belong together
   * @throws RefusalException if a right dose cannot be had: something in a beam that is not
   *     modelled, or a beam that enters where the CT is cut off
   * @throws IOException if something cannot be read or written; nothing is left half-written
   */
  public static DoseSummary run(DoseRequest request, Path out, Progress progress)
      throws IOException, InputException, RefusalException {
    try (OutputFolder folder = OutputFolder.create(out, request.files())) {
      return new RecalculateDose(request, progress).into(folder, out);
    }
  }

  private DoseSummary into(OutputFolder folder, Path out)
      throws IOException, InputException, RefusalException {
    RtPlan plan = plan();
    TreatmentPlan treatment = plan.plan();
    Optional<PlanProtocol> protocol = Optional.empty();
    if (request.protocol().isPresent()) {
      protocol = Optional.of(DoseJudgement.protocol(request.protocol().get()));
    }
    DensityCalibration calibration = calibration();
    PlannedMachine machine = PlannedMachine.of(request.machine(), treatment.beams());
    machine.warning().ifPresent(this::warn);
    machine.input().ifPresent(inputs::add);
    PhaseStack stack = PlannedCt.stack(request.ct(), progress);
    CtSlice slice = stack.slices().getFirst();
    requireFor(plan, slice);
    PlannedStructures structures =
        PlannedStructures.read(request.structures(), slice, stack.grid());
    inputs.add(structures.input());
    structures.warnings().forEach(this::warn);
    requireSameSet(plan, structures);
    PlannedCt ct = PlannedCt.load(stack, progress);
    inputs.add(ct.input());
    Anatomy anatomy = Anatomy.of(ct.volume(), structures, calibration, request.gridMm());
    anatomy.warnings().forEach(this::warn);
    PlanDose.requireCalculable(treatment, anatomy.body());
    PlanDose dose = PlanDose.of(treatment, machine.machine(), anatomy, progress);
    DoseJudgement judgement = DoseJudgement.of(structures, dose.dose(), protocol);
    judgement.warnings().forEach(this::warn);
    DoseResult result =
        new DoseResult(
            plan,
            machine,
            anatomy,
            dose,
            structures,
            protocol,
            judgement,
            FindingNotices.sorted(notices));
    Provenance provenance = Provenance.of("dose", request.parameters(machine), inputs);
    DoseSummary summary = result.summary(out.toString(), provenance);
    result.write(SourceSlice.open(slice).header(), summary, folder.staging());
    DoseReport.write(result, summary, ct.volume(), folder.staging());
    folder.commit();
    return summary;
  }

  private void warn(String words) {
    notices.add(new Notice(Severity.WARNING, words));
  }

  private RtPlan plan() throws IOException {
    if (!Files.isRegularFile(request.plan())) {
      throw new UsageException(request.plan() + " is not a file.");
    }
    RtPlan plan = PlanReader.read(request.plan());
    inputs.add(new Provenance.Input("plan", 1, Digests.ofFile(request.plan())));
    plan.findings().forEach(finding -> warn("Plan: " + finding.words() + "."));
    return plan;
  }

  private DensityCalibration calibration() throws IOException {
    if (request.calibration().isEmpty()) {
      notices.add(
          new Notice(
              Severity.NOTE,
              "Densities are by a generic calibration of CT numbers; give the scanner's own with"
                  + " --calibration."));
      return DensityCalibration.generic();
    }
    Path file = request.calibration().get();
    if (!Files.isRegularFile(file)) {
      throw new UsageException(file + " is not a file.");
    }
    inputs.add(new Provenance.Input("calibration", 1, Digests.ofFile(file)));
    try (InputStream in = Files.newInputStream(file)) {
      return DensityCalibration.read(in, file.toString());
    }
  }

  private void requireFor(RtPlan plan, CtSlice slice) throws InputException {
    try {
      plan.requireFor(slice.patientId(), slice.frameOfReferenceUid());
    } catch (PlanMismatchException e) {
      throw new InputException("%s: %s.".formatted(request.plan(), e.getMessage()), e);
    }
  }

  private void requireSameSet(RtPlan plan, PlannedStructures structures) {
    Optional<String> named = plan.structureSetUid();
    if (named.isPresent() && !named.get().equals(structures.set().sopInstanceUid())) {
      warn("The plan was made for another structure set than this one.");
    }
  }
}
