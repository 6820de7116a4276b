package org.breathline.core.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * Joins outlines of one slice to keyholes: each hole becomes part of the outline around it, by a
 * way there and the same way back between the two points that are nearest to each other (DICOM
 * PS3.3, C.8.8.6.3, the one way for a hole that every reader of CLOSED_PLANAR contours knows).
 */
public final class Keyholes {

  private Keyholes() {}

  /**
   * Joins outlines that do not cross each other.
   *
   * @param outlines of one slice: x, y, x, y, ... each
   * @return an outline for each one that is no hole
   */
  public static List<double[]> join(List<double[]> outlines) {
    if (outlines.size() < 2) {
      return outlines;
    }
    int[] depths = new int[outlines.size()];
    for (int inner = 0; inner < depths.length; inner++) {
      for (int outer = 0; outer < depths.length; outer++) {
        if (inner != outer && isInside(outlines.get(inner), outlines.get(outer))) {
          depths[inner]++;
        }
      }
    }
    List<double[]> joined = new ArrayList<>();
    for (int outer = 0; outer < depths.length; outer++) {
      if (depths[outer] % 2 == 0) {
        List<double[]> holes = new ArrayList<>();
        for (int hole = 0; hole < depths.length; hole++) {
          if (depths[hole] == depths[outer] + 1
              && isInside(outlines.get(hole), outlines.get(outer))) {
            holes.add(outlines.get(hole));
          }
        }
        joined.add(join(outlines.get(outer), holes));
      }
    }
    return joined;
  }

  /** Outlines do not cross: one point of the inner tells for all. */
  private static boolean isInside(double[] inner, double[] outer) {
    var counter = new RayCrossingCounter(new Coordinate(inner[0], inner[1]));
    int last = outer.length - 2;
    Coordinate before = new Coordinate(outer[last], outer[last + 1]);
    for (int i = 0; i < outer.length; i += 2) {
      Coordinate point = new Coordinate(outer[i], outer[i + 1]);
      counter.countSegment(before, point);
      before = point;
    }
    return counter.getLocation() == Location.INTERIOR;
  }

  /** The pair of points, one of each outline, that are nearest to each other. */
  private record Bridge(int hole, int from, int to, double squared) {}

  /** The nearest hole first: a bridge to it crosses no other. */
  private static double[] join(double[] outer, List<double[]> holes) {
    double[] joined = outer;
    List<double[]> left = new ArrayList<>(holes);
    while (!left.isEmpty()) {
      double[] current = joined;
      List<Bridge> bridges = new ArrayList<>();
      for (int hole = 0; hole < left.size(); hole++) {
        bridges.add(bridge(current, left.get(hole), hole));
      }
      Bridge nearest =
          bridges.stream().min(Comparator.comparingDouble(Bridge::squared)).orElseThrow();
      joined = splice(current, left.remove(nearest.hole), nearest);
    }
    return joined;
  }

  private static Bridge bridge(double[] outer, double[] hole, int number) {
    Bridge best = new Bridge(number, 0, 0, Double.POSITIVE_INFINITY);
    for (int i = 0; i < outer.length; i += 2) {
      for (int j = 0; j < hole.length; j += 2) {
        double x = outer[i] - hole[j];
        double y = outer[i + 1] - hole[j + 1];
        double squared = x * x + y * y;
        if (squared < best.squared) {
          best = new Bridge(number, i, j, squared);
        }
      }
    }
    return best;
  }

  /** Up to the bridge, over it, around the hole, back over it, and on. */
  private static double[] splice(double[] outer, double[] hole, Bridge bridge) {
    double[] joined = new double[outer.length + hole.length + 4];
    int at = bridge.from + 2;
    System.arraycopy(outer, 0, joined, 0, at);
    System.arraycopy(hole, bridge.to, joined, at, hole.length - bridge.to);
    at += hole.length - bridge.to;
    System.arraycopy(hole, 0, joined, at, bridge.to + 2);
    at += bridge.to + 2;
    System.arraycopy(outer, bridge.from, joined, at, outer.length - bridge.from);
    return joined;
  }
}
