package org.breathline.study.target;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.motion.TumourTrack;
import org.breathline.core.progress.Progress;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.UsageException;
import org.breathline.study.motion.ClickedTumour;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.phases.RegisteredPhases;
import org.breathline.study.register.JudgedPhases;
import org.breathline.study.register.Scrutiny;
import org.breathline.study.structures.DrawnStructures;
import org.breathline.study.structures.TumourChoice;

/**
 * Makes the internal target volume of a tumour: carries it to every phase along the displacements
 * that registration finds, unites it over the phases that count, and writes it with its reasons.
 */
public final class MakeTarget {

  private static final String STAGE = "making the target";

  private MakeTarget() {}

  /**
   * Makes a target into a result folder: what {@link TargetResult#write} writes, with {@code
   * itv.html} and {@code itv.pdf}, and in {@code planning/} what {@link PlanningStep} writes.
   *
   * @throws UsageException if the request makes no sense
   * @throws InputException if 4DCT or structure set are bad or do not fit each other
   * @throws RefusalException if a field is refused and the user does not insist, or the method
   *     cannot be relied on for this tumour
   * @throws IOException if something cannot be read or written; nothing is left half-written
   */
  public static TargetSummary run(TargetRequest request, Path out, Progress progress)
      throws IOException, InputException, RefusalException {
    try (OutputFolder folder = OutputFolder.create(out, request.files())) {
      LoadedPhases phases = LoadedPhases.load(request.scan(), progress);
      List<Provenance.Input> inputs = new ArrayList<>(List.of(phases.input()));
      Optional<StandardCt> ct = Optional.empty();
      if (request.planning().flatMap(PlanningChoice::planningCt).isPresent()) {
        Path planningCt = request.planning().get().planningCt().orElseThrow();
        ct = Optional.of(StandardCt.read(planningCt, phases.source(), progress));
        inputs.add(ct.get().input());
      }
      GrossTumour tumour = tumour(request, phases, inputs, progress);
      RegisteredPhases registered =
          RegisteredPhases.register(phases, tumour.referencePercent(), progress);
      List<String> refusals = JudgedPhases.of(registered, Scrutiny.USUAL, progress).refusals();
      if (!refusals.isEmpty() && !request.insist()) {
        throw new RefusalException(
            "The registration is not good enough to carry a target: "
                + String.join(" ", refusals)
                + " Look at it with breathline register; --insist makes the target all the same, and"
                + " says so.");
      }
      progress.report(STAGE, 0, 2);
      Provenance provenance =
          Provenance.of("itv", request.parameters(tumour.referencePercent()), inputs);
      TargetResult result =
          TargetResult.of(
              request.recipe(), tumour, registered, refusals, out.toString(), provenance);
      progress.report(STAGE, 1, 2);
      Optional<PlanningStep.Carried> carried = Optional.empty();
      if (request.planning().isPresent()) {
        carried =
            Optional.of(
                new PlanningStep(registered, provenance, folder.staging())
                    .take(request.planning().get(), ct, result, request.insist(), progress));
        result = result.withPlanning(carried.get().figures());
      }
      result.write(folder.staging());
      TargetReport.write(result, carried, folder.staging());
      Json.write(provenance, folder.staging().resolve(OutputFolder.MANIFEST));
      folder.commit();
      progress.report(STAGE, 2, 2);
      return result.summary();
    }
  }

  private static GrossTumour tumour(
      TargetRequest request, LoadedPhases phases, List<Provenance.Input> inputs, Progress progress)
      throws IOException, InputException {
    return switch (request.tumour()) {
      case TumourChoice.Drawn drawn -> {
        DrawnStructures set =
            DrawnStructures.read(drawn.structures(), phases.source(), drawn.referencePercent());
        inputs.add(set.input());
        yield GrossTumour.drawn(set, drawn.name(), request.recipe());
      }
      case TumourChoice.Clicked clicked -> {
        TumourTrack track = ClickedTumour.follow(phases, clicked, progress);
        double reference = phases.source().nearest(RegisteredPhases.REFERENCE_PERCENT);
        yield GrossTumour.clicked(track, reference, phases.source().grid(), request.recipe());
      }
    };
  }
}
