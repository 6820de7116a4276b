package org.breathline.study.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breathline.core.image.Distribution;
import org.breathline.core.registration.FieldDifference;
import org.breathline.core.registration.quality.Outcome;
import org.breathline.core.registration.quality.RegistrationReport;
import org.breathline.study.plot.ArrowImage;
import org.breathline.study.plot.MapPanel;

/**
 * What registering the phases of a 4DCT gave, for a report. It holds no volumes.
 *
 * @param referencePercent the phase that all are registered with
 * @param method in words, with its settings
 * @param phases one a phase, in their order
 * @param oppositePercent the phase that was reached both ways round the breath
 * @param closure how far the two results for it differ in the body
 */
public record RegistrationResult(
    double referencePercent,
    String method,
    List<Phase> phases,
    double oppositePercent,
    FieldDifference closure) {

  /**
   * One phase.
   *
   * @param percent its nominal phase
   * @param lungDisplacementMm how far the lungs' tissue moves from the reference phase, mm
   * @param motion the reference phase with arrows to this one
   * @param report how the field was judged; empty for the reference phase itself
   * @param doubts coronal maps of a second opinion, mm; empty where none was asked for
   */
  public record Phase(
      double percent,
      Distribution lungDisplacementMm,
      MotionCut motion,
      Optional<RegistrationReport> report,
      List<MapPanel.Tile> doubts) {

    /** Copies the list. */
    public Phase {
      doubts = List.copyOf(doubts);
    }
  }

  /**
   * A coronal cut of the reference phase with the motion in it.
   *
   * @param image the cut
   * @param arrows from tissue in the reference phase to where it is in the other
   */
  public record MotionCut(Cut image, List<ArrowImage.Arrow> arrows) {

    /** Copies the list. */
    public MotionCut {
      arrows = List.copyOf(arrows);
    }
  }

  /** Copies the list. */
  public RegistrationResult {
    phases = List.copyOf(phases);
  }

  /** The phase that the lungs move farthest to. */
  public Phase farthest() {
    return phases.stream()
        .max(Comparator.comparingDouble(p -> orZero(p.lungDisplacementMm().mean())))
        .orElseThrow();
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  /** The gravest verdict of all fields. */
  public Outcome outcome() {
    return phases.stream()
        .flatMap(p -> p.report().stream())
        .map(r -> r.verdict().outcome())
        .reduce(Outcome.PASS, Outcome::or);
  }

  /** The fields that the gate refuses, in words; empty without any. */
  public List<String> refusals() {
    return phases.stream()
        .flatMap(p ->
            p.report().stream()
                .filter(r -> r.verdict().outcome() == Outcome.REFUSE)
                .map(r ->
                    "%s %%: %s"
                        .formatted(
                            number(p.percent()), r.verdict().findings().getFirst().message())))
        .toList();
  }

  /** A phase as it is written. */
  static String number(double percent) {
    return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
  }
}
