package org.breathline.study.motion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.breathline.core.motion.BreathCurve;
import org.breathline.core.motion.MotionPath;
import org.breathline.core.motion.StructureMotion;
import org.breathline.core.motion.SurrogateCorrelation;
import org.breathline.core.motion.ThoraxMotion;
import org.breathline.core.motion.TraceMotion;
import org.breathline.core.motion.TumourTrack;
import org.breathline.core.motion.management.Evidence;
import org.breathline.core.motion.management.Proposal;
import org.breathline.core.progress.Progress;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.segmentation.LungTumour;
import org.breathline.core.segmentation.SeedException;
import org.breathline.study.InputException;
import org.breathline.study.breathing.LoadedTrace;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.plot.Figure;
import org.breathline.study.plot.SvgCanvas;

/** Measures the motion in a 4DCT: of a tumour that was clicked, of the lungs, of the diaphragm. */
public final class AnalyseMotion {

  /** The name of a tumour that was clicked. */
  public static final String CLICKED = "tumour at the seed";

  private AnalyseMotion() {}

  /**
   * Measures.
   *
   * @param out receives {@code motion.json} and the curves as SVG
   * @throws InputException if the folder holds no sorted 4DCT, or there is no tumour at the seed
   * @throws IOException if a file cannot be read or written
   */
  public static MotionSummary run(MotionRequest request, Path out, Progress progress)
      throws IOException, InputException {
    try (OutputFolder folder = OutputFolder.create(out, request.files())) {
      LoadedPhases loaded = LoadedPhases.load(request.phases(), progress);
      List<Provenance.Input> inputs = new ArrayList<>(List.of(loaded.input()));
      Optional<LoadedTrace> trace = Optional.empty();
      if (request.trace().isPresent()) {
        trace = Optional.of(LoadedTrace.load(request.trace().get()));
        inputs.addAll(trace.get().inputs());
      }
      ThoraxMotion thorax = ThoraxMotion.of(loaded.series(), progress);
      Optional<TumourTrack> tumour = tumour(request, loaded, progress);
      Provenance provenance = Provenance.of("motion", request.parameters(), inputs);
      MotionSummary summary =
          new Measured(thorax, tumour, trace.map(LoadedTrace::cycles))
              .summary(folder.finalPath(folder.staging()), provenance);
      draw(folder.staging(), thorax, tumour);
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

  private static void draw(Path folder, ThoraxMotion thorax, Optional<TumourTrack> tumour)
      throws IOException {
    if (tumour.isPresent()) {
      write(MotionFigures.path("The tumour", tumour.get().path()), folder.resolve("tumour.svg"));
    }
    write(MotionFigures.volumes(thorax), folder.resolve("lungs.svg"));
    Optional<Figure> domes = MotionFigures.domes(thorax);
    if (domes.isPresent()) {
      write(domes.get(), folder.resolve("domes.svg"));
    }
  }

  private static void write(Figure figure, Path file) throws IOException {
    Files.writeString(file, SvgCanvas.draw(figure));
  }

  /** What was measured, to be put into words and figures. */
  private record Measured(
      ThoraxMotion thorax, Optional<TumourTrack> tumour, Optional<BreathingCycles> trace) {

    MotionSummary summary(Path result, Provenance provenance) {
      List<String> warnings = new ArrayList<>();
      List<MotionSummary.Structure> structures = new ArrayList<>();
      tumour.ifPresent(t -> structures.add(structure(t, warnings)));
      Optional<TraceMotion> breaths =
          tumour.flatMap(t -> measured(() -> trace.map(c -> TraceMotion.of(t.path(), c))));
      Optional<Proposal> proposal =
          tumour.map(t ->
              Proposal.of(
                  new Evidence(
                      t.path(),
                      trace,
                      correlation(t.path(), this::traceCurve),
                      breaths,
                      Optional.empty(),
                      Optional.empty())));
      if (thorax.phases().stream().anyMatch(p -> p.left().isEmpty() || p.right().isEmpty())) {
        warnings.add("Not every phase shows both lungs.");
      }
      return new MotionSummary(
          result.toString(),
          thorax.phases().stream().map(ThoraxMotion.OfPhase::percent).toList(),
          structures,
          lungs(),
          domes(),
          proposal.map(MotionSummary.Management::of).orElse(null),
          breaths.map(MotionSummary.BreathToBreath::of).orElse(null),
          warnings,
          provenance);
    }

    private MotionSummary.Structure structure(TumourTrack track, List<String> warnings) {
      TumourTrack.OfPhase clicked =
          track.phases().stream()
              .filter(p -> p.percent() == track.clickedPercent())
              .findFirst()
              .orElseThrow();
      LungTumour tumour = clicked.tumour();
      if (tumour.unseenShare() > LungTumour.RELIABLE_SHARE) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%.0f %% of the tumour's border was not seen; look at its outline.",
                100 * tumour.unseenShare()));
      }
      return MotionSummary.Structure.of(
          new StructureMotion(CLICKED, track.path(), StructureMotion.Source.SEGMENTED_PER_PHASE),
          tumour.surface().volumeMl(),
          track.clickedPercent(),
          correlation(track.path(), _ -> thorax.curve()),
          correlation(track.path(), this::traceCurve),
          tumour.contacts().stream()
              .map(c ->
                  new MotionSummary.Contact(
                      c.neighbour().name().toLowerCase(Locale.ROOT), c.share()))
              .toList());
    }

    private static Optional<SurrogateCorrelation> correlation(
        MotionPath path, Function<MotionPath, Optional<BreathCurve>> curve) {
      return curve.apply(path).map(c -> SurrogateCorrelation.of(path, c));
    }

    private Optional<BreathCurve> traceCurve(MotionPath path) {
      List<Double> percents = path.positions().stream().map(MotionPath.Position::percent).toList();
      return measured(() -> trace.map(c -> BreathCurve.of(c, percents)));
    }

    /** A trace without depth or breaths tells nothing, which is no error here. */
    private static <T> Optional<T> measured(Supplier<Optional<T>> measure) {
      try {
        return measure.get();
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private MotionSummary.LungsSummary lungs() {
      return new MotionSummary.LungsSummary(
          thorax.phases().stream()
              .map(p ->
                  new MotionSummary.LungPhase(
                      p.percent(),
                      p.airMl(),
                      p.left().map(l -> l.volumeMl()).orElse(null),
                      p.right().map(r -> r.volumeMl()).orElse(null)))
              .toList(),
          thorax.fullest().percent(),
          thorax.emptiest().percent(),
          thorax.tidalMl());
    }

    private List<MotionSummary.Dome> domes() {
      List<MotionSummary.Dome> domes = new ArrayList<>();
      thorax.leftDome().ifPresent(p -> domes.add(dome("left", p)));
      thorax.rightDome().ifPresent(p -> domes.add(dome("right", p)));
      return domes;
    }

    private static MotionSummary.Dome dome(String side, MotionPath path) {
      return new MotionSummary.Dome(
          side,
          path.mean().x(),
          path.mean().y(),
          path.positions().stream().map(p -> p.point().z()).toList(),
          path.peakToPeak().siMm());
    }
  }
}
