package org.breathline.core.registration.rigid;

import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.TrilinearSampling;
import org.breathline.core.image.Volume;

/**
 * An image clamped to the window of rigid registration and averaged over cubic voxels of a given
 * size, on axial axes. Values run from 0 to 1.
 */
final class SmoothedImage {

  private static final float AIR_HU = -1000;

  /** Above this a voxel is tissue: half way from air to water after clamping. */
  private static final float TISSUE = 0.15f;

  private final FloatVolume volume;

  private SmoothedImage(FloatVolume volume) {
    this.volume = volume;
  }

  /** Averages an image. */
  static SmoothedImage of(Volume image, double spacingMm) {
    Grid grid = around(image.grid(), spacingMm);
    var sampling = new TrilinearSampling(image, AIR_HU);
    var averaged = new FloatVolume(grid);
    // As many samples along each axis as the finest voxel asks for.
    Vector3 spacing = image.grid().spacing();
    double finest = Math.min(spacing.x(), Math.min(spacing.y(), spacing.z()));
    int samples = Math.clamp((long) Math.ceil(spacingMm / Math.max(finest, 2)), 1, 8);
    double scale = 1 / (RigidRegistration.HIGH_HU - RigidRegistration.LOW_HU);
    IntStream.range(0, grid.nz())
        .parallel()
        .forEach(k -> {
          for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
              double sum = 0;
              for (int n = 0; n < samples * samples * samples; n++) {
                int across = n / samples % samples;
                int along = n / (samples * samples);
                double hu =
                    sampling.at(
                        grid.point(
                            i + place(n % samples, samples),
                            j + place(across, samples),
                            k + place(along, samples)));
                sum +=
                    Math.clamp(hu, RigidRegistration.LOW_HU, RigidRegistration.HIGH_HU)
                        - RigidRegistration.LOW_HU;
              }
              averaged.values()[grid.offset(i, j, k)] =
                  (float) (scale * sum / (samples * samples * samples));
            }
          }
        });
    return new SmoothedImage(averaged);
  }

  private static double place(int sample, int samples) {
    return (sample + 0.5) / samples - 0.5;
  }

  private static Grid around(Grid grid, double spacingMm) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (int corner = 0; corner < 8; corner++) {
      Vector3 p =
          grid.point(
              (corner & 1) * (grid.nx() - 1),
              ((corner >> 1) & 1) * (grid.ny() - 1),
              (corner >> 2) * (grid.nz() - 1));
      double[] place = {p.x(), p.y(), p.z()};
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], place[axis]);
        high[axis] = Math.max(high[axis], place[axis]);
      }
    }
    return new Grid(
        count(high[0] - low[0], spacingMm),
        count(high[1] - low[1], spacingMm),
        count(high[2] - low[2], spacingMm),
        new Vector3(low[0], low[1], low[2]),
        new Vector3(spacingMm, spacingMm, spacingMm),
        Orientation.AXIAL);
  }

  private static int count(double lengthMm, double spacingMm) {
    return (int) (lengthMm / spacingMm) + 1;
  }

  Grid grid() {
    return volume.grid();
  }

  float[] values() {
    return volume.values();
  }

  /** The centre of all that is denser than air, mm; the grid's middle if nothing is. */
  Vector3 tissueCentre() {
    Vector3 sum = Vector3.ZERO;
    int count = 0;
    for (int at = 0; at < values().length; at++) {
      if (values()[at] > TISSUE) {
        sum = sum.plus(grid().point(at));
        count++;
      }
    }
    Grid g = grid();
    return count == 0
        ? g.point((g.nx() - 1) / 2.0, (g.ny() - 1) / 2.0, (g.nz() - 1) / 2.0)
        : sum.times(1.0 / count);
  }

  /**
   * The value and its gradient at a point.
   *
   * @param into receives value, and the derivatives along x, y and z by mm
   * @return whether the point lies between the outermost voxel centres
   */
  boolean sample(Vector3 point, double[] into) {
    Grid g = grid();
    Vector3 index = g.index(point);
    if (!(index.x() >= 0
        && index.y() >= 0
        && index.z() >= 0
        && index.x() <= g.nx() - 1
        && index.y() <= g.ny() - 1
        && index.z() <= g.nz() - 1)) {
      return false;
    }
    int i = Math.min((int) index.x(), Math.max(0, g.nx() - 2));
    int j = Math.min((int) index.y(), Math.max(0, g.ny() - 2));
    int k = Math.min((int) index.z(), Math.max(0, g.nz() - 2));
    double a = index.x() - i;
    double b = index.y() - j;
    double c = index.z() - k;
    int right = g.nx() > 1 ? 1 : 0;
    int down = g.ny() > 1 ? g.nx() : 0;
    int up = g.nz() > 1 ? g.sliceSize() : 0;
    int at = g.offset(i, j, k);
    float[] v = values();
    double v000 = v[at];
    double v100 = v[at + right];
    double v010 = v[at + down];
    double v110 = v[at + down + right];
    double v001 = v[at + up];
    double v101 = v[at + up + right];
    double v011 = v[at + up + down];
    double v111 = v[at + up + down + right];
    double x00 = v000 + a * (v100 - v000);
    double x10 = v010 + a * (v110 - v010);
    double x01 = v001 + a * (v101 - v001);
    double x11 = v011 + a * (v111 - v011);
    double y0 = x00 + b * (x10 - x00);
    double y1 = x01 + b * (x11 - x01);
    double perMm = 1 / g.spacing().x();
    into[0] = y0 + c * (y1 - y0);
    into[1] =
        perMm
            * ((1 - c) * ((1 - b) * (v100 - v000) + b * (v110 - v010))
                + c * ((1 - b) * (v101 - v001) + b * (v111 - v011)));
    into[2] = perMm * ((1 - c) * (x10 - x00) + c * (x11 - x01));
    into[3] = perMm * (y1 - y0);
    return true;
  }
}
