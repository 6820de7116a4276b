package org.breathline.core.registration;

import java.util.BitSet;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.Volume;

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

  /** Of the field that is handed out. */
  private static final double LEAST_AT_LAST = 0.02;

  private JoinedParts() {}

  /**
   * A field on the coarse grid, one to one.
   *
   * @param unfolded how many voxels had to be smoothed
   * @param suspects those near which sampling anew might fold it
   */
  record Whole(DisplacementField field, int unfolded, BitSet suspects) {}

  /**
   * The lungs' displacement in the lungs and in what goes along with them, the body's elsewhere.
   *
   * @param softTissue the fixed image's, on the grid of the lungs' voxels
   */
  static Whole of(
      VoxelSet lungs,
      FloatVolume softTissue,
      Volume moving,
      KnotField inLungs,
      KnotField elsewhere) {
    Grid grid = lungs.grid;
    float[] inner = inLungs.millimetres(grid);
    float[] whole = elsewhere.millimetres(grid);
    Grid beyond = LevelGrids.beyond(grid, moving.grid());
    FloatVolume there = Resampling.of(moving, IntensityWindow.SOFT_TISSUE, beyond);
    VoxelSet along =
        Mediastinum.goingAlong(Mediastinum.between(lungs), softTissue, there, inner, whole);
    float[] share = shares(lungs.with(along));
    for (int component = 0; component < 3; component++) {
      int from = component * grid.size();
      for (int at = 0; at < share.length; at++) {
        whole[from + at] += share[at] * (inner[from + at] - whole[from + at]);
      }
    }
    return unfolded(grid, whole);
  }

  /** 1 in a set and next to it, 0 away from it, and in between what lies in between. */
  private static float[] shares(VoxelSet set) {
    float[] share = new float[set.inside.length];
    VoxelSet layer = set.grown(1);
    for (int step = 0; step <= TRANSITION; step++) {
      for (int at = 0; at < share.length; at++) {
        if (layer.inside[at]) {
          share[at] += 1f / (TRANSITION + 1);
        }
      }
      layer = layer.grown(1);
    }
    return share;
  }

  /** One displacement for everything. */
  static Whole of(Grid grid, KnotField field) {
    return unfolded(grid, field.millimetres(grid));
  }

  private static Whole unfolded(Grid grid, float[] millimetres) {
    DisplacementField field = inPatientSpace(grid, millimetres);
    var unfolding = new Unfolding(field, LEAST_DETERMINANT);
    int unfolded = unfolding.run(unfolding.suspects());
    return new Whole(field, unfolded, unfolding.suspects());
  }

  private static DisplacementField inPatientSpace(Grid grid, float[] millimetres) {
    var field = new DisplacementField(grid);
    Orientation axes = grid.orientation();
    int size = grid.size();
    for (int at = 0; at < size; at++) {
      float x = millimetres[at];
      float y = millimetres[size + at];
      float z = millimetres[2 * size + at];
      field.x()[at] = (float) (x * axes.row().x() + y * axes.column().x() + z * axes.normal().x());
      field.y()[at] = (float) (x * axes.row().y() + y * axes.column().y() + z * axes.normal().y());
      field.z()[at] = (float) (x * axes.row().z() + y * axes.column().z() + z * axes.normal().z());
    }
    return field;
  }

  /** On a grid of any spacing with the same axes. */
  static DisplacementField on(Grid onto, Whole whole) {
    Grid from = whole.field().grid();
    if (onto.equals(from)) {
      return whole.field();
    }
    var field = new DisplacementField(onto);
    Vector3 start = from.index(onto.origin());
    double sx = onto.spacing().x() / from.spacing().x();
    double sy = onto.spacing().y() / from.spacing().y();
    double sz = onto.spacing().z() / from.spacing().z();
    var alongX = new AxisWeights(from.nx(), start.x(), sx, onto.nx());
    var alongY = new AxisWeights(from.ny(), start.y(), sy, onto.ny());
    var alongZ = new AxisWeights(from.nz(), start.z(), sz, onto.nz());
    float[][] coarse = {whole.field().x(), whole.field().y(), whole.field().z()};
    float[][] fine = {field.x(), field.y(), field.z()};
    Planes.forEach(
        onto.nz(),
        k -> {
          float[] plane = new float[from.sliceSize()];
          float[] row = new float[from.nx()];
          for (int component = 0; component < 3; component++) {
            Resampling.combine(
                coarse[component],
                alongZ.first[k] * from.sliceSize(),
                from.sliceSize(),
                alongZ.weights[k],
                plane,
                from.sliceSize());
            Resampling.inPlane(plane, row, alongX, alongY, fine[component], k * onto.sliceSize());
          }
        });
    new Unfolding(field, LEAST_AT_LAST).run(near(whole.suspects(), from, onto));
    return field;
  }

  /** The voxels of a grid within a voxel of those of a coarse one. */
  private static BitSet near(BitSet suspects, Grid coarse, Grid onto) {
    BitSet near = new BitSet(onto.size());
    suspects.stream()
        .forEach(at -> {
          int i = at % coarse.nx();
          int j = (at / coarse.nx()) % coarse.ny();
          int k = Math.floorDiv(at, coarse.sliceSize());
          Vector3 low = onto.index(coarse.point(i - 1, j - 1, k - 1));
          Vector3 high = onto.index(coarse.point(i + 1, j + 1, k + 1));
          int first = begin(low.x(), onto.nx());
          int end = begin(high.x(), onto.nx());
          for (int kk = begin(low.z(), onto.nz()); kk < begin(high.z(), onto.nz()); kk++) {
            for (int jj = begin(low.y(), onto.ny()); jj < begin(high.y(), onto.ny()); jj++) {
              int row = onto.offset(0, jj, kk);
              near.set(row + first, row + Math.max(first, end));
            }
          }
        });
    return near;
  }

  private static int begin(double place, int count) {
    return (int) Math.clamp(Math.ceil(place), 0, count);
  }
}
