package org.breathline.core.phantom;

import org.breathline.core.geometry.Vector3;

/** An ellipsoid with its first axis anywhere, the second axis level. */
final class Ellipsoid {

  private final Vector3 centre;
  private final Vector3 first;
  private final Vector3 second;
  private final Vector3 third;
  private final double perFirst;
  private final double perSecond;
  private final double perThird;
  private final double reachSquared;

  /**
   * An ellipsoid.
   *
   * @param centre its centre, mm
   * @param axis the direction of its first axis, any length, not along z
   * @param radii the three radii, mm
   */
  Ellipsoid(Vector3 centre, Vector3 axis, Vector3 radii) {
    this.centre = centre;
    this.first = axis.times(1 / axis.length());
    Vector3 level = new Vector3(0, 0, 1).cross(first);
    this.second = level.times(1 / level.length());
    this.third = first.cross(second);
    this.perFirst = 1 / radii.x();
    this.perSecond = 1 / radii.y();
    this.perThird = 1 / radii.z();
    double reach = Math.max(radii.x(), Math.max(radii.y(), radii.z())) + 12;
    this.reachSquared = reach * reach;
  }

  /** The signed distance to first order, mm; 99 where it is more than about 10. */
  double distance(double x, double y, double z) {
    double dx = x - centre.x();
    double dy = y - centre.y();
    double dz = z - centre.z();
    if (dx * dx + dy * dy + dz * dz > reachSquared) {
      return 99;
    }
    double a = (dx * first.x() + dy * first.y() + dz * first.z()) * perFirst;
    double b = (dx * second.x() + dy * second.y() + dz * second.z()) * perSecond;
    double c = (dx * third.x() + dy * third.y() + dz * third.z()) * perThird;
    double e = a * a + b * b + c * c;
    double ga = a * perFirst;
    double gb = b * perSecond;
    double gc = c * perThird;
    double slope = Math.sqrt(ga * ga + gb * gb + gc * gc);
    if (slope == 0) {
      return -1 / Math.max(perFirst, Math.max(perSecond, perThird));
    }
    double root = Math.sqrt(e);
    return root * (root - 1) / slope;
  }
}
