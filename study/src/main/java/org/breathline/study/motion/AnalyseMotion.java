package org.breathline.study.motion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.progress.Progress;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.breathing.LoadedTrace;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.register.Scrutiny;
import org.breathline.study.structures.DrawnStructures;

/**
 * Measures the motion in a 4DCT: of a tumour that was clicked (found anew in every phase), of drawn
 * structures (carried by displacement fields), of the lungs and of the diaphragm.
 */
public final class AnalyseMotion {

  private AnalyseMotion() {}

  /**
   * Measures.
   *
   * @param out receives {@code motion.json}, the curves as SVG and, where phases are registered,
   *     the images of {@link FieldImages}
   * @throws InputException if the folder holds no sorted 4DCT, there is no tumour at the seed, or
   *     the structures do not belong to the images
   * @throws RefusalException if a field is refused and the user does not insist
   * @throws IOException if a file cannot be read or written
   */
  public static MotionSummary run(MotionRequest request, Path out, Progress progress)
      throws IOException, InputException, RefusalException {
    try (OutputFolder folder = OutputFolder.create(out, request.files())) {
      LoadedPhases loaded = LoadedPhases.load(request.phases(), progress);
      List<Provenance.Input> inputs = new ArrayList<>(List.of(loaded.input()));
      Optional<LoadedTrace> trace = Optional.empty();
      if (request.trace().isPresent()) {
        trace = Optional.of(LoadedTrace.load(request.trace().get()));
        inputs.addAll(trace.get().inputs());
      }
      Optional<DrawnStructures> drawn = Optional.empty();
      if (request.structures().isPresent()) {
        drawn =
            Optional.of(
                DrawnStructures.read(
                    request.structures().get(), loaded.source(), request.referencePercent()));
        inputs.add(drawn.get().input());
      }
      MotionStudy study = MotionStudy.of(loaded, question(request, drawn, trace), progress);
      if (!study.refusals().isEmpty() && !request.insist()) {
        throw new RefusalException(
            "The registration is not good enough to measure motion with: "
                + String.join(" ", study.refusals())
                + " Look at it with breathline register; --insist measures all the same, and says"
                + " so.");
      }
      if (study.fields().isPresent()) {
        FieldImages.write(study.fields().get(), folder.staging());
      }
      Provenance provenance = Provenance.of("motion", request.parameters(), inputs);
      MotionSummary summary = study.summary(out.toString(), provenance);
      study.draw(folder.staging());
      Json.write(summary, folder.staging().resolve("motion.json"));
      Json.write(provenance, folder.staging().resolve(OutputFolder.MANIFEST));
      folder.commit();
      return summary;
    }
  }

  private static MotionStudy.Question question(
      MotionRequest request, Optional<DrawnStructures> drawn, Optional<LoadedTrace> trace) {
    return new MotionStudy.Question(
        request.clicked(),
        drawn,
        request.referencePercent(),
        request.fields(),
        Scrutiny.USUAL,
        trace.map(LoadedTrace::cycles),
        Optional.empty(),
        Optional.empty(),
        request.decision());
  }
}
