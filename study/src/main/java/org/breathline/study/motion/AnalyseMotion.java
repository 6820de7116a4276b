package org.breathline.study.motion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.motion.BreathCurve;
import org.breathline.core.motion.StructureMotion;
import org.breathline.core.motion.ThoraxMotion;
import org.breathline.core.motion.TumourTrack;
import org.breathline.core.progress.Progress;
import org.breathline.core.segmentation.SeedException;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.breathing.LoadedTrace;
import org.breathline.study.output.Digests;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.phases.RegisteredPhases;
import org.breathline.study.plot.Figure;
import org.breathline.study.plot.SvgCanvas;
import org.breathline.study.register.JudgedPhases;
import org.jspecify.annotations.Nullable;

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
   *     the images of {@link FieldAnalysis}
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
        Path file = request.structures().get();
        drawn =
            Optional.of(DrawnStructures.read(file, loaded.source(), request.referencePercent()));
        inputs.add(new Provenance.Input("structures", 1, Digests.ofFile(file)));
      }
      ThoraxMotion thorax = ThoraxMotion.of(loaded.series(), progress);
      Optional<TumourTrack> tumour = tumour(request, loaded, progress);
      Optional<RegisteredPhases> registered = registered(request, loaded, drawn, progress);
      List<String> refusals =
          registered.isPresent()
              ? JudgedPhases.of(registered.get(), progress).refusals()
              : List.of();
      if (!refusals.isEmpty() && !request.insist()) {
        throw new RefusalException(
            "The registration is not good enough to measure motion with: "
                + String.join(" ", refusals)
                + " Look at it with breathline register; --insist measures all the same, and says"
                + " so.");
      }
      List<StructureMotion> carried = new ArrayList<>();
      if (drawn.isPresent() && registered.isPresent()) {
        List<StructureMotion.PhaseField> fields = FieldAnalysis.phaseFields(registered.get());
        drawn
            .get()
            .structures()
            .forEach(s -> carried.add(StructureMotion.of(s.name(), s.mask(), fields)));
      }
      Measured measured =
          new Measured(thorax, tumour, drawn, carried, refusals, trace.map(LoadedTrace::cycles));
      MotionSummary.@Nullable Fields fields = null;
      Optional<BreathCurve> curve = measured.curve();
      if (registered.isPresent() && curve.isPresent()) {
        progress.report("motion model, mid-position, ventilation", 0, 1);
        fields = new FieldAnalysis(registered.get(), thorax, curve.get()).write(folder.staging());
      }
      Provenance provenance = Provenance.of("motion", request.parameters(), inputs);
      MotionSummary summary = measured.summary(out.toString(), fields, provenance);
      draw(folder.staging(), measured);
      Json.write(summary, folder.staging().resolve("motion.json"));
      Json.write(provenance, folder.staging().resolve(OutputFolder.MANIFEST));
      folder.commit();
      return summary;
    }
  }

  private static Optional<TumourTrack> tumour(
      MotionRequest request, LoadedPhases loaded, Progress progress) throws InputException {
    if (request.seed().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          TumourTrack.of(loaded.series(), request.seed().get(), request.seedPercent(), progress));
    } catch (SeedException e) {
      throw new InputException("--seed: " + e.getMessage() + ".", e);
    }
  }

  private static Optional<RegisteredPhases> registered(
      MotionRequest request,
      LoadedPhases loaded,
      Optional<DrawnStructures> drawn,
      Progress progress)
      throws IOException {
    if (drawn.isEmpty() && !request.fields()) {
      return Optional.empty();
    }
    double reference =
        drawn
            .map(DrawnStructures::referencePercent)
            .or(request::referencePercent)
            .orElse(RegisteredPhases.REFERENCE_PERCENT);
    return Optional.of(RegisteredPhases.register(loaded, reference, progress));
  }

  private static void draw(Path folder, Measured measured) throws IOException {
    if (measured.tumour().isPresent()) {
      write(
          MotionFigures.path("The tumour", measured.tumour().get().path()),
          folder.resolve("tumour.svg"));
    }
    for (int n = 0; n < measured.carried().size(); n++) {
      StructureMotion motion = measured.carried().get(n);
      // Names of structures are no names of files: they are the user's, and may be anything.
      write(
          MotionFigures.path(motion.name(), motion.path()),
          folder.resolve("structure-%02d.svg".formatted(n + 1)));
    }
    write(MotionFigures.volumes(measured.thorax()), folder.resolve("lungs.svg"));
    Optional<Figure> domes = MotionFigures.domes(measured.thorax());
    if (domes.isPresent()) {
      write(domes.get(), folder.resolve("domes.svg"));
    }
  }

  private static void write(Figure figure, Path file) throws IOException {
    Files.writeString(file, SvgCanvas.draw(figure));
  }
}
