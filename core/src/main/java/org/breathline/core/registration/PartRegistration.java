package org.breathline.core.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.Volume;
import org.breathline.core.progress.Progress;

/**
 * Registers one part of the body, from coarse to fine. What depends on the fixed image alone is
 * worked out once for all moving ones.
 */
final class PartRegistration {

  /** Of an objective about 0.1, summed in single precision. */
  private static final double ROUNDING = 2e-6;

  private final String name;
  private final List<IntensityWindow> windows;
  private final RegistrationSettings settings;
  private final RegistrationTerms terms;
  private final List<Level> levels = new ArrayList<>();

  /** A level of the fixed image: a metric for every window. */
  private record Level(KnotLattice lattice, List<Metric> metrics) {

    double voxelMm() {
      return lattice.level().spacing().x();
    }
  }

  /**
   * Prepares.
   *
   * @param name for reports
   * @param part the voxels of the fixed image that count; not empty
   * @param windows one channel each
   * @param levelsMm voxel sizes, coarse to fine
   * @param terms what is minimised
   */
  PartRegistration(
      String name,
      Volume fixed,
      VoxelSet part,
      List<IntensityWindow> windows,
      List<Double> levelsMm,
      RegistrationSettings settings,
      RegistrationTerms terms) {
    this.name = name;
    this.windows = windows;
    this.settings = settings;
    this.terms = terms;
    int[][] bounds = part.bounds();
    for (double spacing : levelsMm) {
      Grid level = LevelGrids.part(part.grid, bounds[0], bounds[1], spacing);
      Region region = part.region(level);
      List<Metric> metrics = new ArrayList<>();
      for (IntensityWindow window : windows) {
        float[] image = Resampling.of(fixed, window, level).values();
        metrics.add(terms.metric(region, image));
      }
      levels.add(new Level(KnotLattice.over(level, settings.knotStep()), metrics));
    }
  }

  /**
   * Registers a moving image.
   *
   * @param coarsestMm levels with larger voxels are left out; never the last
   * @param reports receives what happened on each level
   */
  KnotField run(
      Volume moving,
      Optional<DisplacementField> start,
      double coarsestMm,
      List<LevelReport> reports,
      Progress progress) {
    int first = 0;
    while (first < levels.size() - 1 && levels.get(first).voxelMm() > coarsestMm) {
      first++;
    }
    KnotLattice firstLattice = levels.get(first).lattice();
    Optional<KnotField> found = start.map(field -> KnotField.of(field, firstLattice));
    for (int n = first; n < levels.size(); n++) {
      progress.report("registering " + name, n - first, levels.size() - first);
      found = Optional.of(run(levels.get(n), moving, found, reports, progress));
    }
    progress.report("registering " + name, 1, 1);
    return found.orElseThrow();
  }

  private KnotField run(
      Level level,
      Volume moving,
      Optional<KnotField> before,
      List<LevelReport> reports,
      Progress progress) {
    KnotLattice lattice = level.lattice();
    Grid onto = LevelGrids.beyond(lattice.level(), moving.grid());
    List<Channel> channels = new ArrayList<>();
    for (int n = 0; n < windows.size(); n++) {
      channels.add(
          new Channel(level.metrics().get(n), Resampling.of(moving, windows.get(n), onto)));
    }
    float[] knots = KnotField.start(lattice, before);
    var objective = new DeformableObjective(lattice, channels, terms.regulariser(), terms.lambda());
    var optimiser = new Lbfgs(6, settings.mostIterations(), settings.tolerance(), ROUNDING, 1);
    Lbfgs.Result result =
        optimiser.minimise(
            (place, gradient) -> {
              progress.report("registering " + name, 0, 1);
              return objective.evaluate(place, gradient);
            },
            knots);
    reports.add(
        new LevelReport(
            name,
            level.voxelMm(),
            channels.getFirst().metric().region().voxels(),
            result.value(),
            result.iterations(),
            result.evaluations()));
    return new KnotField(lattice, new KnotField.FloatRuns(knots));
  }
}
