package org.breathline.core.phantom;

import org.breathline.core.geometry.Vector3;

/**
 * The motion of wall and contents, without a tumour. The chest wall widens and rises. What is
 * inside the cavity (lungs, mediastinum, abdomen) goes along with that and moves up and down along
 * the wall in addition. Points of space are taken to the reference state by formula; the way back
 * solves three monotone equations of one variable.
 */
final class SlidingMotion {

  private final MotionParameters parameters;

  /** The motion with given magnitudes. */
  SlidingMotion(MotionParameters parameters) {
    this.parameters = parameters;
  }

  /** The magnitudes. */
  MotionParameters parameters() {
    return parameters;
  }

  /** Where the tissue that is at a point of space, in a state, is in the reference state. */
  Vector3 toReference(Vector3 point, MotionState state) {
    var slice = new SliceMotion(parameters, state, point.z());
    double x = slice.wallX(point.x());
    double y = slice.wallY(point.y());
    if (!isInCavity(x, y, point.z())) {
      return new Vector3(x, y, point.z());
    }
    double p = CavityShape.p(x, slice.scale);
    double q = slice.materialQ(p, CavityShape.q(y, slice.scale));
    double z = slice.materialZ(p, q);
    double scale = CavityShape.scale(z);
    return new Vector3(CavityShape.x(p, scale), CavityShape.y(q, scale), z);
  }

  /** Where the tissue at a point of the reference state is in another state. */
  Vector3 fromReference(Vector3 material, MotionState state) {
    if (!isInCavity(material.x(), material.y(), material.z())) {
      var slice = new SliceMotion(parameters, state, material.z());
      return new Vector3(slice.spaceX(material.x()), slice.spaceY(material.y()), material.z());
    }
    double materialScale = CavityShape.scale(material.z());
    double p = CavityShape.p(material.x(), materialScale);
    double materialQ = CavityShape.q(material.y(), materialScale);
    double z = SliceMotion.spaceZ(parameters, state, p, materialQ, material.z());
    var slice = new SliceMotion(parameters, state, z);
    double q = slice.spaceQ(p, materialQ);
    return new Vector3(
        slice.spaceX(CavityShape.x(p, slice.scale)),
        slice.spaceY(CavityShape.y(q, slice.scale)),
        z);
  }

  /**
   * The volume that a small volume of space, in a state, has in the reference state, as a ratio:
   * the determinant of {@link #toReference}. Tissue of constant mass is this many times as dense as
   * in the reference state. Always above 0.
   */
  double contraction(Vector3 point, MotionState state) {
    var slice = new SliceMotion(parameters, state, point.z());
    double x = slice.wallX(point.x());
    double y = slice.wallY(point.y());
    double wall = slice.wallContraction(point.y());
    if (!isInCavity(x, y, point.z())) {
      return wall;
    }
    double p = CavityShape.p(x, slice.scale);
    double q = CavityShape.q(y, slice.scale);
    double level = CavityShape.level(p, q);
    double materialQ = slice.materialQ(p, q, level);
    double scale = CavityShape.scale(slice.materialZ(p, materialQ)) / slice.scale;
    return wall
        * slice.materialQSlope(p, q, level)
        * slice.materialZSlope(p, materialQ)
        * scale
        * scale;
  }

  /** Whether a point of the reference state lies inside the wall that contents slide along. */
  static boolean isInCavity(Vector3 material) {
    return isInCavity(material.x(), material.y(), material.z());
  }

  private static boolean isInCavity(double x, double y, double z) {
    double scale = CavityShape.scale(z);
    return scale > 0 && CavityShape.level(CavityShape.p(x, scale), CavityShape.q(y, scale)) < 1;
  }
}
