package org.breathline.core.motion;

import java.util.List;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.Inversion;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.TrilinearSampling;
import org.breathline.core.scan.PhaseSeries;

/**
 * Images of any phase of a breath, between the phases of a 4DCT. Tissue at x in the reference phase
 * is at x + u_p(x), where u_p is interpolated linearly in time between the fields of the two phases
 * around p; its Hounsfield value is interpolated likewise between what the two images show of it. A
 * phase of the 4DCT is given back as it is.
 */
public final class PhaseInterpolation {

  private final PhaseSeries series;
  private final List<DisplacementField> fields;
  private final List<TrilinearSampling> images;

  /**
   * Prepares.
   *
   * @param series at least two phases
   * @param fields from the reference phase to each of them, in the same order, all on one grid; the
   *     reference phase's own is zero
   * @throws IllegalArgumentException if their numbers differ
   */
  public PhaseInterpolation(PhaseSeries series, List<DisplacementField> fields) {
    if (fields.size() != series.phases().size() || fields.size() < 2) {
      throw new IllegalArgumentException(
          "%d fields for %d phases".formatted(fields.size(), series.phases().size()));
    }
    this.series = series;
    this.fields = List.copyOf(fields);
    this.images =
        series.phases().stream().map(p -> new TrilinearSampling(p.volume(), AIR_HU)).toList();
  }

  /** Beyond the images there is air. */
  private static final float AIR_HU = -1000;

  /**
   * The image at a phase, ready to be read slice by slice, by several threads at once.
   *
   * @param percent any phase, 0 to below 100, 0 at the end of inhalation
   */
  public Moment at(double percent) {
    int count = fields.size();
    int before = count - 1;
    for (int p = 0; p < count && series.phases().get(p).percent() <= percent; p++) {
      before = p;
    }
    int after = (before + 1) % count;
    double span = around(series.phases().get(after).percent() - percent(before));
    double share = around(percent - percent(before)) / span;
    return new Moment(before, after, (float) share);
  }

  private double percent(int phase) {
    return series.phases().get(phase).percent();
  }

  private static double around(double percent) {
    return percent < 0 ? percent + 100 : percent;
  }

  /** The image at one phase. */
  public final class Moment {

    private final int before;
    private final int after;
    private final float share;
    private final DisplacementField field;
    private final Inversion inversion;

    private Moment(int before, int after, float share) {
      this.before = before;
      this.after = after;
      this.share = share;
      this.field = between(fields.get(before), fields.get(after), share);
      this.inversion = new Inversion(field);
    }

    /** From the reference phase to this one. */
    public DisplacementField field() {
      return field;
    }

    /**
     * Renders a slice.
     *
     * @param k its number
     * @param hu receives columns x rows Hounsfield units
     */
    public void slice(int k, short[] hu) {
      Grid grid = series.phases().getFirst().volume().grid();
      if (share == 0) {
        ShortVolume real = series.phases().get(before).volume();
        System.arraycopy(real.values(), k * grid.sliceSize(), hu, 0, grid.sliceSize());
        return;
      }
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          Vector3 here = grid.point(i, j, k);
          Vector3 reference = here.plus(inversion.at(here).displacement());
          float earlier = images.get(before).at(fields.get(before).map(reference));
          float later = images.get(after).at(fields.get(after).map(reference));
          hu[j * grid.nx() + i] = (short) Math.round(earlier + share * (later - earlier));
        }
      }
    }
  }

  private static DisplacementField between(
      DisplacementField from, DisplacementField to, float share) {
    return new DisplacementField(
        from.grid(),
        between(from.x(), to.x(), share),
        between(from.y(), to.y(), share),
        between(from.z(), to.z(), share));
  }

  private static float[] between(float[] from, float[] to, float share) {
    float[] between = new float[from.length];
    for (int i = 0; i < between.length; i++) {
      between[i] = from[i] + share * (to[i] - from[i]);
    }
    return between;
  }
}
