package org.breathline.study.motion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.motion.BadSlabs;
import org.breathline.core.motion.StructureMotion;
import org.breathline.core.motion.ThoraxMotion;
import org.breathline.core.motion.TumourTrack;
import org.breathline.core.progress.Progress;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.phases.RegisteredPhases;
import org.breathline.study.plot.Figure;
import org.breathline.study.plot.SvgCanvas;
import org.breathline.study.register.JudgedPhases;
import org.breathline.study.register.Scrutiny;
import org.breathline.study.report.Block;
import org.breathline.study.report.RegistrationResult;
import org.breathline.study.structures.DrawnStructures;
import org.breathline.study.structures.TumourChoice;

/**
 * How things move in a 4DCT: what is measured on its phases, with displacement fields where they
 * are asked for. Holds volumes.
 *
 * @param measured chest, tumour and structures
 * @param registered the fields; empty where nothing needs them
 * @param judged how good they are; empty without them
 * @param fields what they tell; empty without them, and where nothing tells the breath
 */
public record MotionStudy(
    Measured measured,
    Optional<RegisteredPhases> registered,
    Optional<RegistrationResult> judged,
    Optional<FieldAnalysis> fields) {

  /**
   * What is asked.
   *
   * @param clicked a tumour to be found in every phase
   * @param drawn structures to be carried by fields
   * @param referencePercent with which phases are registered where no structure says it; empty: the
   *     usual one
   * @param register whether to register also where no structure needs it
   * @param scrutiny of the fields
   * @param trace the breaths of the scan's trace
   * @param scanned the state of the breath that each part of every phase was scanned in; empty: one
   *     state a phase, by the trace or the lungs' volumes
   * @param bad slabs of the phases that do not show the phase
   * @param decision what a person decided; needs a target
   */
  public record Question(
      Optional<TumourChoice.Clicked> clicked,
      Optional<DrawnStructures> drawn,
      Optional<Double> referencePercent,
      boolean register,
      Scrutiny scrutiny,
      Optional<BreathingCycles> trace,
      Optional<ScannedBreath> scanned,
      Optional<BadSlabs> bad,
      Optional<DecisionRequest> decision) {

    private double reference() {
      return drawn
          .map(DrawnStructures::referencePercent)
          .or(() -> referencePercent)
          .orElse(RegisteredPhases.REFERENCE_PERCENT);
    }
  }

  /**
   * Measures.
   *
   * @throws InputException if there is no tumour at the seed, or no structure has a volume
   * @throws UsageException if something is decided about no target
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static MotionStudy of(LoadedPhases phases, Question question, Progress progress)
      throws IOException, InputException {
    Optional<DrawnStructures.Masks> masks = Optional.empty();
    if (question.drawn().isPresent()) {
      masks = Optional.of(question.drawn().get().masks());
    }
    ThoraxMotion thorax = ThoraxMotion.of(phases.series(), progress);
    Optional<TumourTrack> tumour = Optional.empty();
    if (question.clicked().isPresent()) {
      tumour = Optional.of(ClickedTumour.follow(phases, question.clicked().get(), progress));
    }
    Optional<RegisteredPhases> registered = Optional.empty();
    if (question.register() || masks.isPresent()) {
      registered = Optional.of(RegisteredPhases.register(phases, question.reference(), progress));
    }
    Optional<RegistrationResult> judged =
        registered.map(r -> JudgedPhases.of(r, question.scrutiny(), progress));
    Measured measured =
        new Measured(
            thorax,
            tumour,
            masks,
            question.reference(),
            carried(masks, registered),
            judged.map(RegistrationResult::refusals).orElse(List.of()),
            question.trace(),
            question.decision());
    measured.requireTargetOfDecision();
    Optional<ScannedBreath> breath =
        question.scanned().or(() -> measured.curve().map(ScannedBreath::of));
    progress.report("motion model, mid-position, ventilation", 0, 1);
    Optional<FieldAnalysis> fields =
        registered.flatMap(r ->
            breath.map(b ->
                FieldAnalysis.of(
                    r, thorax, b, question.bad().orElse(BadSlabs.none(r.fields().size())))));
    progress.report("motion model, mid-position, ventilation", 1, 1);
    return new MotionStudy(measured, registered, judged, fields);
  }

  private static List<StructureMotion> carried(
      Optional<DrawnStructures.Masks> masks, Optional<RegisteredPhases> registered) {
    List<StructureMotion> carried = new ArrayList<>();
    if (masks.isPresent() && registered.isPresent()) {
      List<StructureMotion.PhaseField> fields = FieldAnalysis.phaseFields(registered.get());
      for (DrawnStructures.Drawn each : masks.get().drawn()) {
        carried.add(StructureMotion.of(each.name(), each.mask(), fields));
      }
    }
    return carried;
  }

  /** The fields that the quality gate refuses, in words. */
  public List<String> refusals() {
    return measured.refusals();
  }

  /** All figures. */
  public MotionSummary summary(String folder, Provenance provenance) {
    return measured.summary(folder, fields.map(FieldAnalysis::figures).orElse(null), provenance);
  }

  /** The sections of a report about what moves, with headings of level 1. */
  public List<Block> sections(MotionSummary summary) {
    List<Block> blocks = new ArrayList<>(new StructureSection(measured, summary).blocks());
    blocks.addAll(new ManagementSection(summary).blocks());
    blocks.addAll(new MotionSection(measured.thorax()).blocks());
    return blocks;
  }

  /** The sections about what fields tell beyond that; empty without them. */
  public List<Block> fieldSections() {
    return fields
        .flatMap(FollowedMotion::of)
        .map(followed -> new FollowedSection(followed).blocks())
        .orElse(List.of());
  }

  /** Writes the curves as SVG: {@code tumour.svg}, {@code structure-NN.svg}, lungs and domes. */
  void draw(Path folder) throws IOException {
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
