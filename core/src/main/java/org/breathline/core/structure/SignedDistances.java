package org.breathline.core.structure;

import java.util.stream.IntStream;
import org.breathline.core.geometry.GridBox;

/** The signed distance from a region's surface, negative inside. */
public final class SignedDistances {

  private SignedDistances() {}

  /**
   * A region with the signed distance from its own surface as its function, in a box.
   *
   * @param region the region
   * @param reachMm how far from the surface the distance is to be exact; beyond that it is right to
   *     a voxel's diagonal
   * @return the same region, known as far around as the reach
   */
  public static LevelSet of(LevelSet region, double reachMm) {
    GridBox box = around(region, reachMm, reachMm, reachMm);
    LevelSet inBox = region.within(box);
    var distance = new SurfaceDistance(SurfaceMesh.of(inBox), Metric.millimetres(region.grid()));
    double unsure = Metric.millimetres(region.grid()).diagonal();
    float[] values = new float[inBox.values().length];
    eachSlice(
        box,
        distance,
        (probe, i, j, k, at) -> {
          double nearly = distance.nearly(at);
          double d = nearly <= reachMm + unsure ? probe.at(i, j, k) : nearly;
          values[at] = (float) (inBox.values()[at] <= 0 ? -d : d);
        });
    float outside = (float) Math.max(reachMm, unsure);
    return new LevelSet(region.grid(), box, values, outside);
  }

  /** The box of a region's inside and so much around it, mm along i, j and k. */
  static GridBox around(LevelSet region, double alongI, double alongJ, double alongK) {
    var spacing = region.grid().spacing();
    return region
        .insideBounds()
        .grown(
            (int) Math.ceil(alongI / spacing.x()) + 2,
            (int) Math.ceil(alongJ / spacing.y()) + 2,
            (int) Math.ceil(alongK / spacing.z()) + 2);
  }

  /** What is done at a voxel of a box. */
  @FunctionalInterface
  interface Visit {

    /** Does it, with the voxel's indices and offset in the box. */
    void voxel(SurfaceDistance.Probe probe, int i, int j, int k, int offset);
  }

  /** Visits all voxels of a box, slices in parallel. */
  static void eachSlice(GridBox box, SurfaceDistance distance, Visit visit) {
    IntStream.range(0, box.nz())
        .parallel()
        .forEach(k -> {
          SurfaceDistance.Probe probe = distance.new Probe();
          int at = k * box.nx() * box.ny();
          for (int j = 0; j < box.ny(); j++) {
            for (int i = 0; i < box.nx(); i++) {
              visit.voxel(probe, i, j, k, at++);
            }
          }
        });
  }
}
