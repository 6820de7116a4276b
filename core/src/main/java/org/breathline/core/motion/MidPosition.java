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

/**
 * The motion-compensated mid-position CT (Wolthaus et al., Med Phys 35, 3998, 2008): every point at
 * its time-weighted mean position, and there the mean of what all phases show of it. No phase looks
 * like it exactly; its noise is lower by the root of the number of phases.
 *
 * @param image Hounsfield units on the grid of the phases
 * @param fromReference from the reference phase to the mean position, mm
 * @param tornShare the share of the voxels at which that field cannot be turned around to within a
 *     millimetre: there the reference phase is torn or the fields fold
 */
public record MidPosition(ShortVolume image, DisplacementField fromReference, double tornShare) {

  /**
   * Makes it of a regular scan: the mean position is that of the fields.
   *
   * @param series the phases, equal shares of the breath
   * @param fields from the reference phase to each, in the same order, on one grid
   * @param bad what of the phases does not enter the mean of the densities
   */
  public static MidPosition of(PhaseSeries series, List<DisplacementField> fields, BadSlabs bad) {
    return of(series, fields, mean(fields), bad);
  }

  /**
   * Makes it where the mean position is known otherwise, such as from a {@link MotionModel} at the
   * mean state: of an irregular scan the fields' mean is that of the breaths that were scanned,
   * other ones in each slab.
   *
   * @param mean from the reference phase to the mean position
   */
  public static MidPosition of(
      PhaseSeries series, List<DisplacementField> fields, DisplacementField mean, BadSlabs bad) {
    if (fields.size() != series.phases().size() || bad.phases().size() != fields.size()) {
      throw new IllegalArgumentException("not one field and list of slabs a phase");
    }
    Grid grid = series.phases().getFirst().volume().grid();
    Inversion.Inverse back = new Inversion(mean).onto(grid);
    List<TrilinearSampling> images =
        series.phases().stream().map(p -> new TrilinearSampling(p.volume(), Float.NaN)).toList();
    var image = new ShortVolume(grid);
    IntStream.range(0, grid.nz())
        .parallel()
        .forEach(k -> {
          for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
              int at = grid.offset(i, j, k);
              Vector3 here = grid.point(i, j, k);
              Vector3 reference = here.plus(back.field().at(at));
              image.values()[at] = (short) Math.round(meanOf(reference, here, images, fields, bad));
            }
          }
        });
    return new MidPosition(image, mean, tornShare(back));
  }

  private static double tornShare(Inversion.Inverse back) {
    int torn = 0;
    for (float residual : back.residualMm().values()) {
      torn += residual > 1 ? 1 : 0;
    }
    return (double) torn / back.residualMm().values().length;
  }

  /**
   * The mean of what the phases show of a point of the reference phase: bad slabs are left out if
   * others exist, and phases that have moved the point out of the scan. Where all have, it is the
   * mean at the place itself.
   */
  private static double meanOf(
      Vector3 reference,
      Vector3 here,
      List<TrilinearSampling> images,
      List<DisplacementField> fields,
      BadSlabs bad) {
    double good = 0;
    int goods = 0;
    double all = 0;
    int count = 0;
    double still = 0;
    for (int p = 0; p < images.size(); p++) {
      Vector3 place = fields.get(p).map(reference);
      float hu = images.get(p).at(place);
      still += images.get(p).at(here);
      if (!Float.isNaN(hu)) {
        all += hu;
        count++;
        if (!bad.contains(p, place.z())) {
          good += hu;
          goods++;
        }
      }
    }
    if (goods > 0) {
      return good / goods;
    }
    return count > 0 ? all / count : still / images.size();
  }

  private static DisplacementField mean(List<DisplacementField> fields) {
    var mean = new DisplacementField(fields.getFirst().grid());
    float share = 1f / fields.size();
    for (DisplacementField field : fields) {
      add(mean.x(), field.x(), share);
      add(mean.y(), field.y(), share);
      add(mean.z(), field.z(), share);
    }
    return mean;
  }

  private static void add(float[] sum, float[] values, float share) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += share * values[i];
    }
  }
}
