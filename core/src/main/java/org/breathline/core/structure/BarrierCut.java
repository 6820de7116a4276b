package org.breathline.core.structure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.breathline.core.geometry.GridBox;

/**
 * A margin that goes around barriers. A voxel that sees its nearest point of the region is as far
 * away as it was without a barrier; to one behind the barrier the way leads around corners, in
 * straight pieces from corner to corner (any-angle search of a shortest path: Theta*, Nash, Daniel,
 * Koenig and Felner, AAAI 2007, here from all voxels that see the region at once).
 */
final class BarrierCut {

  private final LevelSet region;
  private final GridBox box;
  private final Metric metric;
  private final BitSet barrier;

  /** The length of the shortest way to each voxel, in the metric. */
  private final double[] length;

  /** Where the last straight piece of that way begins, in indices of the box. */
  private final double[] fromI;

  private final double[] fromJ;
  private final double[] fromK;

  /** The length of the way up to there. */
  private final double[] before;

  /** A voxel to go on from. */
  private record Reached(int offset, double length) {}

  BarrierCut(LevelSet region, Metric metric, RunLengthMask barrier) {
    this.region = region;
    this.box = region.box();
    this.metric = metric;
    int size = region.values().length;
    this.length = new double[size];
    this.fromI = new double[size];
    this.fromJ = new double[size];
    this.fromK = new double[size];
    this.before = new double[size];
    this.barrier = new BitSet(size);
    int at = 0;
    for (int k = box.k0(); k < box.k1(); k++) {
      for (int j = box.j0(); j < box.j1(); j++) {
        for (int i = box.i0(); i < box.i1(); i++) {
          boolean inGrid = GridBox.all(region.grid()).contains(i, j, k);
          if (inGrid && barrier.contains(i, j, k) && region.values()[at] > 0) {
            this.barrier.set(at);
          }
          at++;
        }
      }
    }
  }

  /**
   * Cuts a margin.
   *
   * @param free the region with the margin, as if there were no barrier
   */
  LevelSet grown(LevelSet free) {
    float[] unhindered = free.within(box).values();
    if (barrier.isEmpty()) {
      return free;
    }
    seeFromRegion();
    goAround();
    float[] values = new float[unhindered.length];
    for (int at = 0; at < values.length; at++) {
      if (region.values()[at] <= 0) {
        values[at] = unhindered[at];
      } else if (barrier.get(at)) {
        values[at] = Math.max(unhindered[at], Occupancy.HALF);
      } else {
        // In the unit of the unhindered values: mm where the way is straight.
        double way = bent(at, unhindered[at]);
        // Half way to the barrier, where its voxels begin, the region ends.
        values[at] = Math.max((float) way, nextToBarrier(at) ? -Occupancy.HALF : -100);
      }
    }
    return new LevelSet(region.grid(), box, values, 1);
  }

  /** The value of a voxel that is reached on foot: the unhindered one where the way is straight. */
  private double bent(int at, float unhindered) {
    if (Double.isInfinite(length[at])) {
      return Math.max(unhindered, Occupancy.HALF);
    }
    return before[at] == 0 ? unhindered : Math.max(unhindered, length[at] - 1);
  }

  private boolean nextToBarrier(int at) {
    int slice = box.nx() * box.ny();
    for (int step : new int[] {-1, 1, -box.nx(), box.nx(), -slice, slice}) {
      if (at + step >= 0 && barrier.get(at + step)) {
        return true;
      }
    }
    return false;
  }

  /** Within the margin and a little beyond it: what sees its nearest point of the region. */
  private void seeFromRegion() {
    Arrays.fill(length, Double.POSITIVE_INFINITY);
    var distance = new SurfaceDistance(SurfaceMesh.of(region), metric);
    double reach = 1 + 2 * metric.diagonal();
    SignedDistances.eachSlice(
        box,
        distance,
        (probe, i, j, k, at) -> {
          if (region.values()[at] > 0 && !barrier.get(at) && distance.nearly(at) <= reach) {
            double d = probe.at(i, j, k);
            fromI[at] = i - probe.stepI();
            fromJ[at] = j - probe.stepJ();
            fromK[at] = k - probe.stepK();
            if (isClear(i, j, k, fromI[at], fromJ[at], fromK[at])) {
              length[at] = d;
            }
          }
        });
  }

