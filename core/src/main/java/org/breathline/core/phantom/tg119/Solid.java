package org.breathline.core.phantom.tg119;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.RunLengthMask;

/** A region of space: LPS mm about the middle of the phantom. */
@FunctionalInterface
interface Solid {

  boolean contains(double x, double y, double z);

  /** A cylinder along z. */
  static Solid cylinder(double x, double y, double radius, double fromZ, double toZ) {
    return (px, py, pz) -> Math.hypot(px - x, py - y) <= radius && pz >= fromZ && pz <= toZ;
  }

  /** An elliptical cylinder along z about the middle. */
  static Solid ellipticalCylinder(double halfX, double halfY, double fromZ, double toZ) {
    return (px, py, pz) ->
        px * px / (halfX * halfX) + py * py / (halfY * halfY) <= 1 && pz >= fromZ && pz <= toZ;
  }

  /** An ellipsoid by centre and half axes. */
  static Solid ellipsoid(double x, double y, double z, double halfX, double halfY, double halfZ) {
    return (px, py, pz) -> {
      double dx = (px - x) / halfX;
      double dy = (py - y) / halfY;
      double dz = (pz - z) / halfZ;
      return dx * dx + dy * dy + dz * dz <= 1;
    };
  }

  /** A box about the middle of a slab. */
  static Solid box(double halfX, double halfY, double halfZ) {
    return (px, py, pz) -> Math.abs(px) <= halfX && Math.abs(py) <= halfY && Math.abs(pz) <= halfZ;
  }

  default Solid and(Solid other) {
    return (x, y, z) -> contains(x, y, z) && other.contains(x, y, z);
  }

  default Solid minus(Solid other) {
    return (x, y, z) -> contains(x, y, z) && !other.contains(x, y, z);
  }

  default RunLengthMask mask(Grid grid) {
    return RunLengthMask.of(
        grid,
        offset -> {
          Vector3 point = grid.point(offset);
          return contains(point.x(), point.y(), point.z());
        });
  }
}
