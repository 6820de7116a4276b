package org.breathline.core.structure;

import java.util.Arrays;
import java.util.List;
import org.breathline.core.geometry.Vector3;

/**
 * A closed polygon in a plane of the patient, LPS mm; the last point joins the first. The region it
 * bounds is by the even-odd rule, so that the direction it runs in means nothing and a keyhole (an
 * outline that walks to a hole, around it and back the same way) leaves the hole out. Immutable.
 */
public final class Contour {

  private final double[] coordinates;

  private Contour(double[] coordinates) {
    this.coordinates = coordinates;
  }

  /**
   * A contour of points.
   *
   * @throws IllegalArgumentException if there are fewer than three points, or one is not finite
   */
  public static Contour of(List<Vector3> points) {
    double[] coordinates = new double[3 * points.size()];
    int at = 0;
    for (Vector3 point : points) {
      coordinates[at++] = point.x();
      coordinates[at++] = point.y();
      coordinates[at++] = point.z();
    }
    return ofCoordinates(coordinates);
  }

  /**
   * A contour of coordinates x, y, z, x, y, z, ... in mm.
   *
   * @throws IllegalArgumentException if there are fewer than three points, or one is not finite
   */
  public static Contour ofCoordinates(double... coordinates) {
    if (coordinates.length % 3 != 0 || coordinates.length < 9) {
      throw new IllegalArgumentException(
          "a contour has three points or more of three coordinates each, not %d numbers"
              .formatted(coordinates.length));
    }
    for (double coordinate : coordinates) {
      if (!Double.isFinite(coordinate)) {
        throw new IllegalArgumentException("a coordinate of a contour is not finite");
      }
    }
    return new Contour(coordinates.clone());
  }

  /** The number of points. */
  public int size() {
    return coordinates.length / 3;
  }

  /** A point, LPS mm. */
  public Vector3 point(int index) {
    return new Vector3(
        coordinates[3 * index], coordinates[3 * index + 1], coordinates[3 * index + 2]);
  }

  /** A copy of the coordinates x, y, z, x, y, z, ..., mm. */
  public double[] coordinates() {
    return coordinates.clone();
  }

  /** Half the sum of the edges' vector products: as long as the area, along the plane's normal. */
  public Vector3 areaVector() {
    Vector3 sum = Vector3.ZERO;
    Vector3 first = point(0);
    for (int i = 1; i + 1 < size(); i++) {
      sum = sum.plus(point(i).minus(first).cross(point(i + 1).minus(first)));
    }
    return sum.times(0.5);
  }

  /**
   * How far the points are from a common plane, mm: half the extent along the normal of the area.
   * Zero for a contour without area.
   */
  public double planeErrorMm() {
    Vector3 area = areaVector();
    if (area.length() == 0) {
      return 0;
    }
    Vector3 normal = area.times(1 / area.length());
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size(); i++) {
      double along = point(i).dot(normal);
      least = Math.min(least, along);
      most = Math.max(most, along);
    }
    return (most - least) / 2;
  }

  /** The same points shifted. */
  public Contour shifted(Vector3 shift) {
    double[] moved = new double[coordinates.length];
    for (int i = 0; i < moved.length; i += 3) {
      moved[i] = coordinates[i] + shift.x();
      moved[i + 1] = coordinates[i + 1] + shift.y();
      moved[i + 2] = coordinates[i + 2] + shift.z();
    }
    return new Contour(moved);
  }

  /** Equal in all coordinates, in the same order. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Contour that && Arrays.equals(coordinates, that.coordinates);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coordinates);
  }

  @Override
  public String toString() {
    return "contour of " + size() + " points";
  }
}
