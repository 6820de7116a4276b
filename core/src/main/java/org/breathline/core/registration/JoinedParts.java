package org.breathline.core.registration;

import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;

/**
 * Puts the displacement of the lungs and that of the rest of the body together: each holds where it
 * was found, and between them, outside the pleura, lies a transition of a few millimetres across
 * which tissue slides.
 */
final class JoinedParts {

  /** Layers of coarse voxels over which the one passes into the other. */
  private static final int TRANSITION = 2;

  /** Slightly above 0, so that other grids that sample the field see no folding either. */
  private static final double LEAST_DETERMINANT = 0.1;

  private JoinedParts() {}

  /** A displacement along the axes of a grid, mm, and how many voxels were unfolded. */
  record Whole(Grid grid, KnotField.FloatRuns millimetres, int unfolded) {}

  /** The lungs' displacement in the lungs and the body's elsewhere. */
  static Whole of(VoxelSet lungs, KnotField inLungs, KnotField elsewhere) {
    Grid grid = lungs.grid;
    float[] inner = inLungs.millimetres(grid);
    float[] whole = elsewhere.millimetres(grid);
    float[] share = new float[grid.size()];
    VoxelSet layer = lungs.grown(1);
    for (int step = 0; step <= TRANSITION; step++) {
      for (int at = 0; at < share.length; at++) {
        if (layer.inside[at]) {
          share[at] += 1f / (TRANSITION + 1);
        }
      }
      layer = layer.grown(1);
    }
    for (int component = 0; component < 3; component++) {
      int from = component * grid.size();
      for (int at = 0; at < share.length; at++) {
        whole[from + at] += share[at] * (inner[from + at] - whole[from + at]);
      }
    }
    return unfolded(grid, whole);
  }

  /** One displacement for everything. */
  static Whole of(Grid grid, KnotField field) {
    return unfolded(grid, field.millimetres(grid));
  }

  private static Whole unfolded(Grid grid, float[] millimetres) {
    int unfolded = new Unfolding(grid, millimetres, LEAST_DETERMINANT).run();
    return new Whole(grid, new KnotField.FloatRuns(millimetres), unfolded);
  }

  /** On a grid of any spacing with the same axes, in patient space. */
  static DisplacementField on(Grid onto, Whole whole) {
    var field = new DisplacementField(onto);
    Grid from = whole.grid();
    float[] u = whole.millimetres().values;
    Vector3 start = from.index(onto.origin());
    double sx = onto.spacing().x() / from.spacing().x();
    double sy = onto.spacing().y() / from.spacing().y();
    double sz = onto.spacing().z() / from.spacing().z();
    var alongX = new AxisWeights(from.nx(), start.x(), sx, onto.nx());
    var alongY = new AxisWeights(from.ny(), start.y(), sy, onto.ny());
    var alongZ = new AxisWeights(from.nz(), start.z(), sz, onto.nz());
    Orientation axes = onto.orientation();
    Planes.forEach(
        onto.nz(),
        k -> {
          float[] plane = new float[from.sliceSize()];
          float[] row = new float[from.nx()];
          float[][] along = new float[3][onto.sliceSize()];
          for (int component = 0; component < 3; component++) {
            Resampling.combine(
                u,
                component * from.size() + alongZ.first[k] * from.sliceSize(),
                from.sliceSize(),
                alongZ.weights[k],
                plane,
                from.sliceSize());
            Resampling.inPlane(plane, row, alongX, alongY, along[component], 0);
          }
          int first = k * onto.sliceSize();
          for (int at = 0; at < onto.sliceSize(); at++) {
            float x = along[0][at];
            float y = along[1][at];
            float z = along[2][at];
            field.x()[first + at] =
                (float) (x * axes.row().x() + y * axes.column().x() + z * axes.normal().x());
            field.y()[first + at] =
                (float) (x * axes.row().y() + y * axes.column().y() + z * axes.normal().y());
            field.z()[first + at] =
                (float) (x * axes.row().z() + y * axes.column().z() + z * axes.normal().z());
          }
        });
    return field;
  }
}
