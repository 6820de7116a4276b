package org.breathline.core.structure;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;

/**
 * A margin around a region, in mm towards each side of the patient: all at least 0 to grow it, or
 * all at most 0 to shrink it. A grown region is what ellipsoid octants with these half axes reach,
 * their centre anywhere in the region; a shrunk one is what the outside, grown by the same amounts
 * against the sides' directions, leaves. The surface is found between voxels: to a few hundredths
 * of a mm for a margin that is the same all around, to a tenth of a voxel where directions differ.
 *
 * @param leftMm towards the patient's left (+x)
 * @param rightMm towards the right (-x)
 * @param anteriorMm towards the front (-y)
 * @param posteriorMm towards the back (+y)
 * @param superiorMm towards the head (+z)
 * @param inferiorMm towards the feet (-z)
 */
public record Margin(
    double leftMm,
    double rightMm,
    double anteriorMm,
    double posteriorMm,
    double superiorMm,
    double inferiorMm) {

  /** The most that a margin may be, mm. */
  public static final double MOST_MM = 100;

  /** What stands for no margin at all towards a side, mm: a metric cannot have none. */
  private static final double NONE_MM = 1e-4;

  /** Closer than this to a surface the direction of the way from it says nothing. */
  private static final double ON_SURFACE = 1e-9;

  /** The value of voxels that the surface is nowhere near, mm. */
  private static final float FAR_MM = 100;

  private static final double ALIGNED = 0.9999;

  /** Checks that all go outward, or all inward, and none is beyond {@link #MOST_MM}. */
  public Margin {
    double least = Math.min(Math.min(leftMm, rightMm), Math.min(anteriorMm, posteriorMm));
    double most = Math.max(Math.max(leftMm, rightMm), Math.max(anteriorMm, posteriorMm));
    least = Math.min(least, Math.min(superiorMm, inferiorMm));
    most = Math.max(most, Math.max(superiorMm, inferiorMm));
    if (!(least >= -MOST_MM && most <= MOST_MM)) {
      throw new IllegalArgumentException(
          "a margin must be between -%.0f and %.0f mm".formatted(MOST_MM, MOST_MM));
    }
    if (least < 0 && most > 0) {
      throw new IllegalArgumentException(
          "a margin grows a region or shrinks it, not both: %.1f and %.1f mm"
              .formatted(least, most));
    }
  }

  /** The same margin all around. */
  public static Margin isotropic(double mm) {
    return new Margin(mm, mm, mm, mm, mm, mm);
  }

  /** Margins along the three axes of the patient: left and right, front and back, up and down. */
  public static Margin of(double lrMm, double apMm, double siMm) {
    return new Margin(lrMm, lrMm, apMm, apMm, siMm, siMm);
  }

  /** Whether it is the same all around. */
  public boolean isIsotropic() {
    return leftMm == rightMm
        && leftMm == anteriorMm
        && leftMm == posteriorMm
        && leftMm == superiorMm
        && leftMm == inferiorMm;
  }

  /** Whether it changes nothing. */
  public boolean isZero() {
    return leftMm == 0 && isIsotropic();
  }

  private boolean shrinks() {
    return Math.min(Math.min(leftMm, rightMm), Math.min(anteriorMm, posteriorMm)) < 0
        || Math.min(superiorMm, inferiorMm) < 0;
  }

  /**
   * The region with this margin.
   *
   * @throws IllegalArgumentException if the margin is not isotropic and the grid's axes are not the
   *     patient's
   */
  public LevelSet around(LevelSet region) {
    if (isZero()) {
      return region;
    }
    return shrinks() ? shrunk(region) : grown(region.within(reach(region)), metric(region.grid()));
  }

  /**
   * The region with this margin, which must not be negative, as far as it is reached without
   * crossing a barrier: the margin is measured along the shortest way around. The region itself
   * stays whole, even where it lies in the barrier.
   *
   * @param barrier voxels that the margin neither enters nor crosses
   * @throws IllegalArgumentException if the grids differ, the margin is negative, or it is not
   *     isotropic and the grid's axes are not the patient's
   */
  public LevelSet around(LevelSet region, RunLengthMask barrier) {
    if (shrinks()) {
      throw new IllegalArgumentException("a barrier holds a growing margin, not a shrinking one");
    }
    if (!barrier.grid().equals(region.grid())) {
      throw new IllegalArgumentException("the barrier is of another grid than the region");
    }
    if (isZero() || barrier.isEmpty()) {
      return around(region);
    }
    LevelSet inReach = region.within(reach(region));
    return new BarrierCut(inReach, metric(region.grid()), barrier).grown(around(region));
  }

  /** The box that holds the grown region. */
  private GridBox reach(LevelSet region) {
    Orientation axes = region.grid().orientation();
    return SignedDistances.around(
        region,
        Math.max(along(axes.row()), along(axes.row().times(-1))),
        Math.max(along(axes.column()), along(axes.column().times(-1))),
        Math.max(along(axes.normal()), along(axes.normal().times(-1))));
  }

  /** The metric in which this margin, not negative, ends at 1. */
  private Metric metric(Grid grid) {
    Vector3[] axes = {
      grid.orientation().row(), grid.orientation().column(), grid.orientation().normal()
    };
    double[] forward = new double[3];
    double[] backward = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      forward[axis] = Math.max(along(axes[axis]), NONE_MM);
      backward[axis] = Math.max(along(axes[axis].times(-1)), NONE_MM);
    }
    return Metric.margins(grid, forward, backward);
  }

  /** The outside, grown, leaves the rest; the outside on the left grows to the right. */
  private LevelSet shrunk(LevelSet region) {
    LevelSet inside = region.within(region.insideBounds().grown(2));
    LevelSet outside = new LevelSet(region.grid(), inside.box(), negated(inside.values()), 1);
    Margin against =
        new Margin(-rightMm, -leftMm, -posteriorMm, -anteriorMm, -inferiorMm, -superiorMm);
    LevelSet grown = grown(outside, against.metric(region.grid()));
    LevelSet shrunk = new LevelSet(region.grid(), inside.box(), negated(grown.values()), FAR_MM);
    // Where nothing is cut off, the surface stays where it was, also between voxels.
    return isIsotropic() ? shrunk : shrunk.intersection(SignedDistances.of(region, 1));
  }

  private static float[] negated(float[] values) {
    float[] negated = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      negated[i] = -values[i];
    }
    return negated;
  }

  /**
   * Grows a region within its box. Values are in mm along the way from the surface: its length less
   * the margin in its direction, so that they go on steadily across the surface.
   */
  private static LevelSet grown(LevelSet region, Metric metric) {
    Metric millimetres = Metric.millimetres(region.grid());
    SurfaceMesh surface = SurfaceMesh.of(region);
    var outward = new SurfaceDistance(surface, metric);
    var inward = new SurfaceDistance(surface, millimetres);
    double unsure = 1.5 * metric.diagonal();
    double unsureMm = 1.5 * millimetres.diagonal();
    double any = Math.sqrt(millimetres.plus(0) / metric.plus(0));
    float[] values = new float[region.values().length];
    SignedDistances.eachSlice(
        region.box(),
        outward,
        (probe, i, j, k, at) -> {
          if (region.values()[at] > 0) {
            double nearly = outward.nearly(at);
            if (Math.abs(nearly - 1) <= unsure) {
              double d = probe.at(i, j, k);
              double mm =
                  Math.sqrt(millimetres.squared(probe.stepI(), probe.stepJ(), probe.stepK()));
              values[at] = (float) (mm - (d < ON_SURFACE ? any : mm / d));
            } else {
              values[at] = nearly > 1 ? FAR_MM : -FAR_MM;
            }
          }
        });
    SignedDistances.eachSlice(
        region.box(),
        inward,
        (probe, i, j, k, at) -> {
          if (region.values()[at] <= 0) {
            values[at] = -FAR_MM;
            if (inward.nearly(at) <= unsureMm) {
              double mm = probe.at(i, j, k);
              double there =
                  Math.sqrt(metric.squared(-probe.stepI(), -probe.stepJ(), -probe.stepK()));
              values[at] = (float) -(mm + (there < ON_SURFACE ? any : mm / there));
            }
          }
        });
    return new LevelSet(region.grid(), region.box(), values, FAR_MM);
  }

  /** The margin in the direction of an axis. */
  private double along(Vector3 axis) {
    if (isIsotropic() || axis.x() > ALIGNED) {
      return leftMm;
    }
    if (axis.x() < -ALIGNED) {
      return rightMm;
    }
    if (axis.y() > ALIGNED) {
      return posteriorMm;
    }
    if (axis.y() < -ALIGNED) {
      return anteriorMm;
    }
    if (axis.z() > ALIGNED) {
      return superiorMm;
    }
    if (axis.z() < -ALIGNED) {
      return inferiorMm;
    }
    throw new IllegalArgumentException(
        "a margin that differs between directions needs an image along the patient's axes");
  }
}
