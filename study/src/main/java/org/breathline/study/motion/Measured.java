package org.breathline.study.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.segmentation.LungTumour;
import org.breathline.core.structure.StructureType;
import org.breathline.study.UsageException;
import org.breathline.study.output.Provenance;
import org.breathline.study.structures.DrawnStructures;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, to be put into words and figures.
 *
 * @param thorax lungs and domes
 * @param tumour that was clicked, in every phase
 * @param drawn structures of a set
 * @param referencePercent the phase they were drawn on
 * @param carried how they move, one for each drawn
 * @param refusals of the fields that carried them
 * @param trace the breaths of the scan's trace
 * @param decision of a person about the target's motion
 */
public record Measured(
    ThoraxMotion thorax,
    Optional<TumourTrack> tumour,
    Optional<DrawnStructures.Masks> drawn,
    double referencePercent,
    List<StructureMotion> carried,
    List<String> refusals,
    Optional<BreathingCycles> trace,
    Optional<DecisionRequest> decision) {

  /** The name of a tumour that was clicked. */
  static final String CLICKED = "tumour at the seed";

  /** Copies the lists. */
  public Measured {
    carried = List.copyOf(carried);
    refusals = List.copyOf(refusals);
  }

  /**
   * Checks that a decision is about something.
   *
   * @throws UsageException if it is not
   */
  void requireTargetOfDecision() {
    if (decision.isPresent() && target().isEmpty()) {
      throw new UsageException(
          "--decide is about a target's motion: give it with --seed, or with --structures that"
              + " name a target.");
    }
  }

  /** The path of what motion is managed for: what was clicked, else the target that was drawn. */
  Optional<MotionPath> target() {
    return tumour
        .map(TumourTrack::path)
        .or(() ->
            drawnTarget()
                .flatMap(t -> carried.stream().filter(c -> c.name().equals(t.name())).findFirst())
                .map(StructureMotion::path));
  }

  private Optional<DrawnStructures.Drawn> drawnTarget() {
    List<DrawnStructures.Drawn> all = drawn.map(DrawnStructures.Masks::drawn).orElse(List.of());
    return all.stream()
        .filter(d -> d.type() == StructureType.GTV)
        .findFirst()
        .or(() -> all.stream().filter(d -> d.type().isTarget()).findFirst());
  }

  /** The breath as the trace tells it, or the lungs' volume where there is no trace. */
  public Optional<BreathCurve> curve() {
    List<Double> percents = thorax.phases().stream().map(ThoraxMotion.OfPhase::percent).toList();
    return traceCurve(percents).or(thorax::curve);
  }

  MotionSummary summary(String result, MotionSummary.@Nullable Fields fields, Provenance origin) {
    List<String> warnings = new ArrayList<>();
    refusals.forEach(r -> warnings.add("Used although refused: " + r));
    List<MotionSummary.Structure> structures = new ArrayList<>();
    tumour.ifPresent(t -> structures.add(clicked(t, warnings)));
    drawn.ifPresent(d -> addDrawn(d, structures, warnings));
    Optional<TraceMotion> breaths =
        target().flatMap(path -> measured(() -> trace.map(c -> TraceMotion.of(path, c))));
    Optional<Proposal> proposal = target().map(path -> Proposal.of(evidence(path, breaths)));
    if (thorax.phases().stream().anyMatch(p -> p.left().isEmpty() || p.right().isEmpty())) {
      warnings.add("Not every phase shows both lungs.");
    }
    return new MotionSummary(
        result,
        thorax.phases().stream().map(ThoraxMotion.OfPhase::percent).toList(),
        structures,
        lungs(),
        domes(),
        fields,
        proposal.map(MotionSummary.Management::of).orElse(null),
        decision
            .flatMap(made -> proposal.map(made::about))
            .map(MotionSummary.DecisionFigures::of)
            .orElse(null),
        breaths.map(MotionSummary.BreathToBreath::of).orElse(null),
        warnings,
        origin);
  }

  private Evidence evidence(MotionPath path, Optional<TraceMotion> breaths) {
    return new Evidence(path, trace, withTrace(path), breaths, Optional.empty(), Optional.empty());
  }

  private MotionSummary.Structure clicked(TumourTrack track, List<String> warnings) {
    LungTumour found =
        track.phases().stream()
            .filter(p -> p.percent() == track.clickedPercent())
            .findFirst()
            .orElseThrow()
            .tumour();
    if (found.unseenShare() > LungTumour.RELIABLE_SHARE) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%.0f %% of the tumour's border was not seen; look at its outline.",
              100 * found.unseenShare()));
    }
    return MotionSummary.Structure.of(
        new StructureMotion(CLICKED, track.path(), StructureMotion.Source.SEGMENTED_PER_PHASE),
        found.surface().volumeMl(),
        track.clickedPercent(),
        withLungs(track.path()),
        withTrace(track.path()),
        found.contacts().stream()
            .map(c ->
                new MotionSummary.Contact(c.neighbour().name().toLowerCase(Locale.ROOT), c.share()))
            .toList());
  }

  private void addDrawn(
      DrawnStructures.Masks set, List<MotionSummary.Structure> structures, List<String> warnings) {
    warnings.addAll(set.warnings());
    for (int n = 0; n < carried.size(); n++) {
      StructureMotion motion = carried.get(n);
      structures.add(
          MotionSummary.Structure.of(
              motion,
              set.drawn().get(n).mask().volumeMl(),
              referencePercent,
              withLungs(motion.path()),
              withTrace(motion.path()),
              List.of()));
    }
  }

  private Optional<SurrogateCorrelation> withLungs(MotionPath path) {
    return thorax.curve().map(c -> SurrogateCorrelation.of(path, c));
  }

  private Optional<SurrogateCorrelation> withTrace(MotionPath path) {
    List<Double> percents = path.positions().stream().map(MotionPath.Position::percent).toList();
    return traceCurve(percents).map(c -> SurrogateCorrelation.of(path, c));
  }

  private Optional<BreathCurve> traceCurve(List<Double> percents) {
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