  private void goAround() {
    var queue =
        new PriorityQueue<Reached>(
            Comparator.comparingDouble(Reached::length).thenComparingInt(Reached::offset));
    for (int at = 0; at < length.length; at++) {
      if (Double.isFinite(length[at])) {
        queue.add(new Reached(at, length[at]));
      }
    }
    double far = 1 + 2 * metric.diagonal();
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      int at = reached.offset;
      if (reached.length > length[at] || reached.length > far) {
        continue;
      }
      int i = at % box.nx();
      int j = at / box.nx() % box.ny();
      int k = at / box.nx() / box.ny();
      for (int dk = -1; dk <= 1; dk++) {
        for (int dj = -1; dj <= 1; dj++) {
          for (int di = -1; di <= 1; di++) {
            goOn(at, i, j, k, i + di, j + dj, k + dk, queue);
          }
        }
      }
    }
  }

  private void goOn(
      int at, int i, int j, int k, int toI, int toJ, int toK, PriorityQueue<Reached> queue) {
    if (toI < 0 || toI >= box.nx() || toJ < 0 || toJ >= box.ny() || toK < 0 || toK >= box.nz()) {
      return;
    }
    int to = (toK * box.ny() + toJ) * box.nx() + toI;
    if (barrier.get(to) || region.values()[to] <= 0) {
      return;
    }
    double straight = before[at] + distance(toI - fromI[at], toJ - fromJ[at], toK - fromK[at]);
    if (straight >= length[to]) {
      return;
    }
    if (isClear(toI, toJ, toK, fromI[at], fromJ[at], fromK[at])) {
      length[to] = straight;
      fromI[to] = fromI[at];
      fromJ[to] = fromJ[at];
      fromK[to] = fromK[at];
      before[to] = before[at];
      queue.add(new Reached(to, straight));
      return;
    }
    double bent = length[at] + distance(toI - i, toJ - j, toK - k);
    if (bent < length[to] && isClear(toI, toJ, toK, i, j, k)) {
      length[to] = bent;
      fromI[to] = i;
      fromJ[to] = j;
      fromK[to] = k;
      before[to] = length[at];
      queue.add(new Reached(to, bent));
    }
  }

  private double distance(double i, double j, double k) {
    return Math.sqrt(metric.squared(i, j, k));
  }

  /** Whether no voxel of the barrier lies on the straight line from a voxel's centre to a point. */
  private boolean isClear(int i, int j, int k, double toI, double toJ, double toK) {
    int[] voxel = {i, j, k};
    double[] step = {toI - i, toJ - j, toK - k};
    int[] last = {(int) Math.rint(toI), (int) Math.rint(toJ), (int) Math.rint(toK)};
    int limit = Math.abs(last[0] - i) + Math.abs(last[1] - j) + Math.abs(last[2] - k);
    for (int crossed = 0; crossed < limit; crossed++) {
      int axis = nextAxis(voxel, new int[] {i, j, k}, step, last);
      voxel[axis] += step[axis] > 0 ? 1 : -1;
      boolean inBox =
          voxel[0] >= 0
              && voxel[0] < box.nx()
              && voxel[1] >= 0
              && voxel[1] < box.ny()
              && voxel[2] >= 0
              && voxel[2] < box.nz();
      if (inBox && barrier.get((voxel[2] * box.ny() + voxel[1]) * box.nx() + voxel[0])) {
        return false;
      }
    }
    return true;
  }

  /** The axis along which the line leaves the voxel it is in (Amanatides and Woo, 1987). */
  private static int nextAxis(int[] voxel, int[] start, double[] step, int[] last) {
    int next = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int axis = 0; axis < 3; axis++) {
      if (voxel[axis] != last[axis]) {
        double border = Math.abs(voxel[axis] - start[axis]) + 0.5;
        double at = border / Math.abs(step[axis]);
        if (at < least) {
          least = at;
          next = axis;
        }
      }
    }
    return next;
  }
}
