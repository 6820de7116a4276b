package org.breathline.core.segmentation;

import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.structure.ConnectedComponents;
import org.breathline.core.structure.RunLengthMask;

/** The air of both lungs in its two parts. */
final class LungSplit {
  private static final double DEEPEST_MM = 30;

  /** A part smaller than this share of the largest is not a lung. */
  private static final double LEAST_SHARE = 0.15;

  private static final double LEAST_APART_MM = 50;

  static final byte LEFT = 1;
  static final byte RIGHT = 2;

  private final Grid grid;
  private final byte[] labels;
  private final boolean touching;

  private LungSplit(Grid grid, byte[] labels, boolean touching) {
    this.grid = grid;
    this.labels = labels;
    this.touching = touching;
  }

  /** Whether the two had to be parted. */
  boolean touching() {
    return touching;
  }

  /**
   * Parts the air.
   *
   * @param middleX the middle of the body, mm to the left: it tells the side of a single lung
   */
  static LungSplit of(DenseMask air, double middleX) {
    Grid grid = air.grid();
    float[] depth = DistanceMap.squaredTo(air, false);
    double step = Math.min(grid.spacing().x(), grid.spacing().z());
    for (double radius = 0; radius <= DEEPEST_MM; radius += step) {
      byte[] labels = twoLargest(deeperThan(grid, depth, radius));
      if (labels.length > 0) {
        Flood.watershed(grid, depth, labels);
        return new LungSplit(grid, labels, radius > 0);
      }
    }
    return new LungSplit(grid, oneSide(air, middleX), false);
  }

  private static RunLengthMask deeperThan(Grid grid, float[] depth, double radius) {
    var core = new DenseMask(grid);
    for (int i = 0; i < depth.length; i++) {
      core.values()[i] = depth[i] > radius * radius;
    }
    return core.sparse();
  }

  /** The two largest parts labelled by their side; no labels where they are not two lungs. */
  private static byte[] twoLargest(RunLengthMask core) {
    ConnectedComponents parts = ConnectedComponents.inSpace(core);
    long[] sizes = parts.sizes();
    int first = largest(sizes, -1);
    int second = first < 0 ? -1 : largest(sizes, first);
    if (second < 0 || sizes[second] < LEAST_SHARE * sizes[first]) {
      return new byte[0];
    }
    RunLengthMask one = core.keeping(run -> parts.component(run) == first);
    RunLengthMask two = core.keeping(run -> parts.component(run) == second);
    double apart = MaskCentre.of(one).x() - MaskCentre.of(two).x();
    if (Math.abs(apart) < LEAST_APART_MM) {
      return new byte[0];
    }
    DenseMask left = new DenseMask(apart > 0 ? one : two);
    DenseMask right = new DenseMask(apart > 0 ? two : one);
    byte[] labels = new byte[core.grid().size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = left.at(i) ? LEFT : right.at(i) ? RIGHT : 0;
    }
    return labels;
  }

  private static int largest(long[] sizes, int except) {
    int largest = -1;
    for (int part = 0; part < sizes.length; part++) {
      if (part != except && sizes[part] > 0 && (largest < 0 || sizes[part] > sizes[largest])) {
        largest = part;
      }
    }
    return largest;
  }

  /** One lung only: on the side of the body on which it lies. */
  private static byte[] oneSide(DenseMask air, double middleX) {
    Grid grid = air.grid();
    RunLengthMask lung = DenseMask.largestPart(air.sparse());
    byte side = MaskCentre.of(lung).x() > middleX ? LEFT : RIGHT;
    DenseMask dense = new DenseMask(lung);
    byte[] labels = new byte[grid.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = dense.at(i) ? side : 0;
    }
    return labels;
  }

  Optional<RunLengthMask> part(byte side) {
    var part = new DenseMask(grid);
    for (int i = 0; i < labels.length; i++) {
      part.values()[i] = labels[i] == side;
    }
    RunLengthMask mask = part.sparse();
    return mask.runs() == 0 ? Optional.empty() : Optional.of(mask);
  }
}
