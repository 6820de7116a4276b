package org.breathline.core.registration;

import java.util.Arrays;
import org.breathline.core.geometry.Grid;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.SymmetricFilter;

/**
 * One minus the local correlation coefficient, windows Gaussian and cut to the region: what lies
 * outside it has no say. With E[.] the weighted mean in the window around a place,
 *
 * <pre>LCC = (E[FW] - E[F] E[W] + floor) / (sF sW),   s^2 = E[.^2] - E[.]^2 + floor</pre>
 *
 * <p>The floor in the covariance makes an image most like itself even where it is flat; without it,
 * whatever raises the contrast would seem to help. The derivatives are exact. Statistics of the
 * fixed image are worked out once.
 */
public final class LocalCorrelation implements Metric {

  /** Of intensities that run from 0 to 1: a contrast of 1 % is as good as none. */
  public static final double VARIANCE_FLOOR = 1e-4;

  private final Region region;
  private final Grid grid;
  private final float[] fixed;
  private final float[] weights;
  private final int radius;
  private final int[] wideFrom;
  private final int[] wideTo;
  private final float[] reciprocal;
  private final float[] fixedMean;
  private final float[] fixedInverse;
  private final float[][] sums;
  private final float[][] factors;

  /**
   * Prepares for a fixed image.
   *
   * @param region where it is compared
   * @param fixed its intensities, 0 to 1, on the region's grid
   * @param sigma of the windows, voxels
   */
  public LocalCorrelation(Region region, float[] fixed, double sigma) {
    this.region = region;
    this.grid = region.grid();
    this.fixed = fixed;
    this.radius = (int) Math.ceil(2 * sigma);
    this.weights = SymmetricFilter.gaussian(sigma, radius);
    int[][] wide = region.grown(radius);
    this.wideFrom = wide[0];
    this.wideTo = wide[1];
    int size = grid.size();
    this.reciprocal = new float[size];
    this.fixedMean = new float[size];
    this.fixedInverse = new float[size];
    this.sums = new float[3][size];
    this.factors = new float[3][size];
    prepare();
  }

  @Override
  public Region region() {
    return region;
  }

  private void prepare() {
    float[] mask = region.weights();
    spread(
        sums,
        (row, from, to, rows, run) -> {
          for (int i = from; i < to; i++) {
            float m = mask[row * grid.nx() + i];
            float f = m * fixed[row * grid.nx() + i];
            rows[radius + i] = m;
            rows[run + radius + i] = f;
            rows[2 * run + radius + i] = f * fixed[row * grid.nx() + i];
          }
        });
    eachRow(
        sums,
        (row, from, to, rows) -> {
          int nx = grid.nx();
          for (int i = from; i < to; i++) {
            int at = row * nx + i;
            if (mask[at] > 0) {
              float r = 1 / rows[i - from];
              float mean = r * rows[nx + i - from];
              float variance = Math.max(0f, r * rows[2 * nx + i - from] - mean * mean);
              reciprocal[at] = r;
              fixedMean[at] = mean;
              fixedInverse[at] = 1 / (float) Math.sqrt(variance + (float) VARIANCE_FLOOR);
            }
          }
          return 0;
        });
  }

  @Override
  public double evaluate(float[] warped, float[] derivative) {
    float[] mask = region.weights();
    int nx = grid.nx();
    spread(
        sums,
        (row, from, to, rows, run) -> {
          int first = row * nx;
          for (int i = from; i < to; i++) {
            float w = warped[first + i];
            float m = mask[first + i] * w;
            rows[radius + i] = m;
            rows[run + radius + i] = m * w;
            rows[2 * run + radius + i] = m * fixed[first + i];
          }
        });
    double[] losses = new double[grid.nz()];
    Planes.forEach(grid.nz(), k -> losses[k] = factorPlane(k));
    eachRow(
        factors,
        (row, from, to, rows) -> {
          int first = row * nx;
          for (int i = from; i < to; i++) {
            int at = first + i;
            derivative[at] =
                mask[at]
                    * (warped[at] * rows[nx + i - from]
                        - fixed[at] * rows[i - from]
                        - rows[2 * nx + i - from]);
          }
          return 0;
        });
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum;
  }

