package org.breathline.core.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.progress.Progress;
import org.breathline.core.scan.PhaseSeries;
import org.breathline.core.segmentation.Airways;
import org.breathline.core.segmentation.BodyMask;
import org.breathline.core.segmentation.DiaphragmDome;
import org.breathline.core.segmentation.LungAir;
import org.breathline.core.segmentation.Lungs;
import org.breathline.core.structure.RunLengthMask;

/**
 * Lungs and diaphragm over the phases of a 4DCT, each phase segmented by itself.
 *
 * @param phases in the order of increasing phase, at least one
 */
public record ThoraxMotion(List<OfPhase> phases) {

  /**
   * One phase.
   *
   * @param percent the phase
   * @param airMl the air of both lungs, airways included, as {@link LungAir} has it: what tidal
   *     volume is the difference of
   * @param left the left lung with its vessels
   * @param right the right lung with its vessels
   * @param leftDome the top of the left dome of the diaphragm, LPS mm
   * @param rightDome the top of the right dome, LPS mm
   */
  public record OfPhase(
      double percent,
      double airMl,
      Optional<RunLengthMask> left,
      Optional<RunLengthMask> right,
      Optional<Vector3> leftDome,
      Optional<Vector3> rightDome) {}

  /** Copies the list; throws {@link IllegalArgumentException} if it is empty. */
  public ThoraxMotion {
    phases = List.copyOf(phases);
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("motion of no phase");
    }
  }

  /**
   * Segments every phase. The domes are found in the phase with the least air and followed at the
   * place of their tops.
   */
  public static ThoraxMotion of(PhaseSeries series, Progress progress) {
    List<OfPhase> phases = new ArrayList<>();
    int count = series.phases().size();
    for (PhaseSeries.Phase phase : series.phases()) {
      progress.report("measuring lungs and diaphragm", phases.size(), count);
      phases.add(of(phase.percent(), phase.volume()));
    }
    progress.report("measuring lungs and diaphragm", count, count);
    return new ThoraxMotion(withDomes(series, phases));
  }

  private static OfPhase of(double percent, ShortVolume volume) {
    Lungs lungs = Lungs.of(volume, Airways.of(volume, BodyMask.of(volume)));
    return new OfPhase(
        percent,
        LungAir.of(volume).volumeMl(),
        lungs.left(),
        lungs.right(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<OfPhase> withDomes(PhaseSeries series, List<OfPhase> phases) {
    OfPhase emptiest = new ThoraxMotion(phases).emptiest();
    ShortVolume exhaled = series.phases().get(phases.indexOf(emptiest)).volume();
    Optional<Vector3> left = emptiest.left().flatMap(l -> top(exhaled, l, true));
    Optional<Vector3> right = emptiest.right().flatMap(r -> top(exhaled, r, false));
    List<OfPhase> complete = new ArrayList<>();
    for (int p = 0; p < phases.size(); p++) {
      OfPhase phase = phases.get(p);
      ShortVolume volume = series.phases().get(p).volume();
      complete.add(
          new OfPhase(
              phase.percent(),
              phase.airMl(),
              phase.left(),
              phase.right(),
              left.flatMap(place -> phase.left().flatMap(l -> followed(volume, l, place))),
              right.flatMap(place -> phase.right().flatMap(r -> followed(volume, r, place)))));
    }
    return complete;
  }

  private static Optional<Vector3> top(ShortVolume volume, RunLengthMask lung, boolean isLeft) {
    return DiaphragmDome.of(volume, lung, isLeft).map(DiaphragmDome::top);
  }

  private static Optional<Vector3> followed(ShortVolume volume, RunLengthMask lung, Vector3 place) {
    return DiaphragmDome.at(volume, lung, place).map(DiaphragmDome::top);
  }

  /** The phase with the most air, the earliest of equals. */
  public OfPhase fullest() {
    OfPhase fullest = phases.getFirst();
    for (OfPhase phase : phases) {
      fullest = phase.airMl() > fullest.airMl() ? phase : fullest;
    }
    return fullest;
  }

  /** The phase with the least air, the earliest of equals. */
  public OfPhase emptiest() {
    OfPhase emptiest = phases.getFirst();
    for (OfPhase phase : phases) {
      emptiest = phase.airMl() < emptiest.airMl() ? phase : emptiest;
    }
    return emptiest;
  }

  /** The air breathed between the emptiest and the fullest phase, mL: tidal volume. */
  public double tidalMl() {
    return fullest().airMl() - emptiest().airMl();
  }

  /** The breath as the lungs' volume tells it; empty if that is the same in all phases. */
  public Optional<BreathCurve> curve() {
    if (!(tidalMl() > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        BreathCurve.of(
            phases.stream().map(OfPhase::percent).toList(),
            phases.stream().mapToDouble(OfPhase::airMl).toArray()));
  }

  /** The path of the left dome; empty unless every phase shows it. */
  public Optional<MotionPath> leftDome() {
    return path(OfPhase::leftDome);
  }

  /** The path of the right dome; empty unless every phase shows it. */
  public Optional<MotionPath> rightDome() {
    return path(OfPhase::rightDome);
  }

  private Optional<MotionPath> path(Function<OfPhase, Optional<Vector3>> place) {
    List<MotionPath.Position> positions = new ArrayList<>();
    for (OfPhase phase : phases) {
      place.apply(phase).ifPresent(p -> positions.add(new MotionPath.Position(phase.percent(), p)));
    }
    return positions.size() == phases.size()
        ? Optional.of(new MotionPath(positions))
        : Optional.empty();
  }
}
