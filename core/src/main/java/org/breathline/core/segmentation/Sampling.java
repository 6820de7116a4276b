package org.breathline.core.segmentation;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;

/** Values between voxels. */
final class Sampling {

  /** What is outside of a volume: air. */
  private static final double OUTSIDE_HU = -1000;

  private Sampling() {}

  /** The value at a point, LPS mm, by trilinear interpolation; air outside. */
  static double linear(ShortVolume volume, Vector3 point) {
    Grid grid = volume.grid();
    Vector3 index = grid.index(point);
    int i = (int) Math.floor(index.x());
    int j = (int) Math.floor(index.y());
    int k = (int) Math.floor(index.z());
    if (i < 0 || j < 0 || k < 0 || i + 1 >= grid.nx() || j + 1 >= grid.ny() || k + 1 >= grid.nz()) {
      return OUTSIDE_HU;
    }
    double a = index.x() - i;
    double b = index.y() - j;
    double c = index.z() - k;
    int at = grid.offset(i, j, k);
    return (1 - c) * inSlice(volume, at, a, b) + c * inSlice(volume, at + grid.sliceSize(), a, b);
  }

  /**
   * The value at a point of the slice nearest to it, interpolated within the slice; air outside.
   */
  static double inNearestSlice(ShortVolume volume, Vector3 point) {
    Grid grid = volume.grid();
    Vector3 index = grid.index(point);
    int i = (int) Math.floor(index.x());
    int j = (int) Math.floor(index.y());
    int k = (int) Math.round(index.z());
    if (i < 0 || j < 0 || k < 0 || i + 1 >= grid.nx() || j + 1 >= grid.ny() || k >= grid.nz()) {
      return OUTSIDE_HU;
    }
    return inSlice(volume, grid.offset(i, j, k), index.x() - i, index.y() - j);
  }

  private static double inSlice(ShortVolume volume, int at, double a, double b) {
    int nx = volume.grid().nx();
    return (1 - b) * ((1 - a) * volume.at(at) + a * volume.at(at + 1))
        + b * ((1 - a) * volume.at(at + nx) + a * volume.at(at + nx + 1));
  }
}