  /** Fills the part of a row that lies in the region; three runs, each with a margin. */
  @FunctionalInterface
  private interface RowSource {
    void fill(int row, int from, int to, float[] rows, int run);
  }

  /** Does something with the filtered sums of a row's part in the region. */
  @FunctionalInterface
  private interface RowSink {
    double take(int row, int from, int to, float[] rows);
  }

  /** Filters three images along rows and columns, plane by plane. */
  private void spread(float[][] into, RowSource source) {
    Planes.forEach(
        grid.nz(),
        k -> {
          int run = grid.nx() + 2 * radius;
          float[] rows = new float[3 * run];
          float[] plane = new float[3 * grid.sliceSize()];
          for (int j = 0; j < grid.ny(); j++) {
            int row = k * grid.ny() + j;
            if (region.to(row) > region.from(row)) {
              source.fill(row, region.from(row), region.to(row), rows, run);
              alongRow(rows, run, row, plane, j);
              Arrays.fill(rows, 0);
            }
          }
          acrossRows(plane, k, into);
        });
  }

  private void alongRow(float[] rows, int run, int row, float[] plane, int j) {
    int from = wideFrom[row];
    int count = wideTo[row] - from;
    for (int n = 0; n < 3; n++) {
      int to = n * grid.sliceSize() + j * grid.nx() + from;
      Kernels.symmetricFilter().along(rows, n * run + radius + from, plane, to, count, weights);
    }
  }

  private void acrossRows(float[] plane, int k, float[][] into) {
    int nx = grid.nx();
    for (int n = 0; n < 3; n++) {
      for (int j = 0; j < grid.ny(); j++) {
        int row = k * grid.ny() + j;
        int from = wideFrom[row];
        Kernels.symmetricFilter()
            .across(
                plane,
                n * grid.sliceSize() + j * nx + from,
                nx,
                j,
                grid.ny(),
                into[n],
                row * nx + from,
                wideTo[row] - from,
                weights);
      }
    }
  }

  /** Filters along the normal and hands the rows on. */
  private void eachRow(float[][] filtered, RowSink sink) {
    Planes.forEach(
        grid.nz(),
        k -> {
          float[] rows = new float[3 * grid.nx()];
          for (int j = 0; j < grid.ny(); j++) {
            int row = k * grid.ny() + j;
            int from = region.from(row);
            int to = region.to(row);
            if (to > from) {
              acrossPlanes(filtered, row, k, from, to, rows);
              sink.take(row, from, to, rows);
            }
          }
        });
  }

  private void acrossPlanes(float[][] filtered, int row, int k, int from, int to, float[] rows) {
    int nx = grid.nx();
    for (int n = 0; n < 3; n++) {
      Kernels.symmetricFilter()
          .across(
              filtered[n],
              row * nx + from,
              grid.sliceSize(),
              k,
              grid.nz(),
              rows,
              n * nx,
              to - from,
              weights);
    }
  }

  /** The loss in a plane, and the factors of the derivative filtered within it. */
  private double factorPlane(int k) {
    int nx = grid.nx();
    int run = nx + 2 * radius;
    float[] rows = new float[3 * nx];
    float[] loss = new float[nx];
    float[] wide = new float[3 * run];
    float[] plane = new float[3 * grid.sliceSize()];
    double sum = 0;
    for (int j = 0; j < grid.ny(); j++) {
      int row = k * grid.ny() + j;
      int from = region.from(row);
      int count = region.to(row) - from;
      if (count <= 0) {
        continue;
      }
      acrossPlanes(sums, row, k, from, from + count, rows);
      Kernels.localCorrelationTerms()
          .row(
              rows,
              nx,
              fixedMean,
              fixedInverse,
              reciprocal,
              region.weights(),
              row * nx + from,
              count,
              (float) VARIANCE_FLOOR,
              wide,
              radius + from,
              run,
              loss);
      for (int i = 0; i < count; i++) {
        sum += loss[i];
      }
      alongRow(wide, run, row, plane, j);
      Arrays.fill(wide, 0);
    }
    acrossRows(plane, k, factors);
    return sum;
  }
}
