package org.breathline.core.phantom;

import org.breathline.core.geometry.Vector3;

/**
 * A tapering piece of a vessel or airway in the reference state.
 *
 * @param from its start, mm
 * @param to its end, mm
 * @param fromRadiusMm the radius at the start
 * @param toRadiusMm the radius at the end
 */
record Tube(Vector3 from, Vector3 to, double fromRadiusMm, double toRadiusMm) {

  /** The signed distance of a point from the surface, mm, negative inside. */
  double distance(double x, double y, double z) {
    double share = share(x, y, z);
    double dx = from.x() + share * (to.x() - from.x()) - x;
    double dy = from.y() + share * (to.y() - from.y()) - y;
    double dz = from.z() + share * (to.z() - from.z()) - z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz) - radius(share);
  }

  /** Where along the axis a point is nearest to, 0 to 1. */
  double share(double x, double y, double z) {
    double ax = to.x() - from.x();
    double ay = to.y() - from.y();
    double az = to.z() - from.z();
    double along = (x - from.x()) * ax + (y - from.y()) * ay + (z - from.z()) * az;
    double square = ax * ax + ay * ay + az * az;
    if (along <= 0 || square == 0) {
      return 0;
    }
    return along >= square ? 1 : along / square;
  }

  /** The radius at a share of the length, mm. */
  double radius(double share) {
    return fromRadiusMm + share * (toRadiusMm - fromRadiusMm);
  }
}
