package org.breathline.core.structure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Vector3;

/**
 * How alike two regions are. Distances are between the surfaces as triangles, from each to the
 * other and weighted by area, at the triangles' middles, so that they know parts of voxels.
 *
 * @param dice twice the common volume over the sum of both, by voxels
 * @param firstMl the volume of the first, mL, by its surface
 * @param secondMl the volume of the second, mL, by its surface
 * @param meanSurfaceMm the mean distance between the surfaces, mm, both directions alike
 * @param hausdorff95Mm the greater of the 95th percentiles of both directions, mm
 * @param hausdorffMm the greatest distance of a point of one surface from the other, mm
 * @param centreShift from the first's centre of volume to the second's, mm
 */
public record ShapeComparison(
    double dice,
    double firstMl,
    double secondMl,
    double meanSurfaceMm,
    double hausdorff95Mm,
    double hausdorffMm,
    Vector3 centreShift) {

  private static final double PERCENTILE = 0.95;
  private static final int CHUNK = 4096;

  /** Distances from one surface to the other. */
  private record Directed(double meanMm, double percentileMm, double greatestMm, double areaMm2) {}

  /** Compares masks of the same grid; neither may be empty. */
  public static ShapeComparison of(RunLengthMask first, RunLengthMask second) {
    return of(LevelSet.of(first), LevelSet.of(second));
  }

  /**
   * Compares regions of the same grid.
   *
   * @throws IllegalArgumentException if the grids differ, or a region is empty
   */
  public static ShapeComparison of(LevelSet first, LevelSet second) {
    if (!first.grid().equals(second.grid())) {
      throw new IllegalArgumentException("the regions are of different grids");
    }
    GridBox box = first.box().around(second.box()).grown(1);
    SurfaceMesh a = SurfaceMesh.of(first.within(box));
    SurfaceMesh b = SurfaceMesh.of(second.within(box));
    if (a.size() == 0 || b.size() == 0) {
      throw new IllegalArgumentException("an empty region has no surface to compare");
    }
    Metric metric = Metric.millimetres(first.grid());
    Directed there = directed(a, new SurfaceDistance(b, metric));
    Directed back = directed(b, new SurfaceDistance(a, metric));
    double area = there.areaMm2 + back.areaMm2;
    return new ShapeComparison(
        dice(first.mask(), second.mask()),
        a.volumeMl(),
        b.volumeMl(),
        (there.meanMm * there.areaMm2 + back.meanMm * back.areaMm2) / area,
        Math.max(there.percentileMm, back.percentileMm),
        Math.max(there.greatestMm, back.greatestMm),
        b.centroid().minus(a.centroid()));
  }

  /** Twice the common volume over the sum of both; 1 for two empty masks. */
  public static double dice(RunLengthMask a, RunLengthMask b) {
    double both = a.voxels() + b.voxels();
    return both == 0 ? 1 : 2 * a.intersection(b).voxels() / both;
  }

  private static Directed directed(SurfaceMesh from, SurfaceDistance to) {
    int size = from.size();
    double[] distances = new double[size];
    double[] areas = new double[size];
    IntStream.range(0, (size + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(c -> {
          SurfaceDistance.Probe probe = to.new Probe();
          float[] t = from.indices();
          for (int n = c * CHUNK; n < Math.min(size, (c + 1) * CHUNK); n++) {
            int at = 9 * n;
            distances[n] =
                probe.at(
                    (t[at] + t[at + 3] + t[at + 6]) / 3.0,
                    (t[at + 1] + t[at + 4] + t[at + 7]) / 3.0,
                    (t[at + 2] + t[at + 5] + t[at + 8]) / 3.0);
            areas[n] = from.normal(n).length();
          }
        });
    double area = 0;
    double sum = 0;
    for (int n = 0; n < size; n++) {
      area += areas[n];
      sum += distances[n] * areas[n];
    }
    return new Directed(
        sum / area,
        percentile(distances, areas, area),
        Arrays.stream(distances).max().orElse(0),
        area);
  }

  private static double percentile(double[] distances, double[] areas, double area) {
    long[] order = new long[distances.length];
    for (int n = 0; n < order.length; n++) {
      // The bits of floats that are not negative sort as the floats do.
      order[n] = (long) Float.floatToIntBits((float) distances[n]) << 32 | n;
    }
    Arrays.sort(order);
    double below = 0;
    for (long n : order) {
      below += areas[(int) n];
      if (below >= PERCENTILE * area) {
        return distances[(int) n];
      }
    }
    return distances[(int) order[order.length - 1]];
  }
}
