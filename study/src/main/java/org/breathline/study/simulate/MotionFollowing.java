package org.breathline.study.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.Distribution;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.motion.BadSlabs;
import org.breathline.core.motion.BreathState;
import org.breathline.core.motion.MidPosition;
import org.breathline.core.motion.MotionModel;
import org.breathline.core.motion.ScannedStates;
import org.breathline.core.motion.ThoraxMotion;
import org.breathline.core.motion.Ventilation;
import org.breathline.core.progress.Progress;
import org.breathline.core.segmentation.LungAir;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.phases.RegisteredPhases;
import org.breathline.study.plot.MapPanel;
import org.breathline.study.register.JudgedPhases;
import org.breathline.study.report.CutPlanes;
import org.breathline.study.report.FollowedMotion;
import org.breathline.study.report.RegistrationResult;

/**
 * What follows from whole phases: the motion of the chest, and, where it is asked for, the
 * registration of every phase with one, the motion model, ventilation and the mid-position CT.
 * Holds no volumes.
 *
 * @param thorax lungs and domes
 * @param registration the fields, judged
 * @param followed what the fields tell; empty without them, and without lungs
 */
record MotionFollowing(
    ThoraxMotion thorax,
    Optional<RegistrationResult> registration,
    Optional<FollowedMotion> followed) {

  /** Cells of a map are about this wide. */
  private static final double CELL_MM = 4;

  /**
   * The breath that a scan was taken in.
   *
   * @param states of each part of every phase
   * @param mean over the breath
   */
  record Scanned(ScannedStates states, BreathState mean) {}

  /** Looks at the chest alone. */
  static MotionFollowing chest(LoadedPhases phases, Progress progress) {
    return new MotionFollowing(
        ThoraxMotion.of(phases.series(), progress), Optional.empty(), Optional.empty());
  }

  /**
   * Registers and follows.
   *
   * @param scanned the state of the breath in which each part of every phase was scanned, and the
   *     mean state; empty: one state a phase, by the lungs' volumes
   * @param folder receives the mid-position CT
   */
  static MotionFollowing registered(
      LoadedPhases phases,
      Optional<Scanned> scanned,
      Provenance provenance,
      Path folder,
      Progress progress)
      throws IOException {
    ThoraxMotion thorax = ThoraxMotion.of(phases.series(), progress);
    RegisteredPhases registered =
        RegisteredPhases.register(phases, RegisteredPhases.REFERENCE_PERCENT, progress);
    RegistrationResult judged = JudgedPhases.of(registered, progress);
    RunLengthMask lungs = LungAir.of(registered.reference().volume());
    Optional<Scanned> states =
        scanned.or(() -> thorax.curve().map(c -> new Scanned(ScannedStates.of(c), c.mean())));
    if (lungs.voxels() == 0 || states.isEmpty()) {
      return new MotionFollowing(thorax, Optional.of(judged), Optional.empty());
    }
    progress.report("following the motion", 0, 2);
    BadSlabs none = BadSlabs.none(registered.fields().size());
    MotionModel model = MotionModel.fit(registered.fields(), states.get().states(), none);
    MidPosition middle =
        MidPosition.of(phases.series(), registered.fields(), model.at(states.get().mean()), none);
    MidPositionSeries.write(middle, phases, registered, provenance, folder);
    progress.report("following the motion", 1, 2);
    Distribution residual = residual(model, lungs);
    FollowedMotion followed =
        new FollowedMotion(
            residual.mean(),
            residual.percentile95(),
            ventilation(registered, thorax, lungs),
            middle.tornShare());
    progress.report("following the motion", 2, 2);
    return new MotionFollowing(thorax, Optional.of(judged), Optional.of(followed));
  }

  private static Distribution residual(MotionModel model, RunLengthMask lungs) {
    FloatVolume map = model.residualMm();
    Grid grid = map.grid();
    float[] values = new float[grid.size()];
    int count = 0;
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          var index = lungs.grid().index(grid.point(i, j, k));
          int x = (int) Math.round(index.x());
          int y = (int) Math.round(index.y());
          int z = (int) Math.round(index.z());
          float value = map.at(grid.offset(i, j, k));
          if (isInside(lungs.grid(), x, y, z) && lungs.contains(x, y, z) && !Float.isNaN(value)) {
            values[count++] = value;
          }
        }
      }
    }
    return Distribution.of(Arrays.copyOf(values, count));
  }

  private static boolean isInside(Grid grid, int x, int y, int z) {
    return x >= 0 && x < grid.nx() && y >= 0 && y < grid.ny() && z >= 0 && z < grid.nz();
  }

  private static FollowedMotion.VentilationResult ventilation(
      RegisteredPhases registered, ThoraxMotion thorax, RunLengthMask lungs) {
    double fullest = thorax.fullest().percent();
    int phase = registered.phases().source().percents().indexOf(fullest);
    DisplacementField field = registered.fields().get(phase);
    var exhaled = registered.reference().volume();
    Ventilation ventilation =
        Ventilation.of(
            exhaled, registered.phases().series().phases().get(phase).volume(), field, lungs);
    CutPlanes planes = JudgedPhases.planes(exhaled);
    return new FollowedMotion.VentilationResult(
        registered.reference().percent(),
        fullest,
        ventilation.meanByJacobian(),
        ventilation.meanByDensity(),
        ventilation.correlation(),
        List.of(
            new MapPanel.Tile("by Jacobian", coronal(ventilation.byJacobian(), planes)),
            new MapPanel.Tile("by density", coronal(ventilation.byDensity(), planes)),
            new MapPanel.Tile("difference", coronal(ventilation.difference(), planes))));
  }

  /** A coronal cut in cells of about 4 mm: the patient's right at the left, superior at the top. */
  private static MapPanel.ColourMap coronal(FloatVolume volume, CutPlanes planes) {
    Grid grid = volume.grid();
    boolean toLeft = grid.orientation().row().x() > 0;
    boolean toSuperior = grid.orientation().normal().z() > 0;
    int stepI = Math.max(1, (int) Math.round(CELL_MM / grid.spacing().x()));
    int stepK = Math.max(1, (int) Math.round(CELL_MM / grid.spacing().z()));
    int columns = Math.ceilDiv(grid.nx(), stepI);
    int rows = Math.ceilDiv(grid.nz(), stepK);
    float[] sums = new float[columns * rows];
    int[] counts = new int[sums.length];
    for (int k = 0; k < grid.nz(); k++) {
      for (int i = 0; i < grid.nx(); i++) {
        float value = volume.at(grid.offset(i, planes.row(), k));
        if (!Float.isNaN(value)) {
          int column = (toLeft ? i : grid.nx() - 1 - i) / stepI;
          int row = (toSuperior ? grid.nz() - 1 - k : k) / stepK;
          sums[row * columns + column] += value;
          counts[row * columns + column]++;
        }
      }
    }
    for (int cell = 0; cell < sums.length; cell++) {
      sums[cell] = counts[cell] == 0 ? Float.NaN : sums[cell] / counts[cell];
    }
    return new MapPanel.ColourMap(
        columns, rows, stepI * grid.spacing().x(), stepK * grid.spacing().z(), sums);
  }
}
