package org.breathline.core.registration;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.Volume;

/** Brings volumes onto the grids of levels: windowed, smoothed as the spacing asks, sampled. */
final class Resampling {

  private static final double SAME_AXES = 1e-6;

  private Resampling() {}

  /** A window of a volume on another grid. */
  static FloatVolume of(Volume volume, IntensityWindow window, Grid onto) {
    FloatVolume aligned = hasAxesOf(volume.grid(), onto) ? null : turned(volume, window, onto);
    Grid from = aligned == null ? volume.grid() : aligned.grid();
    Vector3 start = from.index(onto.origin());
    Vector3 old = from.spacing();
    var alongX = new AxisWeights(from.nx(), start.x(), onto.spacing().x() / old.x(), onto.nx());
    var alongY = new AxisWeights(from.ny(), start.y(), onto.spacing().y() / old.y(), onto.ny());
    var alongZ = new AxisWeights(from.nz(), start.z(), onto.spacing().z() / old.z(), onto.nz());
    // In planes first: the slices are then smaller, and each is read once.
    float[] slices = new float[from.nz() * onto.sliceSize()];
    int firstSlice = alongZ.first[0];
    int lastSlice = alongZ.first[onto.nz() - 1] + alongZ.weights[onto.nz() - 1].length;
    Planes.forEach(
        lastSlice - firstSlice,
        n -> {
          int k = firstSlice + n;
          float[] slice = new float[from.sliceSize()];
          if (aligned == null) {
            window(volume, window, k * from.sliceSize(), slice);
          } else {
            System.arraycopy(aligned.values(), k * slice.length, slice, 0, slice.length);
          }
          inPlane(slice, new float[from.nx()], alongX, alongY, slices, k * onto.sliceSize());
        });
    var result = new FloatVolume(onto);
    Planes.forEach(
        onto.nz(),
        k -> {
          float[] slice = new float[onto.sliceSize()];
          int at = alongZ.first[k] * slice.length;
          combine(slices, at, slice.length, alongZ.weights[k], slice, slice.length);
          System.arraycopy(slice, 0, result.values(), k * slice.length, slice.length);
        });
    return result;
  }

  /** Resamples a slice along both of its axes; the row is scratch, as long as a row of it. */
  static void inPlane(
      float[] slice, float[] row, AxisWeights alongX, AxisWeights alongY, float[] into, int to) {
    int width = alongX.first.length;
    for (int j = 0; j < alongY.first.length; j++) {
      combine(slice, alongY.first[j] * row.length, row.length, alongY.weights[j], row, row.length);
      for (int i = 0; i < width; i++) {
        float[] weights = alongX.weights[i];
        int from = alongX.first[i];
        float sum = 0;
        for (int t = 0; t < weights.length; t++) {
          sum += weights[t] * row[from + t];
        }
        into[to + j * width + i] = sum;
      }
    }
  }

  /** The weighted sum of runs that lie {@code stride} apart, into the beginning of an array. */
  static void combine(
      float[] values, int from, int stride, float[] weights, float[] into, int count) {
    float first = weights[0];
    for (int i = 0; i < count; i++) {
      into[i] = first * values[from + i];
    }
    for (int t = 1; t < weights.length; t++) {
      float weight = weights[t];
      int at = from + t * stride;
      for (int i = 0; i < count; i++) {
        into[i] += weight * values[at + i];
      }
    }
  }

  private static void window(Volume volume, IntensityWindow window, int from, float[] into) {
    float scale = (float) (1 / (window.highHu() - window.lowHu()));
    float low = (float) window.lowHu();
    switch (volume) {
      case ShortVolume shorts -> {
        short[] values = shorts.values();
        for (int i = 0; i < into.length; i++) {
          into[i] = Math.max(0f, Math.min(1f, (values[from + i] - low) * scale));
        }
      }
      case FloatVolume floats -> {
        float[] values = floats.values();
        for (int i = 0; i < into.length; i++) {
          into[i] = Math.max(0f, Math.min(1f, (values[from + i] - low) * scale));
        }
      }
    }
  }

  private static boolean hasAxesOf(Grid a, Grid b) {
    return a.orientation().row().minus(b.orientation().row()).length() < SAME_AXES
        && a.orientation().column().minus(b.orientation().column()).length() < SAME_AXES;
  }

  /** A window of a volume on a grid with other axes and about its own spacing. */
  private static FloatVolume turned(Volume volume, IntensityWindow window, Grid axes) {
    Grid from = volume.grid();
    double finest = Math.min(from.spacing().x(), Math.min(from.spacing().y(), from.spacing().z()));
    Grid onto = LevelGrids.around(from, axes.orientation(), Math.max(finest, 0.7));
    var turned = new FloatVolume(onto);
    Planes.forEach(
        onto.nz(),
        k -> {
          for (int j = 0; j < onto.ny(); j++) {
            for (int i = 0; i < onto.nx(); i++) {
              Vector3 index = from.index(onto.point(i, j, k));
              turned.values()[onto.offset(i, j, k)] =
                  (float) window.of(nearby(volume, index.x(), index.y(), index.z()));
            }
          }
        });
    return turned;
  }

  /** Trilinear; beyond the border as at the border. */
  static double nearby(Volume volume, double x, double y, double z) {
    Grid grid = volume.grid();
    double px = Math.clamp(x, 0, grid.nx() - 1);
    double py = Math.clamp(y, 0, grid.ny() - 1);
    double pz = Math.clamp(z, 0, grid.nz() - 1);
    int i = (int) px;
    int j = (int) py;
    int k = (int) pz;
    int right = Math.min(i + 1, grid.nx() - 1);
    int down = Math.min(j + 1, grid.ny() - 1);
    int up = Math.min(k + 1, grid.nz() - 1);
    double a = px - i;
    double b = py - j;
    double c = pz - k;
    double low = plane(volume, i, right, j, down, k, a, b);
    return low + c * (plane(volume, i, right, j, down, up, a, b) - low);
  }

  private static double plane(
      Volume volume, int left, int right, int near, int far, int k, double a, double b) {
    Grid grid = volume.grid();
    double v00 = volume.at(grid.offset(left, near, k));
    double v10 = volume.at(grid.offset(right, near, k));
    double v01 = volume.at(grid.offset(left, far, k));
    double v11 = volume.at(grid.offset(right, far, k));
    double n = v00 + a * (v10 - v00);
    return n + b * (v01 + a * (v11 - v01) - n);
  }
}
