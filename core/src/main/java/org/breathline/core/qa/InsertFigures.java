package org.breathline.core.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.geometry.Vector3;

/** Judges what was measured of one insert. */
final class InsertFigures {

  private static final double GOOD_CORE = 0.5;

  private final TrackedInsert tracked;
  private final MovingPhantom phantom;
  private final Tolerances tolerances;
  private final List<QaFigure> figures = new ArrayList<>();

  InsertFigures(TrackedInsert tracked, MovingPhantom phantom) {
    this.tracked = tracked;
    this.phantom = phantom;
    this.tolerances = phantom.tolerances();
  }

  List<QaFigure> figures() {
    double centre =
        tracked.seen().stream()
            .mapToDouble(p -> p.seen().orElseThrow().centreUncertaintyMm())
            .max()
            .orElse(0);
    double twice = Math.sqrt(2) * centre;
    whole(
        Quantity.AMPLITUDE,
        tracked.amplitudeMm(),
        tracked.expectedAmplitudeMm(),
        tolerances.amplitudeMm(),
        twice);
    whole(Quantity.OFF_AXIS, offAxisMm(), 0, tolerances.offAxisMm(), twice);
    double period = phantom.motion().periodS();
    whole(
        Quantity.PHASE_LAG,
        tracked.lagPercent() / 100 * period,
        0,
        tolerances.phaseLagS(),
        tracked.lagUncertaintyPercent() / 100 * period);
    tracked
        .insert()
        .position()
        .ifPresent(p ->
            whole(
                Quantity.PLACE,
                tracked.middle().map(m -> m.minus(p).length()).orElse(Double.NaN),
                0,
                tolerances.placeMm(),
                centre));
    density();
    tracked.phases().forEach(this::phase);
    return figures;
  }

  /** The largest distance across the axis between two phases. */
  private double offAxisMm() {
    Vector3 axis = phantom.motion().towardsPhaseZero();
    List<Vector3> across =
        tracked.seen().stream()
            .map(p -> p.seen().orElseThrow().centre())
            .map(c -> c.minus(axis.times(c.dot(axis))))
            .toList();
    double largest = across.isEmpty() ? Double.NaN : 0;
    for (Vector3 a : across) {
      for (Vector3 b : across) {
        largest = Math.max(largest, a.minus(b).length());
      }
    }
    return largest;
  }

  /** Over the phases whose core is not blurred away; not judged where there is none. */
  private void density() {
    List<InsertInPhase.Core> cores =
        tracked.seen().stream().flatMap(p -> p.seen().orElseThrow().core().stream()).toList();
    int most = cores.stream().mapToInt(InsertInPhase.Core::voxels).max().orElse(0);
    List<InsertInPhase.Core> good =
        cores.stream().filter(c -> c.voxels() >= GOOD_CORE * most).toList();
    if (good.isEmpty()) {
      return;
    }
    double mean = good.stream().mapToDouble(InsertInPhase.Core::meanHu).average().orElseThrow();
    double between =
        good.stream().mapToDouble(c -> (c.meanHu() - mean) * (c.meanHu() - mean)).sum();
    double within = good.stream().mapToDouble(c -> c.uncertaintyHu() * c.uncertaintyHu()).sum();
    int n = good.size();
    whole(
        Quantity.DENSITY,
        mean,
        tracked.insert().hu(),
        tracked.insert().huToleranceHu().orElse(tolerances.densityHu()),
        Math.sqrt(within / n / n + (n > 1 ? between / (n - 1) / n : 0)));
  }

  private void phase(TrackedInsert.Phase phase) {
    Optional<InsertInPhase> seen = phase.seen();
    double nominal = tracked.insert().shape().volumeMm3();
    inPhase(
        phase,
        Quantity.POSITION,
        phase.alongMm(),
        phase.programmed().meanMm(),
        tolerances.positionMm(),
        seen.map(InsertInPhase::centreUncertaintyMm).orElse(0.0));
    inPhase(
        phase,
        Quantity.VOLUME,
        seen.map(InsertInPhase::volumeMm3).orElse(Double.NaN) / 1000,
        nominal / 1000,
        tolerances.volumePercent() / 100 * nominal / 1000,
        seen.map(InsertInPhase::volumeUncertaintyMm3).orElse(0.0) / 1000);
    inPhase(
        phase,
        Quantity.ARTEFACT,
        100 * seen.map(InsertInPhase::misplacedShare).orElse(Double.NaN),
        0,
        tolerances.artefactPercent(),
        0);
  }

  private void whole(
      Quantity quantity, double measured, double expected, double tolerance, double uncertainty) {
    figures.add(
        QaFigure.of(
            quantity,
            Optional.of(tracked.insert().name()),
            OptionalDouble.empty(),
            measured,
            expected,
            tolerance,
            uncertainty));
  }

  private void inPhase(
      TrackedInsert.Phase phase,
      Quantity quantity,
      double measured,
      double expected,
      double tolerance,
      double uncertainty) {
    figures.add(
        QaFigure.of(
            quantity,
            Optional.of(tracked.insert().name()),
            OptionalDouble.of(phase.percent()),
            measured,
            expected,
            tolerance,
            uncertainty));
  }
}
