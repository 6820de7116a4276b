package org.breathline.study.motion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.TrilinearSampling;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.core.motion.BadSlabs;
import org.breathline.core.motion.BreathCurve;
import org.breathline.core.motion.MidPosition;
import org.breathline.core.motion.MotionModel;
import org.breathline.core.motion.ScannedStates;
import org.breathline.core.motion.StructureMotion;
import org.breathline.core.motion.ThoraxMotion;
import org.breathline.core.motion.Ventilation;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.study.phases.RegisteredPhases;

/**
 * What the displacement fields of a 4DCT tell beyond the paths of structures: the motion model, the
 * mid-position CT and ventilation.
 */
final class FieldAnalysis {

  private final RegisteredPhases registered;
  private final ThoraxMotion thorax;
  private final BreathCurve curve;

  FieldAnalysis(RegisteredPhases registered, ThoraxMotion thorax, BreathCurve curve) {
    this.registered = registered;
    this.thorax = thorax;
    this.curve = curve;
  }

  /** The fields with their phases. */
  static List<StructureMotion.PhaseField> phaseFields(RegisteredPhases registered) {
    List<StructureMotion.PhaseField> fields = new ArrayList<>();
    for (DisplacementField field : registered.fields()) {
      double percent = registered.phases().source().percents().get(fields.size());
      fields.add(new StructureMotion.PhaseField(percent, field));
    }
    return fields;
  }

  /**
   * Works it out and writes the images: {@code mid-position.mha}, {@code model-residual.mha} and,
   * where there are lungs, {@code ventilation-jacobian.mha}, {@code ventilation-density.mha} and
   * {@code ventilation-difference.mha}.
   */
  MotionSummary.Fields write(Path folder) throws IOException {
    int phases = registered.fields().size();
    MotionModel model =
        MotionModel.fit(registered.fields(), ScannedStates.of(curve), BadSlabs.none(phases));
    VolumeFiles.write(model.residualMm(), folder.resolve("model-residual.mha"));
    MidPosition mid =
        MidPosition.of(registered.phases().series(), registered.fields(), BadSlabs.none(phases));
    VolumeFiles.write(mid.image(), folder.resolve("mid-position.mha"));
    Optional<RunLengthMask> lungs = lungs();
    return new MotionSummary.Fields(
        registered.reference().percent(),
        registered.sequence().closure().meanMm(),
        lungs.map(l -> mean(model.residualMm(), l)).orElse(null),
        mid.tornShare(),
        lungs.isPresent() ? ventilation(lungs.get(), folder) : null);
  }

  private MotionSummary.VentilationSummary ventilation(RunLengthMask lungs, Path folder)
      throws IOException {
    int fullest = thorax.phases().indexOf(thorax.fullest());
    Ventilation ventilation =
        Ventilation.of(
            registered.reference().volume(),
            registered.phases().series().phases().get(fullest).volume(),
            registered.fields().get(fullest),
            lungs);
    VolumeFiles.write(ventilation.byJacobian(), folder.resolve("ventilation-jacobian.mha"));
    VolumeFiles.write(ventilation.byDensity(), folder.resolve("ventilation-density.mha"));
    VolumeFiles.write(ventilation.difference(), folder.resolve("ventilation-difference.mha"));
    return new MotionSummary.VentilationSummary(
        registered.reference().percent(),
        thorax.fullest().percent(),
        ventilation.meanByJacobian(),
        ventilation.meanByDensity(),
        ventilation.correlation());
  }

  private Optional<RunLengthMask> lungs() {
    ThoraxMotion.OfPhase reference = thorax.phases().get(registered.sequence().reference());
    return reference.left().isPresent() && reference.right().isPresent()
        ? Optional.of(reference.left().get().union(reference.right().get()))
        : reference.left().or(reference::right);
  }

  private static double mean(FloatVolume values, RunLengthMask mask) {
    var sampling = new TrilinearSampling(values, Float.NaN);
    double sum = 0;
    long count = 0;
    for (int row = 0; row < mask.rows(); row++) {
      int k = row / mask.grid().ny();
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        for (int i = mask.start(run); i < mask.end(run); i++) {
          float value = sampling.at(mask.grid().point(i, row % mask.grid().ny(), k));
          if (Float.isFinite(value)) {
            sum += value;
            count++;
          }
        }
      }
    }
    return sum / count;
  }
}
