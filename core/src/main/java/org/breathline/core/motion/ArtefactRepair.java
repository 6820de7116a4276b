package org.breathline.core.motion;

import java.util.List;
import java.util.stream.IntStream;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.Inversion;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.TrilinearSampling;
import org.breathline.core.scan.PhaseSeries;
import org.breathline.core.structure.RunLengthMask;

/**
 * A phase whose bad slabs are filled with what the other phases show of the same tissue, brought to
 * the place where the motion model has it in this phase. Every voxel that was filled is marked: it
 * was never scanned like that.
 *
 * @param image Hounsfield units
 * @param repaired the voxels that were filled
 */
public record ArtefactRepair(ShortVolume image, RunLengthMask repaired) {

  /** Phases whose fullness differs by this count a third of one alike: lungs differ in density. */
  private static final double ALIKE = 0.25;

  /**
   * Repairs a phase.
   *
   * @param phase its place in the series
   * @param fields from the reference phase to what each phase shows
   * @param model says where tissue should be in this phase
   * @param curve the state of each phase in the usual breath
   */
  public static ArtefactRepair of(
      PhaseSeries series,
      int phase,
      List<DisplacementField> fields,
      MotionModel model,
      BreathCurve curve,
      BadSlabs bad) {
    ShortVolume scanned = series.phases().get(phase).volume();
    Grid grid = scanned.grid();
    var image = new ShortVolume(grid, scanned.values().clone());
    List<TrilinearSampling> images =
        series.phases().stream().map(p -> new TrilinearSampling(p.volume(), Float.NaN)).toList();
    double[] weights = weights(curve, phase);
    var inversion = new Inversion(model.at(curve.states().get(phase).state()));
    boolean[] filled = new boolean[grid.size()];
    IntStream.range(0, grid.nz())
        .parallel()
        .filter(k -> bad.contains(phase, grid.point(0, 0, k).z()))
        .forEach(k -> {
          for (int at = k * grid.sliceSize(); at < (k + 1) * grid.sliceSize(); at++) {
            int row = at / grid.nx() % grid.ny();
            Vector3 here = grid.point(at % grid.nx(), row, k);
            Vector3 reference = here.plus(inversion.at(here).displacement());
            double hu = others(reference, images, fields, weights, bad);
            if (Double.isFinite(hu)) {
              image.values()[at] = (short) Math.round(hu);
              filled[at] = true;
            }
          }
        });
    return new ArtefactRepair(image, mask(grid, filled));
  }

  private static double[] weights(BreathCurve curve, int phase) {
    double own = curve.states().get(phase).state().fullness();
    return curve.states().stream()
        .mapToDouble(s -> (s.state().fullness() - own) / ALIKE)
        .map(d -> Math.exp(-d * d))
        .toArray();
  }

  /** The weighted mean of the phases that show a point in no bad slab; NaN if none does. */
  private static double others(
      Vector3 reference,
      List<TrilinearSampling> images,
      List<DisplacementField> fields,
      double[] weights,
      BadSlabs bad) {
    double sum = 0;
    double weight = 0;
    for (int p = 0; p < images.size(); p++) {
      Vector3 place = fields.get(p).map(reference);
      float hu = images.get(p).at(place);
      if (!Float.isNaN(hu) && !bad.contains(p, place.z())) {
        sum += weights[p] * hu;
        weight += weights[p];
      }
    }
    return weight > 0 ? sum / weight : Double.NaN;
  }

  private static RunLengthMask mask(Grid grid, boolean[] voxels) {
    var builder = new RunLengthMask.Builder(grid);
    for (int from = 0; from < voxels.length; from += grid.nx()) {
      int i = 0;
      while (i < grid.nx()) {
        int start = i;
        while (i < grid.nx() && voxels[from + i]) {
          i++;
        }
        builder.add(start, i);
        i++;
      }
      builder.endRow();
    }
    return builder.build();
  }
}
