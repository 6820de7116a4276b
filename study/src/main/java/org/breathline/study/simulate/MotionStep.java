package org.breathline.study.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.motion.BadSlabs;
import org.breathline.core.progress.Progress;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.motion.MotionStudy;
import org.breathline.study.motion.MotionSummary;
import org.breathline.study.motion.ScannedBreath;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.phases.RegisteredPhases;
import org.breathline.study.register.UncertaintyMaps;
import org.breathline.study.report.Block;
import org.breathline.study.report.RegistrationResult;
import org.breathline.study.structures.DrawnStructures;
import org.breathline.study.structures.TumourChoice;
import org.breathline.study.target.GrossTumour;
import org.breathline.study.target.TargetResult;

/**
 * The steps that follow from whole phases: the motion of the chest, and, where it is asked for, the
 * registration of every phase with one, the mid-position CT and the target.
 */
final class MotionStep {

  /** The target's place in the result. */
  static final String TARGET = "target";

  private final SimulateRequest request;
  private final LoadedPhases phases;
  private final Provenance provenance;
  private final Path folder;

  MotionStep(SimulateRequest request, LoadedPhases phases, Provenance provenance, Path folder) {
    this.request = request;
    this.phases = phases;
    this.provenance = provenance;
    this.folder = folder;
  }

  /**
   * Takes them.
   *
   * @param trace the breaths of the scan's trace
   * @param scanned the state of the breath in which each part of every phase was scanned
   * @param bad slabs that show another moment, where they are known
   */
  MotionResult take(
      Optional<BreathingCycles> trace,
      Optional<ScannedBreath> scanned,
      Optional<BadSlabs> bad,
      Progress progress)
      throws IOException, InputException {
    Optional<DrawnStructures> drawn = drawn();
    MotionStudy study =
        MotionStudy.of(
            phases,
            new MotionStudy.Question(
                clicked(),
                drawn,
                Optional.empty(),
                request.register(),
                request.scrutiny(),
                trace,
                scanned,
                bad.filter(_ -> request.repair()),
                request.target().flatMap(SimulateRequest.Target::decision)),
            progress);
    if (study.judged().isPresent()) {
      for (RegistrationResult.Phase phase : study.judged().get().phases()) {
        if (phase.report().isPresent()) {
          UncertaintyMaps.write(
              phase.report().get(),
              String.format(Locale.ROOT, "phase-%02.0f", phase.percent()),
              folder);
        }
      }
    }
    if (study.fields().isPresent()) {
      MidPositionSeries.write(study.fields().get(), provenance, folder);
    }
    List<Block.Notice> notices = new ArrayList<>();
    List<RepairSummary> repairs = List.of();
    if (request.repair() && study.fields().isPresent() && bad.isPresent()) {
      repairs =
          new RepairedPhases(
                  study.fields().get(), study.measured().curve().orElseThrow(), bad.get())
              .write(provenance, folder, progress);
      notices.add(RepairedPhases.notice(repairs));
    }
    Optional<MotionResult.Target> target = Optional.empty();
    if (request.target().isPresent() && study.registered().isPresent()) {
      progress.report("making the target", 0, 1);
      target = target(request.target().get(), study, drawn, notices);
      progress.report("making the target", 1, 1);
    }
    MotionSummary summary = study.summary(".", provenance);
    return new MotionResult(
        study.measured().thorax(),
        summary,
        study.sections(summary),
        study.fieldSections(),
        study.judged(),
        target,
        repairs,
        notices);
  }

  private Optional<TumourChoice.Clicked> clicked() {
    return request
        .target()
        .filter(t -> t.tumour() instanceof TumourChoice.Clicked)
        .map(t -> (TumourChoice.Clicked) t.tumour());
  }

  private Optional<DrawnStructures> drawn() throws IOException, InputException {
    if (request.target().isPresent()
        && request.target().get().tumour() instanceof TumourChoice.Drawn drawn) {
      return Optional.of(
          DrawnStructures.read(drawn.structures(), phases.source(), drawn.referencePercent()));
    }
    return Optional.empty();
  }

  /** What cannot be relied on is not made, and the report that shows why says so. */
  private Optional<MotionResult.Target> target(
      SimulateRequest.Target asked,
      MotionStudy study,
      Optional<DrawnStructures> drawn,
      List<Block.Notice> notices)
      throws IOException, InputException {
    if (!study.refusals().isEmpty() && !asked.insist()) {
      notices.add(
          refusal(
              "The target was not made: displacement fields are refused. --insist makes it all the"
                  + " same, and says so."));
      return Optional.empty();
    }
    RegisteredPhases registered = study.registered().orElseThrow();
    GrossTumour tumour = tumour(asked, study, drawn, registered);
    try {
      TargetResult result =
          TargetResult.of(asked.recipe(), tumour, registered, study.refusals(), TARGET, provenance);
      result.write(Files.createDirectories(folder.resolve(TARGET)));
      notices.addAll(result.notices());
      return Optional.of(new MotionResult.Target(result.summary(), result.sections(2)));
    } catch (RefusalException e) {
      notices.add(refusal("The target was not made: " + e.getMessage()));
      return Optional.empty();
    }
  }

  private static GrossTumour tumour(
      SimulateRequest.Target asked,
      MotionStudy study,
      Optional<DrawnStructures> drawn,
      RegisteredPhases registered)
      throws InputException {
    return switch (asked.tumour()) {
      case TumourChoice.Drawn choice ->
          GrossTumour.drawn(drawn.orElseThrow(), choice.name(), asked.recipe());
      case TumourChoice.Clicked _ ->
          GrossTumour.clicked(
              study.measured().tumour().orElseThrow(),
              registered.reference().percent(),
              registered.phases().source().grid(),
              asked.recipe());
    };
  }

  private static Block.Notice refusal(String text) {
    return new Block.Notice(Block.Severity.REFUSAL, text);
  }
}
