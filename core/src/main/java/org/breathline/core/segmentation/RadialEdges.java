package org.breathline.core.segmentation;

import java.util.Arrays;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;

/** Where rays from a centre leave dense tissue, to fractions of a voxel. */
final class RadialEdges {

  private static final int MOST_EDGES = 4;

  private final double[][] edgesMm;

  private RadialEdges(double[][] edgesMm) {
    this.edgesMm = edgesMm;
  }

  /**
   * Casts a ray in each direction of {@link Icosphere}.
   *
   * @param thresholdHu an edge is where the value, interpolated between voxels, falls below this
   * @param reachMm the length of the rays; outside the volume nothing is dense
   */
  static RadialEdges of(ShortVolume volume, Vector3 centre, double thresholdHu, double reachMm) {
    Grid grid = volume.grid();
    double step =
        0.5 * Math.min(grid.spacing().x(), Math.min(grid.spacing().y(), grid.spacing().z()));
    double[][] edges = new double[Icosphere.INSTANCE.size()][];
    double[] found = new double[MOST_EDGES];
    for (int n = 0; n < edges.length; n++) {
      Vector3 direction = Icosphere.INSTANCE.direction(n);
      double before = Sampling.linear(volume, centre);
      int count = 0;
      for (double r = step; r <= reachMm && count < MOST_EDGES; r += step) {
        double here = Sampling.linear(volume, centre.plus(direction.times(r)));
        if (before >= thresholdHu && here < thresholdHu) {
          found[count++] = r - step * (thresholdHu - here) / (before - here);
        }
        before = here;
      }
      edges[n] = Arrays.copyOf(found, count);
    }
    return new RadialEdges(edges);
  }

  /** The edge nearest to an expected radius, mm; infinite if the ray has none. */
  double nearest(int direction, double expectedMm) {
    double nearest = Double.POSITIVE_INFINITY;
    for (double edge : edgesMm[direction]) {
      if (Math.abs(edge - expectedMm) < Math.abs(nearest - expectedMm)) {
        nearest = edge;
      }
    }
    return nearest;
  }

  /** The first edge, mm; infinite if the ray has none. */
  double first(int direction) {
    return edgesMm[direction].length == 0 ? Double.POSITIVE_INFINITY : edgesMm[direction][0];
  }
}
