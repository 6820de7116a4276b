package org.breathline.core.registration.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;

/**
 * Points that can be told from their surroundings in every direction: by Foerstner's operator,
 * {@code 1 / trace(C^-1)} with C the structure tensor, the mean over a window of the products of
 * the gradient's components (Foerstner and Guelch 1987; in three dimensions Rohr 1997). Along an
 * edge or a straight vessel it is small, at branchings and bends large.
 */
final class DistinctPoints {

  /** The window reaches two voxels on all sides. */
  private static final int RADIUS = 2;

  /** Below this squared gradient (HU a voxel) there is only noise. */
  private static final double LEAST = 100;

  private DistinctPoints() {}

  /**
   * Finds points.
   *
   * @param inside where they may be, by memory offset of the fine grid
   * @param apartMm the least distance of two, mm
   * @param most as many at most
   * @return memory offsets, the most distinctive first
   */
  static int[] of(MatchingImage image, boolean[] inside, double apartMm, int most) {
    Grid grid = image.fine();
    float[] distinct = distinctness(image, MatchingImage.step(inside, grid, false));
    int[] candidates =
        IntStream.range(0, distinct.length)
            .filter(at -> distinct[at] > LEAST && isPeak(distinct, at, grid))
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer at) -> -distinct[at])
                    .thenComparingInt(at -> at))
            .mapToInt(Integer::intValue)
            .toArray();
    return spread(candidates, grid, apartMm / grid.spacing().x(), most);
  }

  private static float[] distinctness(MatchingImage image, boolean[] inside) {
    Grid grid = image.fine();
    float[] distinct = new float[grid.size()];
    int margin = RADIUS + 1;
    IntStream.range(margin, grid.nz() - margin)
        .parallel()
        .forEach(k -> {
          double[] tensor = new double[6];
          for (int j = margin; j < grid.ny() - margin; j++) {
            for (int i = margin; i < grid.nx() - margin; i++) {
              int at = grid.offset(i, j, k);
              if (inside[at]) {
                distinct[at] = (float) foerstner(image.pixels().fine, at, grid, tensor);
              }
            }
          }
        });
    return distinct;
  }

  private static double foerstner(float[] v, int centre, Grid grid, double[] t) {
    Arrays.fill(t, 0);
    int nx = grid.nx();
    int slice = grid.sliceSize();
    for (int c = -RADIUS; c <= RADIUS; c++) {
      for (int b = -RADIUS; b <= RADIUS; b++) {
        for (int a = -RADIUS; a <= RADIUS; a++) {
          int at = centre + c * slice + b * nx + a;
          double x = 0.5 * (v[at + 1] - v[at - 1]);
          double y = 0.5 * (v[at + nx] - v[at - nx]);
          double z = 0.5 * (v[at + slice] - v[at - slice]);
          t[0] += x * x;
          t[1] += y * y;
          t[2] += z * z;
          t[3] += x * y;
          t[4] += x * z;
          t[5] += y * z;
        }
      }
    }
    double yz = t[1] * t[2] - t[5] * t[5];
    double xz = t[0] * t[2] - t[4] * t[4];
    double xy = t[0] * t[1] - t[3] * t[3];
    double determinant =
        t[0] * yz - t[3] * (t[3] * t[2] - t[4] * t[5]) + t[4] * (t[3] * t[5] - t[1] * t[4]);
    double minors = yz + xz + xy;
    double voxels = Math.pow(2 * RADIUS + 1, 3);
    return minors > 0 ? determinant / minors / voxels : 0;
  }

  private static boolean isPeak(float[] distinct, int at, Grid grid) {
    for (int c = -1; c <= 1; c++) {
      for (int b = -1; b <= 1; b++) {
        for (int a = -1; a <= 1; a++) {
          if (distinct[at + c * grid.sliceSize() + b * grid.nx() + a] > distinct[at]) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static int[] spread(int[] candidates, Grid grid, double apart, int most) {
    int[] chosen = new int[Math.min(most, candidates.length)];
    int count = 0;
    for (int candidate : candidates) {
      if (count == most) {
        break;
      }
      boolean free = true;
      for (int n = 0; n < count && free; n++) {
        free = squaredVoxels(candidate, chosen[n], grid) >= apart * apart;
      }
      if (free) {
        chosen[count++] = candidate;
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  private static double squaredVoxels(int a, int b, Grid grid) {
    int dx = a % grid.nx() - b % grid.nx();
    int dy = a / grid.nx() % grid.ny() - b / grid.nx() % grid.ny();
    int dz = a / grid.sliceSize() - b / grid.sliceSize();
    return (double) dx * dx + (double) dy * dy + (double) dz * dz;
  }
}
