package org.breathline.study.motion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.Distribution;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.motion.BadSlabs;
import org.breathline.core.motion.MidPosition;
import org.breathline.core.motion.MotionModel;
import org.breathline.core.motion.StructureMotion;
import org.breathline.core.motion.ThoraxMotion;
import org.breathline.core.motion.Ventilation;
import org.breathline.core.segmentation.LungAir;
import org.breathline.core.structure.MaskWarp;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.study.phases.RegisteredPhases;

/**
 * What the displacement fields of a 4DCT tell beyond the paths of structures: the motion model, the
 * mid-position CT and ventilation. Holds volumes.
 *
 * @param registered the fields
 * @param model fitted to them, bad slabs left out
 * @param middle the mid-position CT, in the mean state of the breath
 * @param residualMm of the model in the lungs; empty without lungs
 * @param growth of the lungs; empty without lungs
 */
public record FieldAnalysis(
    RegisteredPhases registered,
    MotionModel model,
    MidPosition middle,
    Optional<Distribution> residualMm,
    Optional<Growth> growth) {

  /**
   * How the lungs grow from the reference phase.
   *
   * @param toPercent the fullest phase
   * @param ventilation maps and means
   */
  public record Growth(double toPercent, Ventilation ventilation) {}

  /** Works it out. */
  static FieldAnalysis of(
      RegisteredPhases registered, ThoraxMotion thorax, ScannedBreath breath, BadSlabs bad) {
    MotionModel model = MotionModel.fit(registered.fields(), breath.states(), bad);
    MidPosition middle =
        MidPosition.of(
            registered.phases().series(), registered.fields(), model.at(breath.mean()), bad);
    Optional<RunLengthMask> lungs = lungs(registered, thorax);
    return new FieldAnalysis(
        registered,
        model,
        middle,
        lungs.map(mask -> within(model.residualMm(), mask)),
        lungs.map(mask -> growth(registered, thorax, mask)));
  }

  /** The fields with their phases. */
  static List<StructureMotion.PhaseField> phaseFields(RegisteredPhases registered) {
    List<Double> percents = registered.phases().source().percents();
    List<DisplacementField> fields = registered.fields();
    return IntStream.range(0, fields.size())
        .mapToObj(p -> new StructureMotion.PhaseField(percents.get(p), fields.get(p)))
        .toList();
  }

  /** With their vessels where the sides were told apart, their air where not. */
  private static Optional<RunLengthMask> lungs(RegisteredPhases registered, ThoraxMotion thorax) {
    ThoraxMotion.OfPhase reference = thorax.phases().get(registered.sequence().reference());
    return reference
        .left()
        .flatMap(left -> reference.right().map(left::union))
        .or(reference::left)
        .or(reference::right)
        .or(() -> Optional.of(LungAir.of(registered.reference().volume())))
        .filter(mask -> mask.voxels() > 0);
  }

  private static Distribution within(FloatVolume map, RunLengthMask mask) {
    Grid grid = map.grid();
    RunLengthMask here = MaskWarp.warp(mask, new DisplacementField(grid), grid);
    float[] values = new float[Math.toIntExact(here.voxels())];
    int count = 0;
    for (int row = 0; row < here.rows(); row++) {
      for (int run = here.firstRun(row); run < here.firstRun(row + 1); run++) {
        for (int i = here.start(run); i < here.end(run); i++) {
          float value = map.at(row * grid.nx() + i);
          if (Float.isFinite(value)) {
            values[count++] = value;
          }
        }
      }
    }
    return Distribution.of(Arrays.copyOf(values, count));
  }

  private static Growth growth(
      RegisteredPhases registered, ThoraxMotion thorax, RunLengthMask lungs) {
    int fullest = thorax.phases().indexOf(thorax.fullest());
    return new Growth(
        thorax.fullest().percent(),
        Ventilation.of(
            registered.reference().volume(),
            registered.phases().series().phases().get(fullest).volume(),
            registered.fields().get(fullest),
            lungs));
  }

  /** The figures. */
  MotionSummary.Fields figures() {
    double reference = registered.reference().percent();
    return new MotionSummary.Fields(
        reference,
        registered.sequence().closure().meanMm(),
        residualMm.map(Distribution::mean).orElse(null),
        middle.tornShare(),
        growth
            .map(g ->
                new MotionSummary.VentilationSummary(
                    reference,
                    g.toPercent(),
                    g.ventilation().meanByJacobian(),
                    g.ventilation().meanByDensity(),
                    g.ventilation().correlation()))
            .orElse(null));
  }
}
