package org.breathline.core.structure;

import org.breathline.core.geometry.GridBox;

/**
 * The distance from a surface to points, to a small part of a voxel: the nearest voxel beside the
 * surface is looked up in a {@link DistanceTransform}, and the triangles around that voxel are
 * measured exactly. Far from a rugged surface a triangle just beyond those may be nearer by less
 * than a voxel's diagonal squared over twice the distance. May be used by several threads, each
 * with a {@link Probe} of its own.
 */
final class SurfaceDistance {

  private final SurfaceMesh mesh;
  private final GridBox box;
  private final Metric metric;
  private final DistanceTransform transform;

  /** Distances from a surface under a metric. */
  SurfaceDistance(SurfaceMesh mesh, Metric metric) {
    this.mesh = mesh;
    this.box = mesh.box();
    this.metric = metric;
    this.transform = DistanceTransform.of(box.nx(), box.ny(), box.nz(), metric, seeds());
  }

  /**
   * The voxels nearest to the triangles' corners: none is further from the surface than half one.
   */
  private boolean[] seeds() {
    boolean[] seeds = new boolean[box.nx() * box.ny() * box.nz()];
    float[] t = mesh.indices();
    for (int at = 0; at < 9 * mesh.size(); at += 3) {
      int i = Math.round(t[at]);
      int j = Math.round(t[at + 1]);
      int k = Math.round(t[at + 2]);
      seeds[(k * box.ny() + j) * box.nx() + i] = true;
    }
    return seeds;
  }

  /** The distance at a voxel of the box by offset, right to a voxel's diagonal; no more work. */
  double nearly(int offset) {
    return Math.sqrt(transform.squared(offset));
  }

  /** Asks for exact distances; for one thread. */
  final class Probe {

    private final NearestOnTriangle triangle = new NearestOnTriangle(metric);
    private double stepI;
    private double stepJ;
    private double stepK;

    /** The distance from the surface to a voxel of the box; infinite without a surface. */
    double at(int i, int j, int k) {
      return at(i, j, k, (k * box.ny() + j) * box.nx() + i);
    }

    /** The distance from the surface to a point of the box or beyond, in indices of the box. */
    double at(double i, double j, double k) {
      int voxelI = (int) Math.clamp(Math.rint(i), 0, box.nx() - 1);
      int voxelJ = (int) Math.clamp(Math.rint(j), 0, box.ny() - 1);
      int voxelK = (int) Math.clamp(Math.rint(k), 0, box.nz() - 1);
      return at(i, j, k, (voxelK * box.ny() + voxelJ) * box.nx() + voxelI);
    }

    private double at(double i, double j, double k, int offset) {
      int seed = transform.nearest(offset);
      if (seed < 0) {
        return Double.POSITIVE_INFINITY;
      }
      int seedI = seed % box.nx();
      int seedJ = seed / box.nx() % box.ny();
      int seedK = seed / box.nx() / box.ny();
      double best = Double.POSITIVE_INFINITY;
      for (int ck = Math.max(0, seedK - 2); ck <= Math.min(box.nz() - 2, seedK + 1); ck++) {
        for (int cj = Math.max(0, seedJ - 2); cj <= Math.min(box.ny() - 2, seedJ + 1); cj++) {
          int cell = (ck * box.ny() + cj) * box.nx();
          for (int ci = Math.max(0, seedI - 2); ci <= Math.min(box.nx() - 2, seedI + 1); ci++) {
            int first = mesh.firstOf(cell + ci);
            int end = mesh.firstOf(cell + ci + 1);
            if (first < end && toCell(i - ci, j - cj, k - ck) < best) {
              for (int t = first; t < end; t++) {
                double squared = triangle.squared(mesh.indices(), 9 * t, i, j, k);
                if (squared < best) {
                  best = squared;
                  stepI = triangle.stepI();
                  stepJ = triangle.stepJ();
                  stepK = triangle.stepK();
                }
              }
            }
          }
        }
      }
      return Math.sqrt(best);
    }

    /** The step from the nearest point of the surface found last, in indices along i. */
    double stepI() {
      return stepI;
    }

    /** The step from the nearest point of the surface found last, in indices along j. */
    double stepJ() {
      return stepJ;
    }

    /** The step from the nearest point of the surface found last, in indices along k. */
    double stepK() {
      return stepK;
    }

    /** The squared distance from a cell to a point, counted from the cell's first corner. */
    private double toCell(double i, double j, double k) {
      return metric.squared(beyond(i), beyond(j), beyond(k));
    }

    private static double beyond(double index) {
      return index > 1 ? index - 1 : Math.min(index, 0);
    }
  }
}
