package org.breathline.core.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;

/**
 * How much like the middle of the spinal canal each place of a coarse lattice is, slice by slice,
 * and the path through all slices on which the sum is highest (dynamic programming).
 */
final class CanalScores {

  private static final double LATTICE_MM = 2.5;
  private static final double HALF_WIDTH_MM = 60;
  private static final double REACH_MM = 15;
  private static final double DENSE_BONE_HU = 250;

  /** Narrower than this are the gaps between and behind the arches. */
  private static final double LEAST_RADIUS_MM = 6.5;

  private static final double LEAST_HU = -120;
  private static final double MOST_HU = 130;

  /** The cost of a step aside of one lattice spacing, in shares of a full ring. */
  private static final double STEP_COST = 0.08;

  private static final int MOST_STEPS = 2;

  private final int width;
  private final int depth;
  private final Vector3[] firsts;
  private final double[][] scores;

  private CanalScores(int width, int depth, Vector3[] firsts, double[][] scores) {
    this.width = width;
    this.depth = depth;
    this.firsts = firsts;
    this.scores = scores;
  }

  /** Scores the back half of the body about the middle of the bone there. */
  static CanalScores of(ShortVolume volume, Vector3 bodyCentre) {
    Grid grid = volume.grid();
    double middleX = middleOfBone(volume, bodyCentre);
    int width = 1 + (int) (2 * HALF_WIDTH_MM / LATTICE_MM);
    Vector3 corner = grid.point(grid.nx() - 1, grid.ny() - 1, 0);
    double back = Math.max(corner.y(), grid.origin().y());
    int depth = Math.max(1, (int) ((back - bodyCentre.y()) / LATTICE_MM));
    Vector3[] firsts = new Vector3[grid.nz()];
    double[][] scores = new double[grid.nz()][];
    for (int k = 0; k < grid.nz(); k++) {
      double z = grid.point(0, 0, k).z();
      firsts[k] = new Vector3(middleX - HALF_WIDTH_MM, bodyCentre.y(), z);
    }
    IntStream.range(0, grid.nz())
        .parallel()
        .forEach(k -> {
          scores[k] = new double[width * depth];
          for (int n = 0; n < width * depth; n++) {
            scores[k][n] = score(volume, at(firsts[k], n, width));
          }
        });
    return new CanalScores(width, depth, firsts, scores);
  }

  /** Of all dense bone behind a point: ribs are on both sides, the spine is most of it. */
  private static double middleOfBone(ShortVolume volume, Vector3 before) {
    Grid grid = volume.grid();
    long[] counts = new long[grid.nx()];
    long all = 0;
    for (int at = 0; at < grid.size(); at++) {
      int j = at / grid.nx() % grid.ny();
      if (volume.at(at) > DENSE_BONE_HU && grid.point(0, j, 0).y() > before.y()) {
        counts[at % grid.nx()]++;
        all++;
      }
    }
    long sum = 0;
    int i = 0;
    while (i + 1 < counts.length && 2 * (sum + counts[i]) < all) {
      sum += counts[i++];
    }
    return all == 0 ? before.x() : grid.point(i, 0, 0).x();
  }

  private static Vector3 at(Vector3 first, int number, int width) {
    int row = number / width;
    return first.plus(new Vector3(number % width * LATTICE_MM, row * LATTICE_MM, 0));
  }

  /** The share of directions in which bone is near; less in narrow gaps, 0 in bone and in air. */
  private static double score(ShortVolume volume, Vector3 point) {
    double here = Sampling.inNearestSlice(volume, point);
    if (here < LEAST_HU || here > MOST_HU) {
      return 0;
    }
    double hits = 0;
    double sum = 0;
    for (double length : BoneRays.lengths(volume, point, REACH_MM)) {
      hits += Double.isNaN(length) ? 0 : 1;
      sum += Double.isNaN(length) ? 0 : length;
    }
    double mean = hits == 0 ? 0 : sum / hits;
    return hits / BoneRays.COUNT * Math.min(1, mean / LEAST_RADIUS_MM);
  }

  /** One point a slice, LPS mm. */
  List<Vector3> bestPath() {
    int slices = scores.length;
    int[][] from = new int[slices][width * depth];
    double[] best = scores[0].clone();
    for (int k = 1; k < slices; k++) {
      double[] next = new double[best.length];
      for (int n = 0; n < best.length; n++) {
        from[k][n] = before(best, n);
        next[n] = scores[k][n] + best[from[k][n]] - cost(from[k][n], n);
      }
      best = next;
    }
    int at = 0;
    for (int n = 1; n < best.length; n++) {
      at = best[n] > best[at] ? n : at;
    }
    List<Vector3> path = new ArrayList<>();
    for (int k = slices - 1; k >= 0; k--) {
      path.addFirst(at(firsts[k], at, width));
      at = from[k][at];
    }
    return path;
  }

  private int before(double[] best, int n) {
    int column = n % width;
    int row = n / width;
    int chosen = n;
    for (int b = Math.max(0, row - MOST_STEPS); b <= Math.min(depth - 1, row + MOST_STEPS); b++) {
      for (int a = Math.max(0, column - MOST_STEPS);
          a <= Math.min(width - 1, column + MOST_STEPS);
          a++) {
        int other = b * width + a;
        if (best[other] - cost(other, n) > best[chosen] - cost(chosen, n)) {
          chosen = other;
        }
      }
    }
    return chosen;
  }

  private double cost(int a, int b) {
    int rows = Math.abs(a / width - b / width);
    return STEP_COST * Math.hypot(a % width - b % width, rows);
  }
}
