package org.breathline.core.phantom;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Vector3;

/**
 * Grows a branching tree into an organ. After Tawhai, Pullan and Hunter (Ann Biomed Eng 28, 2000):
 * the points of the organ are split in two by a plane through the end of a branch, and a branch
 * grows part of the way toward the middle of each half, until few points are left. Radii follow the
 * number of points fed, by Murray's law with an exponent of its own.
 */
final class TreeGrower {

  private static final int FEWEST_POINTS = 1;

  /** Of Murray's law: 3 for the least work; about 2.5 is found in the lungs' vessels. */
  private static final double RADIUS_EXPONENT = 2.5;

  /** A branching is a landmark where both branches feed at least so many points. */
  private static final int LANDMARK_POINTS = 3;

  private static final int DEEPEST = 24;
  private static final double SHORTEST_MM = 2;

  private final double growth;
  private final double rootRadiusMm;
  private final int rootPoints;
  private final List<Tube> tubes = new ArrayList<>();
  private final List<Vector3> branchings = new ArrayList<>();

  private TreeGrower(double growth, double rootRadiusMm, int rootPoints) {
    this.growth = growth;
    this.rootRadiusMm = rootRadiusMm;
    this.rootPoints = rootPoints;
  }

  /** A grown tree: its tubes, and the points where it branches in two. */
  record Tree(List<Tube> tubes, List<Vector3> branchings) {}

  /**
   * Grows a tree.
   *
   * @param root where it enters the organ
   * @param toward the direction in which it enters
   * @param rootRadiusMm the radius there
   * @param points seeded points that fill the organ
   * @param growth how far a branch reaches toward the middle of its points, 0 to 1
   */
  static Tree grow(
      Vector3 root, Vector3 toward, double rootRadiusMm, List<Vector3> points, double growth) {
    var grower = new TreeGrower(growth, rootRadiusMm, points.size());
    grower.branch(root, toward.times(1 / toward.length()), rootRadiusMm, points, 0);
    return new Tree(List.copyOf(grower.tubes), List.copyOf(grower.branchings));
  }

  private void branch(
      Vector3 start, Vector3 direction, double startRadius, List<Vector3> points, int depth) {
    if (points.size() < FEWEST_POINTS || depth > DEEPEST) {
      return;
    }
    double radius =
        rootRadiusMm * StrictMath.pow((double) points.size() / rootPoints, 1 / RADIUS_EXPONENT);
    Vector3 end = start.plus(mean(points).minus(start).times(growth));
    Vector3 along = end.minus(start);
    double length = along.length();
    if (length < SHORTEST_MM) {
      return;
    }
    tubes.add(new Tube(start, end, Math.min(startRadius, 1.3 * radius), radius));
    Vector3 forward = along.times(1 / length).plus(direction.times(0.5));
    Vector3 unit = forward.times(1 / forward.length());
    Vector3 normal = widest(points, unit);
    List<Vector3> left = new ArrayList<>();
    List<Vector3> right = new ArrayList<>();
    Vector3 middle = mean(points);
    for (Vector3 point : points) {
      (point.minus(middle).dot(normal) < 0 ? left : right).add(point);
    }
    if (left.size() >= LANDMARK_POINTS && right.size() >= LANDMARK_POINTS) {
      branchings.add(end);
    }
    branch(end, unit, radius, left, depth + 1);
    branch(end, unit, radius, right, depth + 1);
  }

  private static Vector3 mean(List<Vector3> points) {
    Vector3 sum = Vector3.ZERO;
    for (Vector3 point : points) {
      sum = sum.plus(point);
    }
    return sum.times(1.0 / points.size());
  }

  /** The direction across {@code unit} in which the points spread most, by power iteration. */
  private static Vector3 widest(List<Vector3> points, Vector3 unit) {
    Vector3 middle = mean(points);
    Vector3 guess = new Vector3(0.53, 0.31, 0.79);
    for (int round = 0; round < 12; round++) {
      guess = guess.minus(unit.times(guess.dot(unit)));
      Vector3 next = Vector3.ZERO;
      for (Vector3 point : points) {
        Vector3 offset = point.minus(middle);
        Vector3 across = offset.minus(unit.times(offset.dot(unit)));
        next = next.plus(across.times(across.dot(guess)));
      }
      double length = next.length();
      if (length == 0) {
        return guess;
      }
      guess = next.times(1 / length);
    }
    return guess;
  }
}
